"""A signed sheet that comes back: what was read, what is doubtful, who came without being on the list."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QCheckBox, QDialog, QFileDialog, QLabel, QVBoxLayout, QWidget

from craftdesk.base.dates import weekday_name
from craftdesk.base.i18n import N_, _, ngettext
from craftdesk.base.numbers import isolate
from craftdesk.desk.desk import Desk
from craftdesk.features.training import reads
from craftdesk.features.training.models import Mark, mark_letter
from craftdesk.features.training.scanned import ScannedPage, scanned
from craftdesk.features.training.ui.grid_painting import part_word
from craftdesk.features.training.ui.signed_grid import SignedGrid, SignedModel, pixmap_of
from craftdesk.features.training.writes import signing
from craftdesk.scan.cells import VERDICTS, Verdict
from craftdesk.scan.pictures import ENDINGS
from craftdesk.ui.actions import Action, ActionButton, bind, refresh
from craftdesk.ui.cards import Card, row
from craftdesk.ui.labels import Label
from craftdesk.ui.messages import Notice
from craftdesk.ui.tasks import Progress
from craftdesk.ui.theme import px

_SHARE = 0.92
_SIDE = 320
_CUT = (280, 120)


def choose(parent: QWidget) -> Path | None:
    """Ask which file it is."""
    endings = " ".join(f"*.{each}" for each in ENDINGS)
    kinds = f"{_('Scans and photos')} ({endings})"
    name = QFileDialog.getOpenFileName(parent, _("Signed sheet"), "", kinds)[0]
    return Path(name) if name else None


def bring_back(desk: Desk, key: str, file: Path, parent: QWidget) -> None:
    """Read a file beside the screens, then show what was read for the session of this key."""

    def job(progress: Progress) -> list[ScannedPage]:
        told = _("Page {number}")
        with desk.database.reading() as session:
            return list(scanned(session, file, lambda number: progress.step(0, 0, told.format(number=number))))

    def done(pages: list[ScannedPage]) -> None:
        SignedSheet(desk, key, file, pages, parent).open()

    desk.work(job, done, title=_("Reading {file}").format(file=isolate(file.name)))


class SignedSheet(QDialog):
    """Shows each cell with its picture; Enter takes over what stands there, in one action."""

    def __init__(self, desk: Desk, key: str, file: Path, pages: Sequence[ScannedPage], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Signed sheet"))
        self._desk, self._file = desk, file
        self._mine = [page for page in pages if page.sheet is not None and page.sheet.session.id == key and page.rows]
        self._others = [page for page in pages if page not in self._mine]
        sheet = self._mine[0].sheet if self._mine else None
        self.model = SignedModel(sheet or desk.read(reads.sheet, key), dict(signing.cells_of(self._mine)))
        self.grid = SignedGrid(self.model)
        self.summary = Label("", "title")
        self.hint = Label("", "muted", wrap=True)
        self.where = Label("", "", wrap=True)
        self.cut = QLabel()
        self.absent = QCheckBox(_("Who did not sign was absent"))
        self.absent.setChecked(True)
        self._actions = [
            Action(N_("Cancel"), "ph.x", self.reject),
            Action(N_("Take over"), "ph.check", self.take_over, "Ctrl+Return", self._has_cells, primary=True),
        ]
        self._lay_out()
        bind(self, self._actions[1:])
        self.grid.stood.connect(self._show_cell)
        self.grid.decided.connect(self._tell)
        self._tell()
        self.grid.go_on()
        self.grid.setFocus()
        self.resize(parent.window().size() * _SHARE)

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(px(20), px(16), px(20), px(16))
        outer.setSpacing(px(12))
        outer.addWidget(self.summary)
        outer.addWidget(self.hint)
        for page in self._others:
            outer.addWidget(Notice(self._why(page)))
        middle = row(spacing=16)
        middle.addWidget(self.grid, 1)
        middle.addWidget(self._side())
        outer.addLayout(middle, 1)
        foot = row(spacing=10)
        foot.addWidget(self.absent, 1)
        for action in self._actions:
            foot.addWidget(ActionButton(action))
        outer.addLayout(foot)
        self.grid.setVisible(self._has_cells())
        self.absent.setVisible(self._has_cells())

    def _side(self) -> QWidget:
        """The cell on which the user stands, large; below it, lines that were filled by hand."""
        side = Card(_("This cell"), scrolls=True)
        side.setFixedWidth(px(_SIDE))
        self.cut.setFixedHeight(px(_CUT[1]))
        self.cut.setAlignment(Qt.AlignmentFlag.AlignCenter)
        letters = {"yes": mark_letter(Mark.PRESENT), "no": mark_letter(Mark.ABSENT)}
        keys = _("{yes} signed · {no} not signed · Tab next doubtful cell").format(**letters)
        side.add(self.cut, self.where, Label(keys, "hint", wrap=True))
        walk_ins = [line for page in self._mine for line in page.rows if line.walk_in]
        if walk_ins:
            words = _("On the free lines somebody signed. Enrol them under Participants, then mark them here:")
            side.add(Label(words, "", wrap=True))
            side.add(*(self._line(pixmap_of(each.beside)) for each in walk_ins))
        side.setVisible(self._has_cells())
        return side

    def _line(self, picture: QPixmap) -> QLabel:
        shown = QLabel()
        shown.setPixmap(picture.scaledToWidth(px(_CUT[0]), Qt.TransformationMode.SmoothTransformation))
        return shown

    def _has_cells(self) -> bool:
        return self.model.rowCount() > 0 and self.model.columnCount() > 0

    def _why(self, page: ScannedPage) -> str:
        title = _("Page {number}").format(number=page.number)
        why = page.fault
        if not why and page.sheet is not None:
            why = _("This page is of another session: {subject}.").format(subject=isolate(page.sheet.session.label()))
        return f"{title}: {why}"

    def _tell(self) -> None:
        counts = {verdict: self.model.count(verdict) for verdict in Verdict}
        self.summary.setText(_(", ").join(f"{_(VERDICTS[verdict])} {count}" for verdict, count in counts.items()))
        left = counts[Verdict.DOUBTFUL]
        if not self._has_cells():
            self.hint.setText(_("Nothing of this session was recognised in the file."))
        elif left:
            words = ngettext(
                "{count} doubtful cell is left to decide; without a decision it stays open.",
                "{count} doubtful cells are left to decide; without a decision they stay open.",
                left,
            )
            self.hint.setText(words.format(count=left))
        else:
            self.hint.setText(_("Every cell is decided. Marks that stand in the grid already are not changed."))
        refresh(self)

    def _show_cell(self, index: QModelIndex) -> None:
        picture = self.model.picture(index) if index.isValid() else None
        self.cut.setPixmap(picture.scaled(px(_CUT[0]), px(_CUT[1]), *_FITTED) if picture else QPixmap())
        if index.isValid():
            person, half = self.model.people[index.row()], self.model.half_days[index.column()]
            self.where.setText(" · ".join((person.name, f"{weekday_name(half.day)} {half.day.day}", part_word(half))))

    def take_over(self) -> None:
        """Write it, tell what stayed, and close."""
        change = partial(signing.take_over, file=self._file, absent=self.absent.isChecked())
        taken = self._desk.write(change, self._mine, dict(self.model.decided))
        if taken.other:
            words = ngettext(
                "{count} mark says something else than the sheet, and stayed.",
                "{count} marks say something else than the sheet, and stayed.",
                len(taken.other),
            )
            self._desk.tell(words.format(count=len(taken.other)), "warn")
        self.accept()


_FITTED = (Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
