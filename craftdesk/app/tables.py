"""All tables of the program: importing this module makes them known, so that an office file gets every one."""

from craftdesk.features.office import models as office
from craftdesk.features.roster import models as roster

TABLES = (office, roster)
