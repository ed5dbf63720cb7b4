"""How certificates are to look: from which template, on which side of the sheet, in which language."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QWidget

from craftdesk.base.i18n import N_, _
from craftdesk.base.names import fold
from craftdesk.desk.desk import Desk
from craftdesk.features.certificates.models import CertificateKind
from craftdesk.features.certificates.writes import Chosen
from craftdesk.features.office.reads import chamber
from craftdesk.features.templates import reads as templates
from craftdesk.features.templates.reads import Listed
from craftdesk.ui.cards import row
from craftdesk.ui.labels import Label
from craftdesk.ui.picking import ChoiceField, RecordField
from craftdesk.ui.suggestions import Choice
from craftdesk.ui.theme import px

LANDSCAPE, PORTRAIT = "landscape", "portrait"
SHEETS = {LANDSCAPE: N_("Landscape"), PORTRAIT: N_("Portrait")}
LANGUAGES = {"ar": N_("Arabic"), "fr": N_("French"), "both": N_("Both languages")}


class LookRow(QWidget):
    """Begins with the template that the office usually takes, its sheet, and the language of the office's papers."""

    def __init__(self, desk: Desk, kind: CertificateKind) -> None:
        super().__init__()
        self._desk = desk
        self._kind = kind
        self.template = RecordField(self._fitting, self._known)
        self.sheet, self.language = ChoiceField(SHEETS), ChoiceField(LANGUAGES)
        self.language.set_value(desk.read(chamber).language)
        for field, width in ((self.template, 220), (self.sheet, 108), (self.language, 132)):
            field.setFixedWidth(px(width))
        self.line: QHBoxLayout = row(spacing=10)
        titles = (_("Template"), _("Sheet"), _("Language"))
        for title, field in zip(titles, (self.template, self.sheet, self.language), strict=True):
            self.line.addWidget(Label(title, "label"))
            self.line.addWidget(field)
        self.line.addStretch(1)
        self.setLayout(self.line)
        self.template.changed.connect(self._follow_template)
        self.follow(kind)

    def follow(self, kind: CertificateKind) -> None:
        """Offer the templates of a kind, the usual one chosen."""
        self._kind = kind
        usual = next(each for each in self._listed() if each.usual)
        self.template.set_value(Choice(usual.id, usual.name))
        self._follow_template()

    def chosen(self) -> Chosen:
        return Chosen(self.template.value() or "", self.sheet.value() != PORTRAIT, self.language.value() or "ar")

    def _follow_template(self) -> None:
        """A template was made for one side of the sheet; the other one may be taken all the same."""
        found = next((each for each in self._listed() if each.id == self.template.value()), None)
        if found:
            self.sheet.set_value(LANDSCAPE if found.template.page.get("landscape", True) else PORTRAIT)

    def _listed(self) -> list[Listed]:
        return self._desk.read(templates.templates, [self._kind.value])

    def _fitting(self, text: str) -> Sequence[Choice]:
        return [Choice(each.id, each.name) for each in self._listed() if fold(text) in fold(each.name)]

    def _known(self, key: str) -> Choice | None:
        return next((Choice(each.id, each.name) for each in self._listed() if each.id == key), None)
