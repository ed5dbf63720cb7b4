"""A passphrase: typed twice for a file that is made, once for a file that is opened."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit, QVBoxLayout, QWidget

from craftdesk.base.errors import UserError
from craftdesk.base.fields import Script
from craftdesk.base.i18n import N_, _
from craftdesk.ui.actions import Action, ActionButton
from craftdesk.ui.cards import row
from craftdesk.ui.inputs import EntryLine
from craftdesk.ui.labels import Label
from craftdesk.ui.theme import px

_WIDE = 440


class PassphraseDialog(QDialog):
    """`use` is done with the passphrase; what it refuses is told below the lines."""

    def __init__(self, title: str, hint: str, use: Callable[[str], object], parent: QWidget, twice: bool) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(px(_WIDE))
        self._use = use
        titles = (_("Passphrase"), _("The same again")) if twice else (_("Passphrase"),)
        self.lines = [_line(each) for each in titles]
        self.problem = Label("", "problem", wrap=True)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(px(20), px(16), px(20), px(16))
        outer.setSpacing(px(10))
        outer.addWidget(Label(title, "title"))
        outer.addWidget(Label(hint, "muted", wrap=True))
        for words, line in zip(titles, self.lines, strict=True):
            outer.addWidget(Label(words, "label"))
            outer.addWidget(line)
        outer.addWidget(self.problem)
        foot = row(ActionButton(Action(N_("Close"), "ph.x", self.reject)))
        foot.addStretch(1)
        foot.addWidget(ActionButton(Action(title, "ph.check", self.do, primary=True)))
        outer.addLayout(foot)
        self.lines[0].setFocus()

    def do(self) -> None:
        texts = {line.text() for line in self.lines}
        if len(texts) > 1:
            self.problem.setText(_("The two are not the same."))
            return
        try:
            self._use(texts.pop())
        except UserError as error:
            self.problem.setText(str(error))
            self.lines[0].setFocus()
            self.lines[0].selectAll()
            return
        self.accept()


def _line(title: str) -> EntryLine:
    line = EntryLine(Script.ANY)
    line.setEchoMode(QLineEdit.EchoMode.Password)
    line.setAccessibleName(title)
    return line
