"""The attendance grid on its card, with the rule and who has the right in words below."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from craftdesk.base.i18n import _, ngettext
from craftdesk.desk.desk import Desk
from craftdesk.features.roster.models import Artisan
from craftdesk.features.training import rules
from craftdesk.features.training.models import MARKS, Mark, mark_letter
from craftdesk.features.training.rules import Sheet
from craftdesk.features.training.ui.grid import AttendanceGrid, Cell
from craftdesk.features.training.ui.grid_model import TONES
from craftdesk.features.training.writes import attendance
from craftdesk.ui.cards import EmptyState, column, row
from craftdesk.ui.labels import CutLabel, Label, Pill
from craftdesk.ui.messages import Notice
from craftdesk.ui.theme import px


def legend() -> QWidget:
    """The letters and what they stand for."""
    made = QWidget()
    made.setLayout(row(*(Pill(f"{mark_letter(mark)} {_(MARKS[mark])}", TONES[mark]) for mark in Mark)))
    return made


class AttendanceTab(QWidget):
    """Writes what is typed at once, each mark or filled column an action of its own."""

    def __init__(self, desk: Desk, empty: EmptyState) -> None:
        super().__init__()
        self._desk = desk
        self.writing = False
        """whether the change that is being told is this grid's own"""
        self.grid = AttendanceGrid()
        self.note = Notice("")
        self.note.hide()
        self.rule = CutLabel("", "muted")
        self.keys = Label("", "muted")
        self._card = QFrame()
        self._card.setProperty("role", "card")
        inside = QVBoxLayout(self._card)
        inside.setContentsMargins(px(2), px(2), px(2), px(2))
        inside.addWidget(self.grid)
        self._empty = empty
        outer = column(spacing=10)
        outer.addWidget(self._card, 1)
        outer.addWidget(self._empty, 1)
        outer.addWidget(self.note)
        foot = row(spacing=16)
        foot.addWidget(self.rule, 1)
        foot.addWidget(self.keys)
        outer.addLayout(foot)
        self.setLayout(outer)
        self.setFocusProxy(self.grid)
        self._connect()

    def _connect(self) -> None:
        self.grid.marked.connect(self._mark)
        self.grid.column_filled.connect(self._fill_column)
        self.grid.cells_filled.connect(self._fill_cells)
        self.grid.refused.connect(self._refuse)
        self.grid.cleared.connect(self._clear)
        self.grid.undone.connect(self._undo)
        self.grid.person_opened.connect(self._open_person)

    def show_sheet(self, sheet: Sheet) -> None:
        self.grid.show_sheet(sheet)
        full = bool(sheet.participants and sheet.half_days)
        self._card.setVisible(full)
        self._empty.setVisible(not full)
        self._say("")
        self._tell()

    def _refuse(self, column_number: int) -> None:
        if half := self.grid.grid_model.half_day(column_number):
            self._say(rules.why_early(half))

    def _say(self, words: str) -> None:
        """A note under the grid; without words, none."""
        self.note.words.setText(words)
        self.note.setVisible(bool(words))

    def _tell(self) -> None:
        """The rule, how many fulfil it, and the keys."""
        sheet = self.grid.grid_model.sheet
        if sheet is None or not sheet.participants:
            self.rule.setText("")
            self.keys.setText("")
            return
        tally = rules.tally_in_words(self.grid.grid_model.rights)
        self.rule.setText(f"{rules.rule_in_words(sheet.session)} · {tally}")
        letters = " ".join(mark_letter(mark) for mark in Mark)
        words = _("Arrows to move · {letters} to mark · Shift+{letter} for the whole column · Del to clear")
        self.keys.setText(words.format(letters=letters, letter=mark_letter(Mark.PRESENT)))

    def _keys_of(self, cell: Cell) -> tuple[str, str] | None:
        person, half = self.grid.grid_model.person(cell[0]), self.grid.grid_model.half_day(cell[1])
        return (person.id, half.id) if person and half else None

    def _mark(self, line: int, column_number: int, mark: Mark) -> None:
        keys = self._keys_of((line, column_number))
        if keys is None or self.grid.grid_model.mark(line, column_number) is mark:
            return
        self.writing = True
        try:
            self._desk.write_quietly(attendance.mark, *keys, mark)
        finally:
            self.writing = False
        self.grid.grid_model.put(line, column_number, mark)
        self._say("")
        self._tell()

    def _fill_column(self, column_number: int, mark: Mark) -> None:
        half = self.grid.grid_model.half_day(column_number)
        model = self.grid.grid_model
        if half and any(model.mark(line, column_number) is None for line in range(model.rowCount())):
            self._desk.write(attendance.mark_column, half.id, mark)

    def _fill_cells(self, cells: Sequence[Cell], mark: Mark) -> None:
        empty = [cell for cell in cells if self.grid.grid_model.mark(*cell) is None]
        come = [cell for cell in empty if not self.grid.grid_model.is_early(cell[1])]
        if keys := [found for cell in come if (found := self._keys_of(cell))]:
            self._desk.write(attendance.mark_empty, keys, mark)
        if early := len(empty) - len(come):
            told = ngettext(
                "{count} cell of a day that has not come yet stays empty.",
                "{count} cells of days that have not come yet stay empty.",
                early,
            )
            self._say(told.format(count=early))

    def _clear(self, cells: Sequence[Cell]) -> None:
        filled = [cell for cell in cells if self.grid.grid_model.mark(*cell) is not None]
        keys = [found for cell in filled if (found := self._keys_of(cell))]
        if len(keys) == 1:
            self._desk.write_quietly(attendance.mark, *keys[0], None)
        elif keys:
            self._desk.write(attendance.clear_marks, keys)

    def _undo(self) -> None:
        self._desk.undo()

    def _open_person(self, line: int) -> None:
        person = self.grid.grid_model.person(line)
        if person and person.artisan_id:
            self._desk.open_record(Artisan, person.artisan_id)
