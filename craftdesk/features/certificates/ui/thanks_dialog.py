"""Thanking somebody who took part in no session: a partner, a guest, an association."""

from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from craftdesk.base.dates import today
from craftdesk.base.errors import UserError
from craftdesk.base.fields import Field, Kind, Script
from craftdesk.base.i18n import N_, _
from craftdesk.desk.desk import Desk
from craftdesk.features.certificates import writes
from craftdesk.features.certificates.models import CertificateKind
from craftdesk.features.certificates.rules import Thanked
from craftdesk.features.certificates.ui.look_row import LookRow
from craftdesk.features.certificates.ui.words import PAPER
from craftdesk.features.roster.models import SEXES, Sex
from craftdesk.ui.actions import Action, ActionButton
from craftdesk.ui.cards import row
from craftdesk.ui.form import Form, FormSection
from craftdesk.ui.inputs import Input
from craftdesk.ui.labels import Label
from craftdesk.ui.messages import MessageBar, Mood
from craftdesk.ui.theme import px

FIELDS = {
    "name_ar": Field(N_("Name in Arabic"), Script.ARABIC),
    "name_la": Field(N_("Name in Latin letters"), Script.LATIN),
    "function_ar": Field(N_("Function in Arabic"), Script.ARABIC),
    "function_fr": Field(N_("Function in French"), Script.LATIN),
    "sex": Field(N_("Sex"), kind=Kind.CHOICE, choices=SEXES),
    "reason_ar": Field(N_("What for, in Arabic"), Script.ARABIC, Kind.LONG_TEXT),
    "reason_fr": Field(N_("What for, in French"), Script.LATIN, Kind.LONG_TEXT),
}
SECTIONS = (FormSection("", tuple(FIELDS)),)


class ThanksDialog(QDialog):
    """Issues the certificate with the next number of the year and shows it to be printed."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        inputs: dict[str, Input] = {}
        self.form = Form(FIELDS, SECTIONS, inputs, scrolls=False)
        self.look = LookRow(desk, CertificateKind.THANKS)
        self.messages = MessageBar()
        issue = Action(N_("Issue and print"), "ph.certificate", self.issue, primary=True)
        self.button = ActionButton(issue)
        self.setWindowTitle(_("Certificate of thanks"))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(px(20), px(16), px(20), px(16))
        outer.setSpacing(px(14))
        foot = row(ActionButton(Action(N_("Cancel"), "ph.x", self.reject)))
        foot.addStretch(1)
        foot.addWidget(self.button)
        outer.addWidget(Label(_("Certificate of thanks"), "title"))
        outer.addWidget(self.form)
        outer.addWidget(self.look)
        outer.addWidget(self.messages)
        outer.addLayout(foot)
        self.form.saved.connect(self.issue)

    def issue(self) -> None:
        values = {name: value or "" for name, value in self.form.values().items() if name != "sex"}
        sex = self.form.values()["sex"]
        person = Thanked(**values, sex=Sex(sex) if sex else None)
        chosen = self.look.chosen()
        try:
            key = self._desk.write(writes.thank, person, today(), chosen)
        except UserError as error:
            if not self.form.show_error(error):
                self.messages.say(str(error), Mood.BAD)
            return
        self.accept()
        self._desk.show_paper(PAPER, key, language=chosen.language)
