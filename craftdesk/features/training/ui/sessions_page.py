"""The list of sessions: what runs, what comes, what was held."""

from collections.abc import Callable

from craftdesk.base.i18n import N_, _
from craftdesk.data.model import Model
from craftdesk.desk.desk import Desk
from craftdesk.desk.following import Following
from craftdesk.features.training import reads
from craftdesk.features.training.giving import Sought
from craftdesk.features.training.models import (
    KINDS,
    Attendance,
    CourseKind,
    HalfDay,
    Participant,
    Trainer,
    TrainingSession,
)
from craftdesk.features.training.reads import SessionLine
from craftdesk.features.training.rules import PHASES, Phase
from craftdesk.features.training.ui.words import TONES, days_of, length_of, phase_in_words
from craftdesk.features.training.writes import planning
from craftdesk.ui.actions import Action
from craftdesk.ui.cards import EmptyState
from craftdesk.ui.filters import FilterRow
from craftdesk.ui.page import PageFrame
from craftdesk.ui.table import Column, Style, TableView

SHOWN: frozenset[type[Model]] = frozenset({TrainingSession, HalfDay, Participant, Trainer, Attendance})


class SessionsPage(PageFrame):
    """Search, narrow, open by Enter, plan a new one by Ctrl+N."""

    def __init__(self, desk: Desk, opened: Callable[[str], object], plan: Callable[[], object]) -> None:
        self._desk = desk
        self._like = ""
        self._phase: Phase | None = None
        self._kind: CourseKind | None = None
        filters = FilterRow(_("Subject, place, partner or trainer"))
        actions = [Action(N_("New session"), "ph.plus", plan, "Ctrl+N", primary=True)]
        super().__init__(_("Training"), filters=filters, actions=actions)
        self._plan = actions[0]
        self.table = TableView(_columns(), "training.sessions", key=lambda line: line.id, actions=self._row_actions())
        self.table.asked = lambda: Sought(self._like, self._phase, self._kind)
        self.table.opened.connect(lambda line: opened(line.id) if line else None)
        self.table.typed.connect(filters.box.type_on)
        self.set_body(self.table)
        self._connect(filters)
        Following(self, desk, SHOWN, self.refresh)

    def _connect(self, filters: FilterRow) -> None:
        filters.searched.connect(self._search)
        filters.box.went_down.connect(self.table.grid.setFocus)
        filters.offer(_("State"), {key: _(label) for key, label in PHASES.items()}, self._narrow_phase)
        filters.offer(_("Kind"), {key: _(label) for key, label in KINDS.items()}, self._narrow_kind)

    def _row_actions(self) -> list[Action]:
        chosen = self._has_row
        return [
            Action(N_("Open"), "ph.arrow-square-out", lambda: self.table.opened.emit(self.table.row()), "", chosen),
            Action(N_("Attendance sheet"), "ph.printer", self._print, "Ctrl+P", chosen),
            Action(N_("Delete"), "ph.trash", self._delete, "Del", chosen),
        ]

    def _has_row(self) -> bool:
        return self.table.row() is not None

    def _print(self) -> None:
        if line := self.table.row():
            self._desk.show_paper("attendance-sheet", line.id)

    def _delete(self) -> None:
        if line := self.table.row():
            self._desk.write(planning.delete_session, line.id)

    def refresh(self) -> None:
        lines = self._desk.read(reads.sessions, self._like, self._phase, self._kind)
        self.table.set_empty(self._empty())
        self.table.show_rows(lines)
        running = sum(line.phase is Phase.RUNNING for line in lines)
        coming = sum(line.phase is Phase.UPCOMING for line in lines)
        words = _("{total} sessions · {running} running · {upcoming} upcoming")
        self.set_subtitle(words.format(total=len(lines), running=running, upcoming=coming) if lines else "")

    def take_focus(self) -> None:
        """Stand in the list, or in the search where the list is empty."""
        if self.table.model.rowCount():
            self.table.grid.setFocus()
        elif self.filters:
            self.filters.box.setFocus()

    def _empty(self) -> EmptyState:
        if self._like or self._phase or self._kind:
            return EmptyState("ph.magnifying-glass", _("No session fits what is asked for"))
        hint = _("Plan a course, an awareness day or a meeting; then enrol people and print the attendance sheet.")
        return EmptyState("ph.chalkboard-teacher", _("No session was planned yet"), self._plan, hint)

    def _search(self, text: str) -> None:
        self._like = text
        self.refresh()

    def _narrow_phase(self, value: str | None) -> None:
        self._phase = Phase(value) if value else None
        self._show_chips()

    def _narrow_kind(self, value: str | None) -> None:
        self._kind = CourseKind(value) if value else None
        self._show_chips()

    def _show_chips(self) -> None:
        if self.filters:
            self.filters.clear_chips()
            if self._phase:
                self.filters.add_chip(_(PHASES[self._phase]), lambda: self._narrow_phase(None))
            if self._kind:
                self.filters.add_chip(_(KINDS[self._kind]), lambda: self._narrow_kind(None))
        self.refresh()


def _columns() -> list[Column[SessionLine]]:
    return [
        Column(N_("Subject"), lambda line: line.session.label(), Style.NAME, _second, name="subject", width=320),
        Column(N_("Days"), days_of, Style.TEXT, _length, order=lambda line: line.first_day, name="days", width=200),
        Column(N_("Trainers"), lambda line: line.trainers, name="trainers"),
        Column(N_("Participants"), lambda line: line.participants, Style.NUMBER, name="participants", width=96),
        Column(N_("Entered"), _entered, Style.BAR, tone=_entered_tone, name="entered", width=130),
        Column(N_("State"), lambda line: phase_in_words(line.phase), Style.PILL, tone=_tone, name="state", width=100),
    ]


def _second(line: SessionLine) -> str:
    return " · ".join(filter(None, (_(KINDS[line.session.kind]), line.session.place)))


def _length(line: SessionLine) -> str:
    return length_of(line.days, line.half_days) if line.half_days else ""


def _entered(line: SessionLine) -> float | None:
    if not line.expected or line.phase in (Phase.UPCOMING, Phase.CANCELLED):
        return None
    return line.entered / line.expected


def _entered_tone(line: SessionLine) -> str:
    return "good" if line.complete else "copper_line" if line.phase is Phase.HELD else "primary"


def _tone(line: SessionLine) -> str:
    return TONES[line.phase]
