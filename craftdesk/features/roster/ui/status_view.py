"""The steps of a registration, and the next one with its day, its reason and its paper."""

from PySide6.QtWidgets import QWidget

from craftdesk.base.dates import format_day, today
from craftdesk.base.errors import UserError
from craftdesk.base.fields import Field, Kind, Script
from craftdesk.base.i18n import N_, _
from craftdesk.desk.desk import Desk
from craftdesk.features.roster import reads, writes
from craftdesk.features.roster.models import STATUSES, Status, StatusChange
from craftdesk.features.roster.ui.words import TONES
from craftdesk.ui.actions import Action, ActionButton
from craftdesk.ui.cards import clear, column, row
from craftdesk.ui.form import Form, FormSection, SaveBar
from craftdesk.ui.labels import Label, Line, Pill


def step_fields(now: Status) -> dict[str, Field]:
    """What the next step asks; it leads to another status than the present one."""
    others = {value: label for value, label in STATUSES.items() if value != now}
    return {
        "status": Field(N_("New status"), kind=Kind.CHOICE, choices=others, required=True),
        "day": Field(N_("Day"), Script.DIGITS, Kind.DATE, required=True),
        "reason": Field(N_("Reason")),
        "paper": Field(N_("Paper")),
    }


class StatusView(QWidget):
    """The history of a status, newest first, over a form that opens when the next step is to be taken."""

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
        for step in self._desk.read(reads.card, self._key).changes:
            self._lines.addWidget(self._line(step))
            self._lines.addWidget(Line())

    def _line(self, step: StatusChange) -> QWidget:
        head = row(Pill(_(STATUSES[step.status]), TONES[step.status]), spacing=8)
        head.addWidget(Label(format_day(step.day), "muted"))
        head.addStretch(1)
        outer = column(spacing=4)
        outer.addLayout(head)
        if words := " · ".join(filter(None, (step.reason, step.paper))):
            outer.addWidget(Label(words, wrap=True))
        made = QWidget()
        made.setLayout(outer)
        return made

    def begin(self) -> Form:
        """Open the form of the next step."""
        now = self._desk.read(reads.card, self._key).artisan.status
        self.put_away()
        fields = step_fields(now)
        form = self._form = Form(fields, (FormSection("", tuple(fields), 1),), scrolls=False)
        form.set_values({"day": today()})
        form.saved.connect(self._take)
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

    def _take(self) -> None:
        form = self._form
        if form is None:
            return
        values = form.values()
        words = [values[name] or "" for name in ("reason", "paper")]
        try:
            self._desk.write(writes.change_status, self._key, Status(values["status"]), values["day"], *words)
        except UserError as error:
            if not form.show_error(error):
                self._desk.tell(str(error), "bad")
        else:
            self.put_away()
            self.refresh()
