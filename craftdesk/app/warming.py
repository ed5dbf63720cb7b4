"""What the first paper of the day needs, brought in while nobody waits: then it stands there at the click."""

from collections.abc import Iterable
from threading import Thread

from PySide6.QtCore import QTimer

from craftdesk.base.memory import not_collecting_here
from craftdesk.desk.desk import Desk
from craftdesk.desk.feature import Feature
from craftdesk.desk.later import Later

AFTER = 1500
"""Milliseconds after the office is there: by then the first page is drawn."""


def warm_later(desk: Desk, features: Iterable[Feature]) -> None:
    """Begin when the screens have come to rest, and only while they are."""
    every = list(features)

    def begin() -> None:
        if desk.is_busy():
            QTimer.singleShot(AFTER, desk, begin)
        else:
            Thread(target=_warm_quietly, args=(every,), daemon=True, name="warm").start()

    QTimer.singleShot(AFTER, desk, begin)


def _warm_quietly(features: Iterable[Feature]) -> None:
    with not_collecting_here():
        warm(features)


def warm(features: Iterable[Feature]) -> None:
    """Import what shows, sets and prints papers, and set a page in every face, so that the fonts are read."""
    from craftdesk.app import paper_window  # noqa: F401, PLC0415 - this is what is brought in
    from craftdesk.pdf.blocks import Paragraph  # noqa: PLC0415
    from craftdesk.pdf.document import Document  # noqa: PLC0415
    from craftdesk.pdf.styles import BODY, CERTIFICATE_NAME, CERTIFICATE_TEXT, CERTIFICATE_TITLE, TITLE  # noqa: PLC0415
    from craftdesk.ui.preview.file import PaperFile  # noqa: PLC0415

    for paper in (paper for card in features for paper in card.papers):
        for named in (paper.ask, paper.lay_out, paper.recipients):
            if isinstance(named, Later):
                named.brought()
    styles = (BODY, BODY.but(bold=True), TITLE, CERTIFICATE_TITLE, CERTIFICATE_NAME, CERTIFICATE_TEXT)
    page = Document("", "ar", [Paragraph("شهادة Certificat 0123456789 «»", style) for style in styles]).render()
    PaperFile(page).close()
