"""The equipment requests on an artisan's card."""

from functools import partial

from craftdesk.base.i18n import N_, _
from craftdesk.base.numbers import format_dinars
from craftdesk.desk.desk import Desk
from craftdesk.desk.feature import NEW
from craftdesk.desk.record_lines import RecordLine, RecordLines
from craftdesk.features.equipment import reads
from craftdesk.features.equipment.models import EquipmentRequest, RequestLine, RequestPaper
from craftdesk.features.equipment.reads import RequestEntry
from craftdesk.features.equipment.rules import TONES
from craftdesk.features.equipment.ui.words import ICON, PAGE, state_in_words, what_in_words
from craftdesk.ui.actions import Action

SHOWN = (EquipmentRequest, RequestLine, RequestPaper)


class ArtisanRequests(RecordLines):
    """Newest first; the button begins a new one."""

    def __init__(self, desk: Desk, artisan_id: str) -> None:
        new = Action(N_("New request"), "ph.plus", partial(desk.open_page, PAGE, f"{NEW}{artisan_id}"))
        super().__init__(desk, SHOWN, partial(_lines, desk, artisan_id), _("No request yet"), new)


def _lines(desk: Desk, artisan_id: str) -> list[RecordLine]:
    return [_line(each) for each in desk.read(reads.of_artisan, artisan_id)]


def _line(entry: RequestEntry) -> RecordLine:
    state = entry.request.state
    title = _("Request: {what}").format(what=what_in_words(entry))
    detail = f"{state_in_words(state)} · {format_dinars(entry.total)}"
    return RecordLine(EquipmentRequest, entry.id, ICON, title, detail, TONES[state].replace("neutral", "muted"))
