"""Changing many artisans at once: what shall be changed at the side, everybody before and after in the list."""

from array import array
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from craftdesk.base.dates import today
from craftdesk.base.errors import UserError
from craftdesk.base.fields import Field, Kind, Script
from craftdesk.base.i18n import N_, _, ngettext
from craftdesk.base.numbers import format_number
from craftdesk.data.model import Model, fields_of
from craftdesk.desk.desk import Desk, Told
from craftdesk.features.roster import reads
from craftdesk.features.roster.asking import file_of
from craftdesk.features.roster.many.plan import (
    FIELDS,
    NEEDED,
    REMARKS,
    STATUS,
    Change,
    Fate,
    Plan,
    Turn,
    planned,
    turns,
)
from craftdesk.features.roster.many.writes import change_many
from craftdesk.features.roster.models import Artisan
from craftdesk.features.roster.orders import Rows
from craftdesk.features.roster.ui.people_filters import activities, communes
from craftdesk.ui.actions import Action, ActionButton
from craftdesk.ui.cards import Card, EmptyState, clear, column, row
from craftdesk.ui.direction import code
from craftdesk.ui.form import Form, FormSection
from craftdesk.ui.icons import chevron
from craftdesk.ui.inputs import Input
from craftdesk.ui.labels import Label
from craftdesk.ui.page import PageFrame
from craftdesk.ui.picking import RecordField
from craftdesk.ui.table import Column, Source, Style, TableView
from craftdesk.ui.tasks import Progress

FEW = 3000
"""So many are looked at while one waits; more beside the screens."""
WAIT = 150
SIDE = 320
EMPTIED = "emptied"
"""Nothing is taken away because nothing was chosen yet: whoever wants that says so."""
FATES: Mapping[Fate, tuple[str, str]] = {
    Fate.CHANGES: (N_("Changes"), "primary"),
    Fate.SAME: (N_("Has it already"), "neutral"),
    Fate.CANNOT: (N_("Cannot"), "bad"),
}
Done = tuple[int, Told | None, frozenset[type[Model]]]


