"""All tables of the program: importing this module makes them known, so that an office file gets every one."""

from craftdesk.data import disclosures
from craftdesk.features.certificates import models as certificates
from craftdesk.features.dossiers import models as dossiers
from craftdesk.features.equipment import models as equipment
from craftdesk.features.fees import models as fees
from craftdesk.features.figures import models as figures
from craftdesk.features.guides import models as guides
from craftdesk.features.letters import models as letters
from craftdesk.features.office import models as office
from craftdesk.features.roster import models as roster
from craftdesk.features.roster.kept import models as kept_lists
from craftdesk.features.templates import models as templates
from craftdesk.features.ties import models as ties
from craftdesk.features.training import models as training
from craftdesk.features.twins import models as twins

TABLES = (
    disclosures,
    office,
    templates,
    roster,
    kept_lists,
    dossiers,
    fees,
    ties,
    training,
    certificates,
    equipment,
    guides,
    letters,
    twins,
    figures,
)
