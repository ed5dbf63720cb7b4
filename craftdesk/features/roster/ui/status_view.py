"""The steps of a registration, and the next one with its day, its reason and its paper."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from craftdesk.base.dates import format_day, today
from craftdesk.base.errors import UserError
from craftdesk.base.fields import Field, Kind, Script
from craftdesk.base.i18n import N_, _
from craftdesk.desk.desk import Desk
from craftdesk.features.roster import reads, writes
from craftdesk.features.roster.models import STATUSES, Status, StatusChange
from craftdesk.features.roster.step_kinds import ENDINGS, STEP_KINDS, StepKind, why
from craftdesk.features.roster.ui.words import TONES
from craftdesk.features.roster.writes import Step
from craftdesk.ui.actions import Action, ActionButton
from craftdesk.ui.cards import clear, column, row
from craftdesk.ui.form import Form, FormSection, SaveBar
from craftdesk.ui.labels import Label, Line, Pill

OF_KIND = ":"
"""Between a status and the kind of its step, in the value of the choice."""


def choice_of(status: Status, kind: StepKind | None) -> str:
    return f"{status}{OF_KIND}{kind}" if kind else str(status)


def step_of(values: dict[str, Any]) -> Step:
    status, _sign, kind = values["status"].partition(OF_KIND)
    words = (values["reason"] or "", values["paper"] or "")
    return Step(Status(status), values["day"], *words, StepKind(kind) if kind else None)


def step_choices(now: Status | None) -> dict[str, str]:
    """What may come next; without a present status, whatever a step may have been."""
    endings = {choice_of(Status.STRUCK_OFF, kind): _ended(kind) for kind in ENDINGS}
    registered = N_("Registered again, same number") if now is Status.STRUCK_OFF else STATUSES[Status.REGISTERED]
    steps = {
        str(Status.REGISTERED): _(registered),
        choice_of(Status.REGISTERED, StepKind.CHANGED): _(STEP_KINDS[StepKind.CHANGED]),
        **endings,
        str(Status.REQUESTED): _(STATUSES[Status.REQUESTED]),
        str(Status.STRUCK_OFF): _(STATUSES[Status.STRUCK_OFF]),
    }
    if now is None:
        return steps
    left_out = {str(now)} | ({str(Status.STRUCK_OFF)} if now is not Status.STRUCK_OFF else set(endings))
    if now is not Status.REGISTERED:
        left_out.add(choice_of(Status.REGISTERED, StepKind.CHANGED))
    return {key: words for key, words in steps.items() if key not in left_out}


def _ended(kind: StepKind) -> str:
    return _("{status}: {kind}").format(status=_(STATUSES[Status.STRUCK_OFF]), kind=_(STEP_KINDS[kind]))


def step_fields(now: Status | None) -> dict[str, Field]:
    """What a step asks; the next one leads to another status than the present one."""
    title = N_("New status") if now else N_("Step")
    return {
        "status": Field(title, kind=Kind.CHOICE, choices=step_choices(now), required=True),
        "day": Field(N_("Day"), Script.DIGITS, Kind.DATE, required=True),
        "reason": Field(N_("Reason")),
        "paper": Field(N_("Decision or paper, with its number")),
    }


class StatusView(QWidget):
    """The history of a status, newest first, over a form that opens when a step is to be taken or put right."""

    def __init__(self, desk: Desk, key: str) -> None:
        super().__init__()
        self._desk = desk
        self._key = key
        self._form: Form | None = None
        self._lines = column(spacing=8)
        self._place = column(spacing=8)
        self._begin = ActionButton(Action(N_("Change the status"), "ph.arrows-clockwise", self.begin))
        outer = column(spacing=12)
        outer.addWidget(self._begin)
        outer.addLayout(self._place)
        outer.addLayout(self._lines)
        outer.addStretch(1)
        self.setLayout(outer)
        self.refresh()

    def refresh(self) -> None:
        clear(self._lines)
        steps = self._desk.read(reads.card, self._key).changes
        for step in steps:
            self._lines.addWidget(self._line(step, alone=len(steps) == 1))
            self._lines.addWidget(Line())

    def _line(self, step: StatusChange, alone: bool) -> QWidget:
        head = row(Pill(_(STATUSES[step.status]), TONES[step.status]), spacing=8)
        head.addWidget(Label(format_day(step.day), "muted"))
        head.addStretch(1)
        outer = column(spacing=4)
        outer.addLayout(head)
        if words := " · ".join(filter(None, (why(step.kind, step.reason), step.paper))):
            outer.addWidget(Label(words, wrap=True))
        correct = Action(N_("Correct"), "ph.pencil-simple", partial(self.correct, step))
        acts = [correct, Action(N_("Take out"), "ph.x", partial(self.drop, step), tip=N_("This step never was"))]
        foot = row(*(ActionButton(each, small=True) for each in (acts[:1] if alone else acts)), spacing=6)
        foot.addStretch(1)
        outer.addLayout(foot)
        made = QWidget()
        made.setLayout(outer)
        return made

    def begin(self) -> Form:
        """Open the form of the next step."""
        now = self._desk.read(reads.card, self._key).artisan.status
        return self._open(now, {"day": today()}, lambda step: self._desk.write(writes.take_step, self._key, step))

    def correct(self, step: StatusChange) -> Form:
        """Open the form of a step that was entered wrongly."""
        values = {name: getattr(step, name) for name in ("day", "reason", "paper")}
        values["status"] = choice_of(step.status, step.kind)
        return self._open(None, values, lambda put: self._desk.write(writes.correct_step, step.id, put))

    def drop(self, step: StatusChange) -> None:
        self._try(lambda: self._desk.write(writes.drop_step, step.id))

    def _open(self, now: Status | None, values: dict[str, Any], write: Callable[[Step], object]) -> Form:
        self.put_away()
        fields = step_fields(now)
        form = self._form = Form(fields, (FormSection("", tuple(fields), 1),), scrolls=False)
        form.set_values(values)
        form.saved.connect(lambda: self._try(lambda: write(step_of(form.values()))))
        form.cancelled.connect(self.put_away)
        self._begin.hide()
        self._place.addWidget(form)
        self._place.addWidget(SaveBar(form))
        form.focus_first()
        return form

    def put_away(self) -> None:
        self._form = None
        clear(self._place)
        self._begin.show()

    def _try(self, write: Callable[[], object]) -> None:
        """What is refused is told at its field, or in the bar."""
        try:
            write()
        except UserError as error:
            if self._form is None or not self._form.show_error(error):
                self._desk.tell(str(error), "bad")
        else:
            self.put_away()
            self.refresh()
