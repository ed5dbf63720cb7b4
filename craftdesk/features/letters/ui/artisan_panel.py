"""The letters on an artisan's card."""

from functools import partial

from craftdesk.base.i18n import N_, _
from craftdesk.desk.desk import Desk
from craftdesk.desk.feature import NEW
from craftdesk.desk.record_lines import RecordLine, RecordLines
from craftdesk.features.letters import reads
from craftdesk.features.letters.models import Letter
from craftdesk.features.letters.ui.words import ICON, PAGE, detail_of, titled
from craftdesk.ui.actions import Action


class ArtisanLetters(RecordLines):
    """Newest first; the button begins a new one."""

    def __init__(self, desk: Desk, artisan_id: str) -> None:
        new = Action(N_("New letter"), "ph.plus", partial(desk.open_page, PAGE, f"{NEW}{artisan_id}"))
        super().__init__(desk, {Letter}, partial(_lines, desk, artisan_id), _("No letter yet"), new)


def _lines(desk: Desk, artisan_id: str) -> list[RecordLine]:
    found = desk.read(reads.of_artisan, artisan_id)
    return [RecordLine(Letter, each.id, ICON, titled(each), detail_of(each)) for each in found]
