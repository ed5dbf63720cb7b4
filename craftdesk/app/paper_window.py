"""A paper on the screen: seen in either language, printed, saved, opened."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QButtonGroup, QDialog, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from craftdesk.app.paper_options import PaperOptions
from craftdesk.app.printing import Printed, printing_of
from craftdesk.app.shortcuts import Shortcuts
from craftdesk.app.window import AGAIN
from craftdesk.base.errors import UserError
from craftdesk.base.i18n import LANGUAGES, N_, _, language
from craftdesk.desk.batch import options_of
from craftdesk.desk.desk import Desk
from craftdesk.desk.feature import Paper
from craftdesk.desk.papers import rendered
from craftdesk.ui.actions import Action, bind
from craftdesk.ui.cards import row
from craftdesk.ui.labels import Label
from craftdesk.ui.messages import Message, MessageBar, Mood
from craftdesk.ui.preview.preview import PaperPreview
from craftdesk.ui.tasks import Progress, ProgressStrip
from craftdesk.ui.theme import px

TITLES = {**LANGUAGES, "both": N_("Both languages")}
OPTIONS = 300
SHARE = 0.94
"""How much of the window behind it the preview covers."""


class PaperWindow(QDialog):
    """Made beside the screens; another language makes the paper anew."""

    def __init__(
        self, desk: Desk, paper: Paper, keys: Sequence[str], wished: str | None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self._paper = paper
        self._keys = tuple(keys)
        self.language = wished or (language() if language() in ("ar", "fr") else "ar")
        self.preview = PaperPreview(keys_in=self)
        self.options = PaperOptions(paper, keys) if options_of(paper, keys) else None
        self.messages = MessageBar()
        self.printing = printing_of(desk)
        for each in (self.preview, self.printing):
            each.failed.connect(self._fail)
        self.preview.told.connect(self.messages.say)
        self.printing.told.connect(self._offer_again)
        self.preview.printing.connect(self._print)
        self._lay_out()
        self._bind()
        if self.options is not None:
            self.options.chosen.connect(self.make)
        if parent is not None:
            self.resize(parent.size() * SHARE)
        self.preview.setFocus()
        self.make()

    def _bind(self) -> None:
        runs = ((AGAIN, self.printing.again), ("F1", self.show_shortcuts), ("Ctrl+/", self.show_shortcuts))
        bind(self, [Action("", "", run, shortcut) for shortcut, run in runs])

    def _lay_out(self) -> None:
        title = _(self._paper.title)
        self.setWindowTitle(title)
        self._languages = QButtonGroup(self)
        head = row(Label(title, "title"), spacing=12)
        head.addStretch(1)
        for code in self._paper.languages:
            head.addWidget(self._button(code))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(px(20), px(16), px(20), px(16))
        outer.setSpacing(px(12))
        outer.addLayout(head)
        # Over the whole width: beside options the pages alone have too little for their buttons.
        outer.addWidget(self.preview.bar)
        body = row(spacing=14)
        if self.options is not None:
            self.options.setFixedWidth(px(OPTIONS))
            body.addWidget(self.options)
        body.addWidget(self.preview, 1)
        outer.addLayout(body, 1)
        outer.addWidget(ProgressStrip(self._desk.worker))
        outer.addWidget(ProgressStrip(self.printing.worker))
        outer.addWidget(self.messages)

    def _button(self, code: str) -> QPushButton:
        button = QPushButton(_(TITLES[code]))
        button.setProperty("role", "tab")
        button.setCheckable(True)
        button.setChecked(code == self.language)
        button.clicked.connect(lambda: self.speak(code))
        self._languages.addButton(button)
        return button

    def _print(self) -> None:
        self.printing.ask(Printed(self.preview.pdf, self.preview.title), self)

    def _offer_again(self, words: str) -> None:
        again = Action(N_("Print again"), "ph.printer", self.printing.again, AGAIN)
        self.messages.tell(Message(words, Mood.GOOD, [again]))

    def _fail(self, words: str) -> None:
        self.messages.say(words, Mood.BAD)

    def show_shortcuts(self) -> None:
        Shortcuts(self).open()

    def speak(self, code: str) -> None:
        """Show the paper in another language."""
        if code != self.language:
            self.language = code
            self.make()

    def make(self) -> None:
        """Set the paper and show it."""
        title = _(self._paper.title)
        wanted = self.language
        chosen = self.options.values() if self.options is not None else {}

        def job(progress: Progress) -> bytes:  # noqa: ARG001 - a paper is made in one piece
            with self._desk.database.reading() as session:
                return rendered(session, self._paper, self._keys, wanted, chosen)

        def done(pdf: bytes) -> None:
            # The window may be closed by now, or another language or option asked for.
            if isValid(self.preview) and wanted == self.language and self._is_still(chosen):
                self.preview.show_paper(pdf, title, stay=self.preview.pages > 0)

        self._desk.work(job, done, self._tell_failure, title)

    def _is_still(self, chosen: dict[str, Any]) -> bool:
        return self.options is None or self.options.values() == chosen

    def _tell_failure(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        if isValid(self.messages):
            self.messages.say(str(error), Mood.BAD)
