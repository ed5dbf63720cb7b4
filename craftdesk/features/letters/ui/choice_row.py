"""From which template a letter is made, and in which language."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from craftdesk.base.i18n import _
from craftdesk.base.names import fold
from craftdesk.desk.desk import Desk
from craftdesk.features.letters import reads
from craftdesk.features.letters.models import LANGUAGES
from craftdesk.features.templates.reads import Listed
from craftdesk.ui.cards import row
from craftdesk.ui.labels import Label
from craftdesk.ui.picking import ChoiceField, RecordField
from craftdesk.ui.suggestions import Choice
from craftdesk.ui.theme import px


class ChoiceRow(QWidget):
    """Tells `chosen` when another template or language stands there."""

    chosen = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._held = ("", "")
        self.template = RecordField(self._fitting, self._known)
        self.language = ChoiceField(LANGUAGES)
        line = row(spacing=10)
        for title, field, width in ((_("Template"), self.template, 250), (_("Language"), self.language, 120)):
            field.setFixedWidth(px(width))
            line.addWidget(Label(title, "label"))
            line.addWidget(field)
            field.changed.connect(self._changed)
        line.addStretch(1)
        self.setLayout(line)

    def show_choice(self, template: str, language: str) -> None:
        """Let these stand there, as they were or as they usually are."""
        self._held = (template, language)
        self.template.set_value(template)
        self.language.set_value(language)

    @property
    def held(self) -> tuple[str, str]:
        """The template and the language that were chosen last; a half-written name chooses nothing."""
        return self._held

    def usual(self) -> str:
        """The template of plain letters."""
        return next(each.id for each in self._listed() if each.usual)

    def _changed(self) -> None:
        found = (self.template.value() or self._held[0], self.language.value() or self._held[1])
        if found != self._held:
            self._held = found
            self.chosen.emit()

    def _listed(self) -> list[Listed]:
        return self._desk.read(reads.offered)

    def _fitting(self, text: str) -> Sequence[Choice]:
        return [Choice(each.id, each.name) for each in self._listed() if fold(text) in fold(each.name)]

    def _known(self, key: str) -> Choice | None:
        """A template that was deleted since is still that of its letters."""
        found = next((Choice(each.id, each.name) for each in self._listed() if each.id == key), None)
        return found or Choice(key, _("A deleted template"))
