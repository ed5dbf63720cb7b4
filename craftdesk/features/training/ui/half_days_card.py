"""The half-days of a session: a list, and a line to add one or to move the chosen one."""

from datetime import timedelta
from typing import Any

from craftdesk.base.dates import format_long_day, today
from craftdesk.base.errors import UserError
from craftdesk.base.fields import Field, Kind, Script
from craftdesk.base.i18n import N_, _
from craftdesk.desk.desk import Desk
from craftdesk.features.training.models import PARTS, HalfDay, Part
from craftdesk.features.training.rules import TIMES, Sheet
from craftdesk.features.training.writes import planning
from craftdesk.ui.actions import Action, ActionButton, refresh
from craftdesk.ui.cards import Card, EmptyState, row
from craftdesk.ui.direction import code
from craftdesk.ui.form import Form, FormSection
from craftdesk.ui.table import Column, Style, TableView

FIELDS = {
    "day": Field(N_("Day"), Script.DIGITS, Kind.DATE, required=True),
    "part": Field(N_("Half-day"), kind=Kind.CHOICE, choices=PARTS, required=True),
    "starts": Field(N_("From"), Script.DIGITS),
    "ends": Field(N_("To"), Script.DIGITS),
}


class HalfDaysCard(Card):
    """The line below follows the chosen half-day; Enter in it moves that one, the button adds another."""

    def __init__(self, desk: Desk, key: str) -> None:
        super().__init__(_("Half-days"))
        self._desk = desk
        self._key = key
        self._sheet: Sheet | None = None
        delete = Action(N_("Remove"), "ph.trash", self.remove, "Del", self._has_row)
        empty = EmptyState("ph.calendar-blank", _("No half-days yet"))
        self.table = TableView(_columns(), "training.half_days", key=lambda h: h.id, actions=[delete], empty=empty)
        self.table.chosen.connect(self._show)
        self.form = Form(FIELDS, (FormSection("", tuple(FIELDS), 4),), scrolls=False)
        self.form.saved.connect(self.add_half_day)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.form)
        line = row(ActionButton(delete, small=True))
        line.addStretch(1)
        self._move = Action(N_("Move"), "ph.arrows-left-right", self.move_half_day, "", self._has_row)
        line.addWidget(ActionButton(self._move, small=True))
        line.addWidget(ActionButton(Action(N_("Add"), "ph.plus", self.form.save), small=True))
        self.body.addLayout(line)

    def _has_row(self) -> bool:
        return self.table.row() is not None

    def show_sheet(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self.table.show_rows(sheet.half_days)
        if self.table.row() is None:
            self._offer_next(sheet)
        refresh(self)

    def _offer_next(self, sheet: Sheet) -> None:
        """The half-day that would come after the last one."""
        last = sheet.half_days[-1] if sheet.half_days else None
        if last and last.part is Part.MORNING:
            day, part = last.day, Part.AFTERNOON
        else:
            day, part = (last.day + timedelta(1) if last else today()), Part.MORNING
        self._fill(day, part, *TIMES[part])

    def _show(self, half: HalfDay | None) -> None:
        if half:
            self._fill(half.day, half.part, half.starts, half.ends)
        refresh(self)

    def _fill(self, day: Any, part: Part, starts: str, ends: str) -> None:
        self.form.set_values({"day": day, "part": part, "starts": starts, "ends": ends})

    def _values(self) -> tuple[Any, Part, tuple[str, str]]:
        values = self.form.values()
        part = Part(values["part"])
        starts, ends = TIMES[part]
        return values["day"], part, (values["starts"] or starts, values["ends"] or ends)

    def add_half_day(self) -> None:
        try:
            self._desk.write(planning.add_half_day, self._key, *self._values())
        except UserError as error:
            self.form.show_error(error)

    def move_half_day(self) -> None:
        half = self.table.row()
        if half is None or not self.form.check():
            return
        try:
            self._desk.write(planning.change_half_day, half.id, *self._values())
        except UserError as error:
            self.form.show_error(error)

    def remove(self) -> None:
        if halves := self.table.rows():
            self._desk.write(planning.remove_half_days, [each.id for each in halves])


def _columns() -> list[Column[HalfDay]]:
    return [
        Column(N_("Day"), lambda half: format_long_day(half.day), Style.NAME, order=lambda half: half.day, name="day"),
        Column(N_("Half-day"), lambda half: _(PARTS[half.part]), name="part", width=90),
        Column(N_("Time"), lambda half: code(f"{half.starts} – {half.ends}"), name="time", width=120),
    ]
