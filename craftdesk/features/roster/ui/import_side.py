"""What is to be said about the chosen row of a list: its faults in words, what changes, whom it repeats."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtWidgets import QGridLayout, QWidget

from craftdesk.base.i18n import N_, _
from craftdesk.features.roster.importing import Preview
from craftdesk.features.roster.judging import name_of
from craftdesk.features.roster.models import Outcome
from craftdesk.features.roster.rows import Choice, Row
from craftdesk.features.roster.ui.import_words import (
    arrow,
    column_label,
    outcome_words,
    place_words,
    target_label,
    told,
    value_words,
)
from craftdesk.ui.actions import Action, ActionButton
from craftdesk.ui.cards import Card, column, row
from craftdesk.ui.facts import Facts
from craftdesk.ui.icons import IconLabel
from craftdesk.ui.labels import Label, Line, Pill
from craftdesk.ui.theme import px

Decide = Callable[[Choice | None], object]
_NOT_COMPARED = frozenset({"order_ar", "order_la", "key_ar", "key_la", "source", "mend", "id"})
JOIN = N_("Join")
APART = N_("Keep apart")
LEAVE = N_("Leave out")
BACK = N_("Take the choice back")
JOIN_KEY, APART_KEY, LEAVE_KEY = "Ctrl+J", "Ctrl+U", "Del"
_KEYS = {Choice.JOIN: JOIN_KEY, Choice.APART: APART_KEY, Choice.LEAVE: LEAVE_KEY}


class RowSide(Card):
    """The card beside the table."""

    def __init__(self, decide: Decide, opened: Callable[[str], object]) -> None:
        super().__init__(scrolls=True)
        self._decide = decide
        self._opened = opened

    def show_row(self, looked: Preview | None, chosen: Row | None) -> None:
        self.clear()
        if looked is None or chosen is None:
            self.add(Label(_("Choose a row to see what is to be said about it."), "muted", wrap=True))
            return
        self._head(looked, chosen)
        if chosen.why is not None and chosen.outcome is not Outcome.WAITING:
            self.add(Label(chosen.why.words(), "warning", wrap=True))
        for target, fault in chosen.faults.items():
            self.add(_fault(target, told(fault)))
        if chosen.changes:
            self.add(Line(), _changes(looked, chosen))
        if chosen.outcome is Outcome.TWIN or (chosen.choice and (chosen.beside or chosen.earlier)):
            self.add(Line(), _beside(looked, chosen))
        self._buttons(chosen)

    def _head(self, looked: Preview, chosen: Row) -> None:
        words, tone = outcome_words(chosen)
        number = Label(place_words(looked, chosen), "muted", wrap=True)
        line = row(Pill(words, tone), number, spacing=10)
        line.addStretch(1)
        self.add(Label(name_of(chosen.values) or _("No name"), "heading", wrap=True))
        self.body.addLayout(line)

    def _buttons(self, chosen: Row) -> None:
        buttons = column(spacing=8)
        if chosen.choice is not None:
            buttons.addWidget(self._button(BACK, "ph.arrow-counter-clockwise", None))
        elif chosen.outcome is Outcome.TWIN:
            pair = row(self._button(JOIN, "ph.users", Choice.JOIN))
            pair.addWidget(self._button(APART, "ph.user", Choice.APART))
            buttons.addLayout(pair)
            if chosen.beside:
                buttons.addWidget(_opening(chosen.beside, self._opened))
        if chosen.choice is None and chosen.outcome in (Outcome.WAITING, Outcome.TWIN, Outcome.NEW, Outcome.CHANGED):
            buttons.addWidget(self._button(LEAVE, "ph.x", Choice.LEAVE))
        self.foot.addLayout(buttons, 1)

    def _button(self, title: str, icon: str, choice: Choice | None) -> ActionButton:
        key = _KEYS[choice] if choice else ""
        return ActionButton(Action(title, icon, lambda: self._decide(choice), key))


def _opening(key: str, opened: Callable[[str], object]) -> ActionButton:
    return ActionButton(Action(N_("Open the card"), "ph.identification-card", lambda: opened(key)))


def _fault(target: str, said: tuple[str, str, str]) -> QWidget:
    """The column, the icon and the reason in words."""
    icon, tone, words = said
    made = QWidget()
    line = row(IconLabel(icon, tone, 18), spacing=10)
    line.addLayout(column(Label(target_label(target), "strong"), Label(words, wrap=True), spacing=2), 1)
    made.setLayout(line)
    return made


def _changes(looked: Preview, chosen: Row) -> QWidget:
    """The fields that change, old and new."""
    lines = [
        (column_label(name), arrow(value_words(looked, name, before), value_words(looked, name, after) or "—"))
        for name, (before, after) in chosen.changes.items()
    ]
    return Facts(lines, label_width=84)


def _beside(looked: Preview, chosen: Row) -> QWidget:
    """The row and the person it repeats, side by side; what differs stands out."""
    other, title = _other(looked, chosen)
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(px(10))
    grid.setVerticalSpacing(px(6))
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    grid.addWidget(Label(_("In this row"), "muted"), 0, 0)
    grid.addWidget(Label(title, "muted"), 0, 1)
    place = 1
    for name in _compared(chosen.values, other):
        pair = [value_words(looked, name, values.get(name)) for values in (chosen.values, other)]
        place = _pair(grid, place, column_label(name), pair)
    return made


def _pair(grid: QGridLayout, place: int, label: str, pair: Sequence[str]) -> int:
    grid.addWidget(Label(label, "label"), place, 0, 1, 2)
    for at, words in enumerate(pair):
        made = Label(words or "—", wrap=True)
        weight = "600" if pair[0] != pair[1] else "400"
        made.setStyleSheet(f"font-size: {px(13)}px; font-weight: {weight};")
        grid.addWidget(made, place + 1, at)
    return place + 2


def _other(looked: Preview, chosen: Row) -> tuple[Mapping[str, Any], str]:
    if chosen.beside:
        return looked.held.artisans.get(chosen.beside, {}), _("On the roster")
    if chosen.earlier:
        return chosen.earlier.values, place_words(looked, chosen.earlier)
    return {}, ""


def _compared(one: Mapping[str, Any], other: Mapping[str, Any]) -> list[str]:
    """First what differs, then what is the same."""
    names = [name for name in {**one, **other} if name not in _NOT_COMPARED and (one.get(name) or other.get(name))]
    return sorted(names, key=lambda name: one.get(name) == other.get(name))
