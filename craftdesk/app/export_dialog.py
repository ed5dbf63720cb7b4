"""How a list becomes a file: which columns in which order, which rows, what kind of file; what for and for whom."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QDialog, QGridLayout, QPushButton, QVBoxLayout, QWidget

from craftdesk.app.export_columns import ColumnList
from craftdesk.base.errors import UserError
from craftdesk.base.fields import Field, Kind
from craftdesk.base.i18n import LANGUAGES, N_, _, language
from craftdesk.base.numbers import format_number, isolate
from craftdesk.data import disclosures
from craftdesk.desk.desk import Desk
from craftdesk.desk.exporting import handing
from craftdesk.desk.exporting.handing import FORMS, Wish
from craftdesk.desk.feature import Listing
from craftdesk.features.training.ui.suggesting import SuggestingInput
from craftdesk.ui import suggestions
from craftdesk.ui.actions import Action, ActionButton, bind
from craftdesk.ui.cards import Card, column, row
from craftdesk.ui.form import Form, FormSection
from craftdesk.ui.labels import Label
from craftdesk.ui.messages import MessageBar, Mood
from craftdesk.ui.theme import px

ALL, CHOSEN = "all", "chosen"
WIDTH, HEIGHT = 860, 640
REASON = {
    "purpose": Field(N_("Purpose of giving out"), hint=N_("report, payment of a grant, fair …"), required=True),
    "recipient": Field(N_("To whom it is given"), hint=N_("body and person who receive the file"), required=True),
}
IN_FULL = {"in_full": Field(N_("National id numbers in full"), kind=Kind.YES_NO)}


class Choice(NamedTuple):
    """What of the list can be written: all its rows, those that are chosen, the question that the list answers."""

    number: int
    keys: Sequence[str]
    question: Any


class OneOf(QWidget):
    """A row of buttons of which one is pressed."""

    changed = Signal(str)

    def __init__(self, words: Mapping[str, str], value: str) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        line = row(spacing=8)
        self.buttons: dict[str, QPushButton] = {}
        for name, told in words.items():
            button = QPushButton(told)
            button.setProperty("role", "group")
            button.setCheckable(True)
            button.setChecked(name == value)
            button.clicked.connect(lambda _checked=False, name=name: self.changed.emit(name))
            self._group.addButton(button)
            self.buttons[name] = button
            line.addWidget(button)
        line.addStretch(1)
        self.setLayout(line)

    def value(self) -> str:
        return next(name for name, button in self.buttons.items() if button.isChecked())


class ExportDialog(QDialog):
    """Enter in the last field, or the filled button, goes on to the name of the file."""

    wished = Signal(object, str)
    """Wish, the kind of file"""

    def __init__(
        self, desk: Desk, listing: Listing, choice: Choice, kept: Mapping[str, Any], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._listing, self._choice = desk, listing, choice
        self.columns = ColumnList(listing.columns(), kept.get("columns", ()))
        self.forms = OneOf(FORMS, kept["form"] if kept.get("form") in FORMS else "xlsx")
        self.rows = OneOf(self._row_words(), CHOSEN if len(choice.keys) > 1 else ALL)
        self.languages = OneOf(LANGUAGES, language())
        self.full = Form(IN_FULL, [FormSection("", tuple(IN_FULL), columns=1)], scrolls=False)
        self.reason = self._reason_form()
        self.messages = MessageBar()
        self.setWindowTitle(_("Write the list into a file"))
        self._lay_out()
        self.columns.changed.connect(self._follow_columns)
        self._follow_columns()
        self.resize(px(WIDTH), px(HEIGHT if listing.personal else HEIGHT - 150))
        (self.reason if listing.personal else self.columns.list).setFocus()

    def _row_words(self) -> dict[str, str]:
        all_rows = _("All in the list: {number}").format(number=isolate(format_number(self._choice.number)))
        if not self._choice.keys:
            return {ALL: all_rows}
        chosen = _("The chosen: {number}").format(number=isolate(format_number(len(self._choice.keys))))
        return {ALL: all_rows, CHOSEN: chosen}

    def _reason_form(self) -> Form:
        inputs = {name: self._suggesting(name) for name in REASON}
        form = Form(REASON, [FormSection("", tuple(REASON), columns=1)], inputs, scrolls=False)
        form.saved.connect(self.go_on)
        form.cancelled.connect(self.reject)
        return form

    def _suggesting(self, name: str) -> SuggestingInput:
        before = self._desk.read(disclosures.said_before, name)

        def search(typed: str) -> list[suggestions.Choice]:
            return [suggestions.Choice(text, text) for text in before if typed.strip() in text]

        made = SuggestingInput(search, lambda picked: made.set_text(picked.title))
        made.line.setPlaceholderText(_(REASON[name].hint))
        return made

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(px(20), px(16), px(20), px(16))
        outer.setSpacing(px(14))
        outer.addWidget(Label(_("Write the list into a file"), "title"))
        middle = row(spacing=14)
        middle.addWidget(self._columns_card(), 5)
        middle.addLayout(self._side(), 4)
        outer.addLayout(middle, 1)
        outer.addWidget(self.messages)
        go = Action(N_("Choose the file"), "ph.export", self.go_on, "Ctrl+Return", primary=True)
        foot = row(ActionButton(Action(N_("Cancel"), "ph.x", self.reject)))
        foot.addStretch(1)
        foot.addWidget(ActionButton(go))
        outer.addLayout(foot)
        bind(self, [go])

    def _columns_card(self) -> Card:
        card = Card(_("Columns"))
        card.body.addWidget(self.columns, 1)
        card.body.addWidget(self.full)
        return card

    def _side(self) -> QVBoxLayout:
        what = Card(_(self._listing.title))
        what.add(self.rows)
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(12))
        for place, (title, choice) in enumerate(((_("Kind of file"), self.forms), (_("Language"), self.languages))):
            grid.addWidget(Label(title, "label"), place, 0)
            grid.addWidget(choice, place, 1)
        grid.setColumnStretch(1, 1)
        what.body.addLayout(grid)
        side = column(what, spacing=14)
        if self._listing.personal:
            side.addWidget(self._law_card())
        side.addStretch(1)
        return side

    def _law_card(self) -> Card:
        card = Card(_("Personal data leave the office"))
        words = _("Law {law}: what for and to whom is written down, and told to everybody who asks about his data.")
        card.add(Label(words.format(law=isolate("18-07")), "muted", wrap=True), self.reason)
        return card

    def _follow_columns(self) -> None:
        """Only what would be masked is asked about."""
        names = set(self.columns.chosen())
        self.full.setVisible(any(each.masked and each.name in names for each in self._listing.columns()))

    def wish(self) -> Wish:
        """What is chosen now."""
        reason = {name: value or "" for name, value in self.reason.values().items()}
        return Wish(
            self._listing,
            self.columns.chosen(),
            self._choice.question,
            tuple(self._choice.keys) if self.rows.value() == CHOSEN else (),
            self.languages.value(),
            bool(self.full.values()["in_full"]) and self.full.isVisibleTo(self),
            **reason,
        )

    def go_on(self) -> None:
        """Ask for the name of the file, as far as nothing is missing."""
        try:
            if not self._listing.personal or self.reason.check():
                handing.check(self.wish())
                self.wished.emit(self.wish(), self.forms.value())
        except UserError as error:
            self.messages.say(str(error), Mood.BAD)