class ChangePage(PageFrame):
    """Opened for rows of the table; nothing is written before the filled button."""

    def __init__(self, desk: Desk, closed: Callable[[], object]) -> None:
        self._desk = desk
        self._closed = closed
        self._numbers: Rows = array("I")
        self._busy = self._typed = False
        self.plan: Plan | None = None
        self._fate: Fate | None = None
        self._go = Action(N_("Change"), "ph.check", self.write, "Ctrl+Return", self._may_write, primary=True)
        back = Action(N_("Back to the list"), chevron(forward=False), self.leave, "Alt+Left")
        super().__init__(_("Change several cards"), actions=[back, self._go])
        self.set_actions([back])
        self.table = TableView(_columns(), "roster.change", key=_key, empty=_choose())
        self.groups = row()
        self.fates: dict[Fate | None, QPushButton] = {}
        self._exclusive = QButtonGroup(self)
        self.form = self._field_form()
        self.value_form: Form | None = None
        self._place = column(spacing=8)
        self._wait = QTimer(self, singleShot=True, interval=WAIT)
        self._wait.timeout.connect(self.look)
        self._fill()
        desk.worker.ended.connect(self._rest)

    def _field_form(self) -> Form:
        labels = {name: fields_of(Artisan)[name].label for name in FIELDS}
        labels[REMARKS] = N_("Remark added")
        field = Field(N_("What is changed"), kind=Kind.CHOICE, choices=labels, required=True)
        form = Form({"field": field}, scrolls=False)
        form.changed.connect(lambda _name: self._choose_field())
        form.cancelled.connect(self.leave)
        return form

    def _fill(self) -> None:
        inside = QWidget()
        outer = column(spacing=10)
        outer.addLayout(self.groups)
        outer.addWidget(self.table, 1)
        inside.setLayout(outer)
        self.set_body(inside)
        side = Card(_("The change"))
        side.body.addWidget(self.form)
        side.body.addLayout(self._place)
        self._told = Label("", "muted", wrap=True)
        side.body.addWidget(self._told)
        side.foot.addWidget(ActionButton(self._go), 1)
        self.set_side(side, SIDE)

    def open(self, numbers: Rows, what: str) -> None:
        """Begin with these rows; `what` says in words which they are."""
        self._numbers = numbers
        self.plan = None
        count = ngettext("{number} artisan", "{number} artisans", len(numbers))
        told = count.format(number=code(format_number(len(numbers))))
        self.set_subtitle(" · ".join(filter(None, (told, what))))
        self.form.set_values({})
        self._choose_field()
        self.form.focus_first()

    def _choose_field(self) -> None:
        """Ask for the value of the chosen field."""
        clear(self._place)
        self.value_form = None
        name = self.form.values()["field"]
        if name in FIELDS:
            self.value_form = self._form_of(name)
            self._place.addWidget(self.value_form)
        self.look()

    def _form_of(self, name: str) -> Form:
        label, kind = (N_("Remark"), Kind.TEXT) if name == REMARKS else (N_("New value"), fields_of(Artisan)[name].kind)
        fields = {"value": replace(fields_of(Artisan)[name], label=label, kind=kind, required=name in NEEDED)}
        if name not in NEEDED:
            fields[EMPTIED] = Field(N_("Empty the field"), kind=Kind.YES_NO)
        if name == STATUS:
            fields |= {
                "day": Field(N_("Day"), Script.DIGITS, Kind.DATE, required=True),
                "reason": Field(N_("Reason")),
                "paper": Field(N_("Paper")),
            }
        form = Form(fields, [FormSection("", tuple(fields), 1)], self._inputs(name), scrolls=False)
        if name == STATUS:
            form.set_values({"day": today()})
        form.changed.connect(lambda _name: self._look_soon())
        form.cancelled.connect(self.leave)
        form.saved.connect(self.write)
        return form

    def _inputs(self, name: str) -> dict[str, Input]:
        if name == "activity_id":
            return {"value": RecordField(partial(activities, self._desk))}
        if name.endswith("commune_id"):
            return {"value": RecordField(partial(communes, self._desk))}
        return {}

    def change(self) -> Change | None:
        """What is entered; None while it is not whole."""
        form = self.value_form
        if form is None or form.problems():
            return None
        values = form.values()
        name, value = self.form.values()["field"], None if values.get(EMPTIED) else values["value"] or None
        if value is None and not values.get(EMPTIED):
            return None
        if isinstance(value, str):
            value = " ".join(value.split())
        day = values.get("day")
        change = Change(name, value, day if isinstance(day, date) else today())
        change = replace(change, reason=values.get("reason") or "", paper=values.get("paper") or "")
        return None if change.fault() else change

    def _look_soon(self) -> None:
        self._typed = True
        self._wait.start()
        self.refresh_actions()

    def look(self) -> None:
        """Show what the change would do to everybody."""
        self._wait.stop()
        self._typed = False
        change = self.change()
        if change is None:
            self._show(None)
        elif len(self._numbers) <= FEW:
            self._show(self._desk.ask(planned, self._numbers, change))
        else:
            self._told.setText(_("Everybody is looked at …"))
            numbers = self._numbers
            self._desk.read_beside(self._show_if_meant, lambda session: planned(file_of(session), numbers, change))

    def _show_if_meant(self, plan: Plan) -> None:
        if plan.change == self.change() and plan.total == len(self._numbers):
            self._show(plan)

    def _show(self, plan: Plan | None) -> None:
        self.plan = plan
        self._fate = None
        self._show_groups()
        self._show_rows()
        self._told.setText("" if plan is None else _sentence(plan))
        self.refresh_actions()

    def _show_groups(self) -> None:
        clear(self.groups)
        self.fates = {}
        if self.plan is None:
            return
        sizes: dict[Fate | None, int] = {None: self.plan.total, **{fate: self.plan.number(fate) for fate in FATES}}
        for fate, size in sizes.items():
            if size or fate is None:
                self.fates[fate] = self._group(fate, size)
                self.groups.addWidget(self.fates[fate])
        self.groups.addStretch(1)

    def _group(self, fate: Fate | None, size: int) -> QPushButton:
        made = QPushButton(f"{_(FATES[fate][0]) if fate else _('All')}  {format_number(size)}")
        made.setProperty("role", "group")
        made.setCheckable(True)
        made.setChecked(fate is self._fate)
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        made.clicked.connect(partial(self.show_fate, fate))
        self._exclusive.addButton(made)
        return made

    def show_fate(self, fate: Fate | None, _checked: bool = False) -> None:
        """Show those alone of whom the same becomes."""
        self._fate = fate
        self._show_rows()

    def _show_rows(self) -> None:
        plan, fate, ask = self.plan, self._fate, self._desk.ask
        if plan is None:
            self.table.show_rows([])
            return
        number = plan.number(fate) if fate else plan.total
        self.table.show_source(Source(lambda: number, lambda at, limit: ask(turns, plan, fate, at, limit)))

    def _may_write(self) -> bool:
        changes = self.plan is not None and self.plan.number(Fate.CHANGES) > 0
        return (changes or self._typed) and not self._busy

    def write(self) -> None:
        """Change those that change, beside the screens; one Undo takes it back."""
        if self._typed:
            self.look()
        if self.plan is None or not self._may_write():
            return
        plan, numbers = self.plan, self._numbers
        self._busy = True
        self.setEnabled(False)
        title = _("The cards are changed")
        self._desk.work(partial(self._write, numbers, plan.change), self._after, self._tell_problem, title)

    def _write(self, numbers: Rows, change: Change, progress: Progress) -> Done:
        with self._desk.database.writing() as session:
            number = change_many(session, numbers, change, progress.step)
            session.flush()
            done, touched = session.change_set, frozenset(session.touched)
            return number, Told(done.label(), undo=done.id) if done else None, touched

    def _after(self, done: Done) -> None:
        _number, told, touched = done
        self._closed()
        self._desk.changed.emit(touched)
        if told is not None:
            self._desk.told.emit(told)

    def _tell_problem(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        if self.value_form is None or not self.value_form.show_error(error):
            self._desk.tell(str(error), "bad")

    def _rest(self) -> None:
        """The work has ended, well or by the clerk's stop."""
        if self._busy:
            self._busy = False
            self.setEnabled(True)
            self.refresh_actions()

    def leave(self) -> None:
        """Back to the list; nothing was changed."""
        if not self._busy:
            self._wait.stop()
            self._closed()


def _key(turn: Turn) -> str:
    return turn.key


def _columns() -> list[Column[Turn]]:
    return [
        Column(N_("Name"), _name, Style.NAME, _detail, width=200, name="name"),
        Column(N_("Before"), lambda turn: turn.before, width=150, name="before"),
        Column(N_("After"), lambda turn: turn.after, second=lambda turn: turn.why, width=200, name="after"),
        Column("", lambda turn: _(FATES[turn.fate][0]), Style.PILL, tone=_tone, width=120, name="fate"),
    ]


def _name(turn: Turn) -> str:
    return reads.name_of(turn.row)


def _detail(turn: Turn) -> str:
    return " · ".join(filter(None, (turn.row.activity, turn.row.commune)))


def _tone(turn: Turn) -> str:
    return FATES[turn.fate][1]


def _choose() -> EmptyState:
    hint = _("Nothing is written before you say so; one Undo takes all of it back.")
    return EmptyState("ph.pencil-line", _("Choose what is to be changed and its new value"), None, hint)


def _sentence(plan: Plan) -> str:
    """How many change, have it already, cannot."""
    changes, same, cannot = (plan.number(fate) for fate in (Fate.CHANGES, Fate.SAME, Fate.CANNOT))
    told = [(ngettext("{number} card changes", "{number} cards change", changes), changes)]
    told += [(ngettext("{number} has it already", "{number} have it already", same), same)] if same else []
    told += [(ngettext("{number} cannot have it", "{number} cannot have it", cannot), cannot)] if cannot else []
    return " · ".join(words.format(number=code(format_number(number))) for words, number in told)
