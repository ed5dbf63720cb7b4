"""The lists kept under a name: shown again, kept, named anew and given up, all without a dialog."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from craftdesk.base.errors import UserError
from craftdesk.base.i18n import N_, _
from craftdesk.base.names import words
from craftdesk.desk.desk import Desk
from craftdesk.features.roster import narrowing
from craftdesk.features.roster.asking import Asked
from craftdesk.features.roster.kept import reads, writes
from craftdesk.features.roster.kept.models import KeptList
from craftdesk.ui.actions import Action, ActionButton
from craftdesk.ui.direction import leading
from craftdesk.ui.icons import icon
from craftdesk.ui.theme import px

MOST_KEYS = 9


class NameLine(QLineEdit):
    """Asks for a name where one stands: Enter takes it, Esc gives it up."""

    given = Signal(str)
    given_up = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAlignment(leading())
        self.setPlaceholderText(_("Name of this list"))
        self.setFixedWidth(px(220))
        self.returnPressed.connect(lambda: self.given.emit(self.text()))
        self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)


class KeptLists(QObject):
    """What the office keeps. `wished` tells the question of a list that is to be shown; `asked` says what is shown now.

    `keep_button` and `line` stand wherever the page puts them.
    """

    wished = Signal(object)
    laid_out = Signal()
    left = Signal()

    def __init__(self, desk: Desk, asked: Callable[[], Asked]) -> None:
        super().__init__()
        self._desk = desk
        self._asked = asked
        self._renamed: str | None = None
        self.line = NameLine()
        self.line.given.connect(self._take_name)
        self.line.given_up.connect(self._put_line_away)
        self.keep_button = ActionButton(Action(N_("Keep this list"), "ph.star", self.begin_to_keep), small=True)
        self.keep_button.setProperty("role", "link")

    def every(self) -> list[KeptList]:
        return self._desk.read(reads.kept_lists)

    def fitting(self, typed: str) -> list[KeptList]:
        """Those whose name holds words that begin as typed."""
        asked = words(typed)
        return [
            each
            for each in self.every()
            if all(any(held.startswith(word) for held in words(each.name)) for word in asked)
        ]

    def shown(self) -> KeptList | None:
        """The kept list that is shown now."""
        now = narrowing.dumped(self._asked())
        return next((each for each in self.every() if each.question == now), None)

    def is_busy(self) -> bool:
        """Whether a name is being asked for."""
        return not self.line.isHidden()

    def show(self, key: str) -> None:
        """Show a kept list."""
        found = next((each for each in self.every() if each.id == key), None)
        if found is not None:
            self.wished.emit(narrowing.loaded(found.question))

    def show_nth(self, place: int) -> None:
        """Show a kept list by its place in the menu."""
        every = self.every()
        if place < len(every):
            self.show(every[place].id)

    def refresh(self) -> None:
        """Offer to keep what is not kept yet."""
        self.keep_button.setVisible(self.line.isHidden() and self.shown() is None)

    def begin_to_keep(self) -> None:
        self._ask_name("", None)

    def begin_to_rename(self, key: str) -> None:
        found = next(each for each in self.every() if each.id == key)
        self._ask_name(found.name, key)

    def _ask_name(self, name: str, key: str | None) -> None:
        self._renamed = key
        self.keep_button.hide()
        self.line.show()
        if (bar := self.line.parentWidget()) is not None:
            bar.show()
        self.line.setText(name)
        self.line.selectAll()
        self.laid_out.emit()
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take_name(self, name: str) -> None:
        try:
            if self._renamed is None:
                self._desk.write(writes.keep_list, name, narrowing.dumped(self._asked()))
            else:
                self._desk.write(writes.rename_list, self._renamed, name)
        except UserError as error:
            self._desk.tell(str(error), "bad")
            return
        self._put_line_away()

    def _put_line_away(self) -> None:
        self.line.hide()
        self._renamed = None
        self.refresh()
        self.laid_out.emit()
        self.left.emit()

    def delete(self, key: str) -> None:
        self._desk.write(writes.delete_list, key)
        self.refresh()
        self.laid_out.emit()

    def menu(self, parent: QWidget) -> QMenu:
        """The kept lists with their keys, and what can be done with them."""
        made, every, now = QMenu(parent), self.every(), self.shown()
        for place, each in enumerate(every):
            entry = made.addAction(icon("ph.star-fill" if each is now else "ph.star", "primary"), each.name)
            if place < MOST_KEYS:
                entry.setShortcut(QKeySequence(f"Alt+{place + 1}"))
                entry.setShortcutVisibleInContextMenu(True)
            entry.triggered.connect(partial(self._from_menu, self.show, each.id))
        if every:
            made.addSeparator()
        keep = made.addAction(icon("ph.plus"), _("Keep this list"))
        keep.setEnabled(now is None and self._asked() != Asked())
        keep.triggered.connect(lambda _checked=False: self.begin_to_keep())
        self._add_part(made, N_("Let one be what is shown now"), "ph.arrows-clockwise", self._change)
        self._add_part(made, N_("Rename"), "ph.pencil-simple", self.begin_to_rename)
        self._add_part(made, N_("Delete"), "ph.trash", self.delete)
        return made

    def _add_part(self, menu: QMenu, title: str, sign: str, run: Callable[[str], object]) -> None:
        every = self.every()
        part = menu.addMenu(icon(sign), _(title))
        part.setEnabled(bool(every))
        for each in every:
            part.addAction(each.name).triggered.connect(partial(self._from_menu, run, each.id))

    @staticmethod
    def _from_menu(run: Callable[[str], object], key: str, _checked: bool = False) -> None:
        run(key)

    def _change(self, key: str) -> None:
        self._desk.write(writes.change_list, key, narrowing.dumped(self._asked()))
        self.refresh()
        self.laid_out.emit()
