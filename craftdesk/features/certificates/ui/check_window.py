"""Checking a certificate without internet: one line for a reader of codes, a number, or a file that is dropped."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QVBoxLayout, QWidget
from shiboken6 import isValid

from craftdesk.base import settings
from craftdesk.base.errors import UserError
from craftdesk.base.fields import Script
from craftdesk.base.i18n import N_, _
from craftdesk.base.numbers import isolate, without_marks
from craftdesk.desk.desk import Desk
from craftdesk.features.certificates import checking, reads
from craftdesk.features.certificates.checking import VERDICTS, Answer
from craftdesk.features.certificates.models import Certificate
from craftdesk.features.certificates.seal import PREFIX, Verdict
from craftdesk.features.certificates.ui.answer_view import MOODS, AnswerView
from craftdesk.scan.pictures import ENDINGS
from craftdesk.ui.actions import Action, ActionButton, bind
from craftdesk.ui.cards import row
from craftdesk.ui.dropping import dropped_file
from craftdesk.ui.inputs import EntryLine
from craftdesk.ui.labels import Label
from craftdesk.ui.table import Column, Style, TableView
from craftdesk.ui.tasks import Progress, ProgressStrip
from craftdesk.ui.theme import px

_LONG = 40
"""What is longer than this was not typed by hand."""
_SIZE, _LIST = (900, 700), 340


class CheckWindow(QDialog):
    """The cursor stays in the line: the next scan takes the place of the one before. Esc empties it, then closes."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self._desk = desk
        self.line = EntryLine(Script.LATIN)
        self.line.setPlaceholderText(_("Code of the certificate, or its number"))
        self.view = AnswerView()
        self.answers: Sequence[Answer] = ()
        self.table = TableView(_columns(), "certificates.checked", lambda each: str(id(each)))
        self._actions = [
            Action(N_("File…"), "ph.folder-open", self.choose, "Ctrl+O"),
            Action(N_("Check"), "ph.shield-check", self.check, primary=True),
        ]
        self._lay_out()
        bind(self, self._actions)
        self.table.chosen.connect(self._show)
        self.line.setFocus()

    def _lay_out(self) -> None:
        self.setWindowTitle(_("Check of a certificate"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(px(20), px(16), px(20), px(16))
        outer.setSpacing(px(12))
        entry = row(spacing=10)
        entry.addWidget(self.line, 1)
        for each in self._actions:
            entry.addWidget(ActionButton(each))
        middle = row(spacing=14)
        self.table.setFixedWidth(px(_LIST))
        middle.addWidget(self.table)
        middle.addWidget(self.view, 1)
        outer.addWidget(Label(_("Check of a certificate"), "title"))
        outer.addLayout(entry)
        outer.addLayout(middle, 1)
        outer.addWidget(ProgressStrip(self._desk.worker))
        outer.addWidget(Label(_("Enter checks · Esc is ready for the next one, and closes"), "hint"))
        self.table.hide()
        self.resize(px(_SIZE[0]), px(_SIZE[1]))

    def check(self) -> None:
        """Check what stands in the line: a code, a number, or the path of a file."""
        text = without_marks(self.line.text()).strip()
        if not text:
            self.rest()
        # Codes have no small letters; a reader of codes writes them where the keyboard is locked to capitals.
        elif text.upper().startswith(PREFIX):
            self._tell([checking.check_text(text.upper(), self._desk.read(checking.known))])
        elif (file := _file(text)) is not None:
            self.check_file(file)
        elif found := self._desk.read(checking.find_number, text):
            self._tell([checking.of_record(found)])
        else:
            self._refuse(_not_understood(text))

    def check_file(self, file: Path) -> None:
        """Check each certificate in a file, beside the screens."""

        def job(_progress: Progress) -> list[Answer]:
            with self._desk.database.reading() as session:
                known = checking.known(session)
            return checking.check_file(file, known)

        def done(answers: list[Answer]) -> None:
            if isValid(self):
                self._tell(answers)

        def failed(error: Exception) -> None:
            if not isinstance(error, UserError):
                raise error
            if isValid(self):
                self._refuse(str(error))

        self._desk.work(job, done, failed, title=_("Reading {file}").format(file=isolate(file.name)))

    def choose(self) -> None:
        endings = " ".join(f"*.{each}" for each in ENDINGS)
        kinds = f"{_('Scans and photos')} ({endings})"
        title, folder = _("Certificate to check"), settings.load().recent_folder
        name, _kind = QFileDialog.getOpenFileName(self, title, folder, kinds)
        if name:
            settings.change(recent_folder=str(Path(name).parent))
            self.check_file(Path(name))

    def rest(self) -> None:
        """Be ready for the next certificate."""
        self.answers = ()
        self.table.hide()
        self.view.rest()
        self.line.clear()
        self.line.setFocus()

    def _tell(self, answers: Sequence[Answer]) -> None:
        """Show what was found; of several the first that is not genuine."""
        self.line.clear()
        self.line.setFocus()
        self.answers = answers
        self.table.setVisible(len(answers) > 1)
        self.table.show_rows(answers)
        worst = next((each for each in answers if each.verdict is not Verdict.GENUINE), answers[0])
        self.table.select(str(id(worst)))
        self._show(worst)

    def _show(self, answer: Answer | None) -> None:
        if answer is None or not any(each is answer for each in self.answers):
            return
        standing = self._desk.read(reads.standing, answer.seal)
        ways = []
        if found := standing.certificate:
            ways.append(Action(N_("Show in the register"), "ph.list-numbers", lambda: self._open(found)))
        self.view.show_answer(answer, standing.notes, ways)

    def _open(self, certificate: Certificate) -> None:
        self.close()
        self._desk.open_record(Certificate, certificate.id)

    def _refuse(self, sentence: str) -> None:
        self.answers = ()
        self.table.hide()
        self.view.say(_("Not checked"), sentence)
        self.line.setFocus()
        self.line.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and (self.answers or self.line.text()):
            self.rest()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        event.setAccepted(dropped_file(event) is not None)

    def dropEvent(self, event: QDropEvent) -> None:
        if (file := dropped_file(event)) is not None:
            self.check_file(file)


def _file(text: str) -> Path | None:
    try:
        return Path(text) if Path(text).is_file() else None
    except (OSError, ValueError):  # no path at all
        return None


def _not_understood(text: str) -> str:
    if len(text) > _LONG:
        return _(
            "This is no code of a certificate. If a reader of codes wrote it, switch the keyboard to the letters of "
            "the reader, usually English, and scan again."
        )
    told = _("“{text}” is no code, no file, and no number in this office's register.")
    return told.format(text=isolate(text))


def _columns() -> list[Column[Answer]]:
    return [
        Column(N_("Page"), lambda each: each.page, Style.NUMBER, width=64, name="page"),
        Column(N_("Number"), lambda each: each.seal.values.get("number", ""), Style.CODE, width=124, name="number"),
        Column(N_("Result"), lambda each: _(VERDICTS[each.verdict]), Style.PILL, tone=_tone, width=136, name="result"),
    ]


def _tone(answer: Answer) -> str:
    return MOODS.get(answer.verdict, "warn")
