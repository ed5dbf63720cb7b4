"""The card as it stood on a day, above its history: what was other than today, and what was the same."""

from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from craftdesk.base.dates import format_day, today
from craftdesk.base.i18n import N_, _
from craftdesk.data.model import fields_of
from craftdesk.data.session import Session
from craftdesk.desk import history
from craftdesk.desk.desk import Desk
from craftdesk.features.roster import past
from craftdesk.features.roster.models import STATUSES, Artisan
from craftdesk.features.roster.step_kinds import why
from craftdesk.features.roster.ui.words import TONES
from craftdesk.ui.actions import Action, ActionButton
from craftdesk.ui.cards import clear, column, row
from craftdesk.ui.facts import Facts
from craftdesk.ui.icons import chevron
from craftdesk.ui.inputs import DayInput
from craftdesk.ui.labels import Label, Line, Pill

Words = tuple[past.Past, list[tuple[str, str]], list[tuple[str, str]]]


def past_words(session: Session, key: str, day: date) -> Words:
    """The card of a day with what was other than today and what was the same, in words."""
    found = past.card_on(session, key, day)
    changed = found.changed()
    other, same = [], []
    for name, field in fields_of(Artisan).items():
        if name not in found.values or name == "status":
            continue
        then, now = (history.shown(session, Artisan, name, field, of[name]) for of in (found.values, found.now))
        if name in changed:
            told = _("{then} (today: {now})").format(then=then or _("empty"), now=now or _("empty"))
            other.append((_(field.label), told))
        elif then:
            same.append((_(field.label), then))
    return found, other, same


class PastView(QWidget):
    """A day is typed or taken from the calendar; the arrows go to the changes before and after it."""

    def __init__(self, desk: Desk, key: str) -> None:
        super().__init__()
        self._desk = desk
        self._key = key
        self.day = DayInput()
        self.day.changed.connect(self._typed)
        self.day.setAccessibleName(_("The card as it was on"))
        self.day.line.setAccessibleName(_("The card as it was on"))
        earlier = Action("", chevron(forward=False), self.earlier, tip=N_("Before the last change"))
        later = Action("", chevron(forward=True), self.later, tip=N_("After the next change"))
        line = row(ActionButton(earlier, small=True), spacing=6)
        line.addWidget(self.day, 1)
        line.addWidget(ActionButton(later, small=True))
        self._shown = column(spacing=8)
        outer = column(Label(_("The card as it was on"), "label"), spacing=6)
        outer.addLayout(line)
        outer.addLayout(self._shown)
        self.setLayout(outer)

    def show_day(self, day: date | None) -> None:
        """Show the card of a day; nothing without one."""
        self.day.set_value(day)
        self._typed()

    def earlier(self) -> None:
        """The day before the last change: how the card stood until then."""
        here = self.day.day() or today() + timedelta(1)
        days = [day - timedelta(1) for day in self._days() if day - timedelta(1) < here]
        if days:
            self.show_day(days[0])

    def later(self) -> None:
        """The day of the next change; after the last one the card is that of today."""
        here = self.day.day()
        days = [day for day in reversed(self._days()) if here is not None and day > here]
        self.show_day(days[0] if days else None)

    def _days(self) -> list[date]:
        return self._desk.read(past.days_of_change, self._key)

    def _typed(self) -> None:
        clear(self._shown)
        day = self.day.day()
        if day is None:
            return
        found, other, same = self._desk.read(past_words, self._key, day)
        self._head(found)
        if not found.was_there and found.entered:
            told = _("Entered here on {day} only: this is how it was entered first.")
            self._shown.addWidget(Label(told.format(day=format_day(found.entered)), "warning", wrap=True))
        self._shown.addWidget(Label(_("Other than today") if other else _("As it is today"), "strong"))
        for lines in (other, same):
            if lines:
                self._shown.addWidget(Facts(lines))
                self._shown.addWidget(Line())

    def _head(self, found: past.Past) -> None:
        step = found.step
        if step is None:
            self._shown.addWidget(Label(_("Not in the register on this day"), "muted", wrap=True))
            return
        line = row(Pill(_(STATUSES[step.status]), TONES[step.status]), spacing=8)
        line.addWidget(Label(_("since {day}").format(day=format_day(step.day)), "muted"))
        line.addStretch(1)
        self._shown.addLayout(line)
        if words := why(step.kind, step.reason):
            self._shown.addWidget(Label(words, "muted", wrap=True))
