"""The certificates on an artisan's card."""

from functools import partial

from craftdesk.base.i18n import N_, _
from craftdesk.desk.desk import Desk
from craftdesk.desk.record_lines import RecordLine, RecordLines
from craftdesk.features.certificates import reads
from craftdesk.features.certificates.models import Certificate
from craftdesk.features.certificates.ui.words import ICON, PAPER, detail_of, titled
from craftdesk.ui.actions import Action

VOID = "bad"
"""The tone of what was withdrawn."""


class ArtisanCertificates(RecordLines):
    """Newest first; the button prints all that were not withdrawn."""

    def __init__(self, desk: Desk, artisan_id: str) -> None:
        prints = Action(N_("Print"), "ph.printer", self.print_all, "", self._has_any)
        super().__init__(desk, {Certificate}, partial(_lines, desk, artisan_id), _("No certificate yet"), prints)

    def print_all(self) -> None:
        self._desk.show_paper(PAPER, *self._valid())

    def _valid(self) -> list[str]:
        return [each.key for each in self.found if each.tone != VOID]

    def _has_any(self) -> bool:
        return bool(self._valid())


def _lines(desk: Desk, artisan_id: str) -> list[RecordLine]:
    found = desk.read(reads.of_artisan, artisan_id)
    return [
        RecordLine(Certificate, each.id, ICON, titled(each), detail_of(each), VOID if each.is_withdrawn else "primary")
        for each in found
    ]
