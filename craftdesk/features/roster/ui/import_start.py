"""Choosing a list to take over: by a dialog or by dropping it; and what still waits from earlier ones."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from craftdesk.base.i18n import N_, _, ngettext
from craftdesk.base.numbers import format_number
from craftdesk.desk.desk import Desk
from craftdesk.features.roster import importing, reads
from craftdesk.ui.actions import Action, ActionButton
from craftdesk.ui.cards import Card, column
from craftdesk.ui.direction import apart, code
from craftdesk.ui.figures import EventRow, TaskRow
from craftdesk.ui.icons import IconLabel
from craftdesk.ui.labels import Label
from craftdesk.ui.theme import px

ENDINGS = "*.xlsx *.xls *.ods *.csv *.txt *.tsv *.xlsm *.xlsb"
CENTRE = Qt.AlignmentFlag.AlignHCenter


class StartView(QWidget):
    """The first step of an import."""

    def __init__(self, desk: Desk, chosen: Callable[[Path], object], waiting: Callable[[], object]) -> None:
        super().__init__()
        self._desk = desk
        self._chosen = chosen
        self._waiting = waiting
        self.choose_action = Action(N_("Choose a file"), "ph.folder-open", self.choose, "Ctrl+O", primary=True)
        self.problem = Label("", "problem", wrap=True)
        self._later = Card(scrolls=True)
        outer = column(spacing=14)
        outer.addWidget(self._drop_card(), 3)
        outer.addWidget(self._later, 2)
        self.setLayout(outer)
        self.refresh()

    def _drop_card(self) -> Card:
        card = Card()
        inside = column(spacing=12)
        inside.addStretch(1)
        inside.addWidget(IconLabel("ph.download-simple", "primary", 44), 0, CENTRE)
        for words, role in (
            (_("Drop the office's list here, or choose it"), "heading"),
            (_("Excel, LibreOffice or CSV; headings in Arabic or French; titles and totals may stay."), "muted"),
            (_("Nothing is written before you have seen every row."), "muted"),
        ):
            label = Label(words, role, wrap=True)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            inside.addWidget(label)
        inside.addWidget(ActionButton(self.choose_action), 0, CENTRE)
        self.problem.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inside.addWidget(self.problem)
        inside.addStretch(1)
        card.body.addLayout(inside, 1)
        return card

    def refresh(self) -> None:
        """What waits, and the lists that were taken over."""
        count = self._desk.read(reads.rows_waiting)
        files = self._desk.read(importing.files)
        self._later.clear()
        if count:
            words = ngettext("{number} row of a list waits", "{number} rows of lists wait", count)
            self._later.add(
                TaskRow(
                    "ph.warning-circle",
                    words.format(number=format_number(count)),
                    _("To be mended, joined to somebody or left out"),
                    Action(N_("Show the rows"), "ph.rows", self._waiting),
                )
            )
        if files:
            self._later.add(Label(_("Lists taken over"), "heading"))
        for taken in files:
            words = _("{day} · new: {new} · changed: {changed} · waited: {waiting}")
            self._later.add(EventRow("ph.file", apart(taken.name), words.format_map(taken.words())))
        self._later.setVisible(bool(count or files))

    def choose(self) -> None:
        """Ask for a file."""
        title, kinds = _("Choose a list"), _("Lists ({endings})").format(endings=ENDINGS)
        every = _("All files")
        name, _kind = QFileDialog.getOpenFileName(self, title, "", f"{kinds};;{every} (*)")
        if name:
            self._chosen(Path(name))

    def tell_problem(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.setMinimumHeight(px(20))


def shown_name(path: Path) -> str:
    return code(path.name)
