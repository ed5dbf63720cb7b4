"""What is to be known about a list as a whole before its rows: sheets left aside, results that are missing."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame

from craftdesk.base.i18n import N_, _, ngettext
from craftdesk.base.numbers import format_number
from craftdesk.features.roster.importing import Preview
from craftdesk.ui.actions import Action, ActionButton
from craftdesk.ui.cards import clear, column, row
from craftdesk.ui.direction import apart, code, margins
from craftdesk.ui.icons import IconLabel
from craftdesk.ui.labels import Label
from craftdesk.ui.theme import px

_NAMED = 3


class Notes(QFrame):
    """A card with a line for each thing to be known; hidden where there is none."""

    def __init__(self, take_all: Callable[[], object], propose: Callable[[], object]) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._take_all = Action(N_("Read them together"), "ph.stack", take_all)
        self._propose = Action(N_("As the headings propose"), "ph.arrow-counter-clockwise", propose)
        self._lines = column(spacing=4)
        margins(self._lines, px(14), px(6), px(8), px(6))
        self.setLayout(self._lines)
        self.hide()

    def show_notes(self, looked: Preview | None) -> None:
        clear(self._lines)
        if looked is not None:
            self._add("ph.warning", "warn", missing_words(looked))
            self._add("ph.stack", "copper", alike_words(looked), self._take_all)
            self._add("ph.clock-counter-clockwise", "muted", like_words(looked), self._propose)
        self.setVisible(self._lines.count() > 0)

    def _add(self, sign: str, tone: str, words: str, action: Action | None = None) -> None:
        if not words:
            return
        line = row(IconLabel(sign, tone, 18), spacing=10)
        line.addWidget(Label(words, wrap=True), 1)
        if action is not None:
            line.addWidget(ActionButton(action, small=True))
        self._lines.addLayout(line)

    def text(self) -> str:
        return " ".join(label.text() for label in self.findChildren(Label) if not label.isHidden())


def missing_words(looked: Preview) -> str:
    """The formulas whose results are not in the file: their cells are read as empty."""
    missing = looked.source.missing if looked.source else ()
    if not missing:
        return ""
    words = ngettext(
        "The result of {number} formula is not in the file, its cell is read as empty: {cells}. Open the file in"
        " Excel, let it calculate, and save it.",
        "The results of {number} formulas are not in the file, their cells are read as empty: {cells}. Open the file"
        " in Excel, let it calculate, and save it.",
        len(missing),
    )
    return words.format(number=format_number(len(missing)), cells=_named([code(cell) for cell in missing]))


def _named(names: Sequence[str]) -> str:
    """The first few, and how many more."""
    first = _(", ").join(names[:_NAMED])
    more = len(names) - _NAMED
    return _("{names} and {number} more").format(names=first, number=format_number(more)) if more > 0 else first


def alike_words(looked: Preview) -> str:
    if not looked.alike or looked.joined:
        return ""
    others = [name for name in looked.alike if name != looked.sheet]
    words = ngettext(
        "{number} other sheet looks like this one: {names}.",
        "{number} other sheets look like this one: {names}.",
        len(others),
    )
    return words.format(number=format_number(len(others)), names=_named([apart(name) for name in others]))


def like_words(looked: Preview) -> str:
    if not looked.like:
        return ""
    return _("The columns are taken as you chose them for {file}.").format(file=apart(looked.like))
