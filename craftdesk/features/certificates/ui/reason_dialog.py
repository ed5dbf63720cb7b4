"""What becomes of a certificate after it was issued, with a reason and a day: withdrawn, or printed as a duplicate."""

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from craftdesk.base.dates import today
from craftdesk.base.errors import UserError
from craftdesk.base.fields import Field, Kind, Script
from craftdesk.base.i18n import N_, _
from craftdesk.desk.desk import Desk
from craftdesk.features.certificates import writes
from craftdesk.features.certificates.models import Certificate
from craftdesk.features.certificates.ui.words import PAPER, language_of, titled
from craftdesk.ui.actions import Action, ActionButton
from craftdesk.ui.cards import row
from craftdesk.ui.direction import apart
from craftdesk.ui.form import Form, FormSection
from craftdesk.ui.labels import Label
from craftdesk.ui.messages import MessageBar, Mood
from craftdesk.ui.theme import px

FIELDS: Mapping[str, Field] = {
    "why": Field(N_("Reason"), kind=Kind.LONG_TEXT, required=True),
    "day": Field(N_("Day"), Script.DIGITS, Kind.DATE, required=True),
}
_WIDE = 460


class ReasonDialog(QDialog):
    """Asks why and when; `change` is done with both, and what it refuses stands at the field."""

    def __init__(
        self, chosen: Certificate, words: tuple[str, str], change: Callable[[date, str], object], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title, hint = words
        self._change = change
        self.form = Form(FIELDS, (FormSection("", tuple(FIELDS), 1),), scrolls=False)
        self.form.set_value("day", today())
        self.messages = MessageBar()
        self.setWindowTitle(title)
        self.setMinimumWidth(px(_WIDE))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(px(20), px(16), px(20), px(16))
        outer.setSpacing(px(12))
        outer.addWidget(Label(title, "title"))
        outer.addWidget(Label(f"{titled(chosen)} · {apart(chosen.name)}", "strong", wrap=True))
        outer.addWidget(Label(hint, "muted", wrap=True))
        outer.addWidget(self.form)
        outer.addWidget(self.messages)
        foot = row(ActionButton(Action(N_("Close"), "ph.x", self.reject)))
        foot.addStretch(1)
        foot.addWidget(ActionButton(Action(title, "ph.check", self.do, primary=True)))
        outer.addLayout(foot)
        self.form.saved.connect(self.do)
        self.form.focus_first()

    def do(self) -> None:
        if not self.form.check():
            return
        values = self.form.values()
        try:
            self._change(values["day"], values["why"] or "")
        except UserError as error:
            if not self.form.show_error(error):
                self.messages.say(str(error), Mood.BAD)
            return
        self.accept()


def withdraw(desk: Desk, chosen: Certificate, parent: QWidget) -> None:
    """Declare a certificate void."""
    hint = _(
        "It keeps its number and stays in the register, and is not printed any more. Who checks it is told that it was "
        "withdrawn, and why. Another may be issued in its place on the card of the session."
    )

    def change(day: date, why: str) -> None:
        desk.write(writes.withdraw, chosen.id, day, why)

    ReasonDialog(chosen, (_("Withdrawal of the certificate"), hint), change, parent.window()).open()


def duplicate(desk: Desk, chosen: Certificate, parent: QWidget) -> None:
    """Print a certificate once more, marked as a duplicate."""
    hint = _(
        "The number, the words and the seal stay the same; the paper says beside the number that it is a duplicate."
    )

    def change(day: date, why: str) -> None:
        desk.write(writes.make_duplicate, chosen.id, day, why)
        desk.show_paper(PAPER, chosen.id, language=language_of([chosen]))

    ReasonDialog(chosen, (_("Duplicate of the certificate"), hint), change, parent.window()).open()
