"""On the card of an artisan: the sessions followed and taught."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from craftdesk.base.i18n import _
from craftdesk.desk.desk import Desk
from craftdesk.features.training import reads
from craftdesk.features.training.models import KINDS, TrainingSession
from craftdesk.features.training.reads import SessionLine, Training
from craftdesk.features.training.rules import Phase
from craftdesk.features.training.ui.people_tab import RIGHT_TONES, right_in_words
from craftdesk.features.training.ui.words import TONES, days_of, phase_in_words
from craftdesk.ui.cards import clear, column, row
from craftdesk.ui.figures import EventRow
from craftdesk.ui.labels import Label, Pill


class TrainingsPanel(QWidget):
    """Each session with its days and what came of it; a press opens it."""

    def __init__(self, desk: Desk, artisan_id: str) -> None:
        super().__init__()
        self._desk = desk
        self._artisan_id = artisan_id
        self._lines = column(spacing=8)
        self.setLayout(self._lines)
        self.refresh()

    def refresh(self) -> None:
        clear(self._lines)
        followed = self._desk.read(reads.trainings, self._artisan_id)
        taught = self._desk.read(reads.sessions_taught, self._artisan_id)
        self._show(followed, taught)
        self._lines.addStretch(1)

    def _show(self, followed: Sequence[Training], taught: Sequence[SessionLine]) -> None:
        for training in followed:
            self._lines.addLayout(self._line(training.line, *_outcome(training)))
        for line in taught:
            self._lines.addLayout(self._line(line, Pill(_("Trainer"), "primary"), _("As trainer")))
        if not followed and not taught:
            self._lines.addWidget(Label(_("No training yet."), "muted"))

    def _line(self, line: SessionLine, pill: Pill, why: str) -> QHBoxLayout:
        detail = " · ".join(filter(None, (_(KINDS[line.session.kind]), days_of(line), line.session.place)))
        open_it = partial(self._desk.open_record, TrainingSession, line.id)
        made = row(spacing=12)
        made.addWidget(EventRow("ph.chalkboard-teacher", line.session.label(), detail, "primary", open_it), 1)
        pill.setToolTip(why)
        made.addWidget(pill)
        return made


def _outcome(training: Training) -> tuple[Pill, str]:
    """Before the session is over only its phase is told; after it, whether there is a right to the certificate."""
    if training.line.phase is Phase.HELD:
        right = training.right
        return Pill(right_in_words(right), RIGHT_TONES[right.verdict]), right.why
    return Pill(phase_in_words(training.line.phase), TONES[training.line.phase]), ""
