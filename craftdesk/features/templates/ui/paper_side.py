"""The page of a template as it would be printed, redrawn as one writes, beside the screens."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from craftdesk.base.dates import today
from craftdesk.base.errors import UserError
from craftdesk.base.i18n import _, speaking
from craftdesk.data.session import Session
from craftdesk.desk.desk import Desk
from craftdesk.features.office.reads import office_on
from craftdesk.features.templates.documents import sample_page, sample_record
from craftdesk.features.templates.purposes import PURPOSES
from craftdesk.features.templates.ui.words import LANGUAGES, SHEETS
from craftdesk.pdf.template.faults import Fault, faults, trials
from craftdesk.pdf.template.source import Template
from craftdesk.pdf.template.speech import BOTH, Layout
from craftdesk.ui.cards import column, row
from craftdesk.ui.labels import Label
from craftdesk.ui.preview.pages_view import PagesView

WAIT = 160
"""Milliseconds after the last letter before the page is drawn anew."""


@dataclass(frozen=True)
class Drawn:
    """A page, or nothing where the template is faulty, and what is wrong."""

    pdf: bytes
    faults: Sequence[Fault]


class PaperSide(QWidget):
    """Shows a template in the chosen language and sheet; `tried` tells what is wrong with it."""

    tried = Signal(object)
    """the faults, a sequence of Fault"""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._template: Template | None = None
        self._shown: Layout | None = None
        self.language, self.sheet = "ar", "landscape"
        self.view = PagesView()
        self.note = Label("", "muted", wrap=True)
        self._wait = QTimer(self, singleShot=True, interval=WAIT)
        self._wait.timeout.connect(self._ask)
        self._languages, self._sheets = QButtonGroup(self), QButtonGroup(self)
        self._buttons = {
            **{code: _tab(_(title), self._languages) for code, title in LANGUAGES.items()},
            **{code: _tab(_(title), self._sheets) for code, title in SHEETS.items()},
        }
        self._lay_out()

    def _lay_out(self) -> None:
        head = row(*(self._buttons[code] for code in LANGUAGES), spacing=14)
        head.addStretch(1)
        foot = row(spacing=14)
        foot.addWidget(self.note, 1)
        for code in SHEETS:
            foot.addWidget(self._buttons[code])
        lines = column(spacing=8)
        lines.addLayout(head)
        lines.addWidget(self.view, 1)
        lines.addLayout(foot)
        self.setLayout(lines)
        for code in LANGUAGES:
            self._buttons[code].clicked.connect(lambda _checked=False, code=code: self.speak(code))
        for code in SHEETS:
            self._buttons[code].clicked.connect(lambda _checked=False, code=code: self.turn(code))

    def begin(self, template: Template, language: str = "ar") -> None:
        """Show a template in the sheet that it is made for."""
        letter = PURPOSES[template.purpose].letter
        self.sheet = "landscape" if template.page.get("landscape", True) else "portrait"
        self.language = "ar" if letter and language == BOTH else language
        self._buttons[BOTH].setVisible(not letter)
        self._buttons[self.language].setChecked(True)
        self._buttons[self.sheet].setChecked(True)
        self._template = template
        self._ask()

    def show_template(self, template: Template) -> None:
        """Show what is written now, a moment after the last letter."""
        self._template = template
        self._wait.start()

    def speak(self, code: str) -> None:
        self.language = code
        self._buttons[code].setChecked(True)
        self._ask()

    def turn(self, sheet: str) -> None:
        self.sheet = sheet
        self._buttons[sheet].setChecked(True)
        self._ask()

    @property
    def layout_now(self) -> Layout:
        return Layout(self.language, self.sheet == "landscape")

    def _ask(self) -> None:
        self._wait.stop()
        if (template := self._template) is not None:
            wanted = self.layout_now
            self._desk.read_beside(self._show, lambda session: (wanted, _drawn(session, template, wanted)))

    def _show(self, answer: tuple[Layout, Drawn]) -> None:
        wanted, drawn = answer
        if drawn.pdf:
            self.view.show_file(drawn.pdf, stay=wanted == self._shown)
            self._shown = wanted
        whole = next((each.message for each in drawn.faults if not each.place), "")
        first = drawn.faults[0].message if drawn.faults else ""
        self.note.setText(whole or first)
        self.tried.emit(drawn.faults)


def _drawn(session: Session, template: Template, layout: Layout) -> Drawn:
    found = faults(template, PURPOSES[template.purpose].named())
    if found:
        return Drawn(b"", found)
    office = office_on(session, today())
    try:
        with speaking(layout.paper):
            told = trials(template, layout, sample_record(office, template, layout))
            return Drawn(sample_page(office, template, layout).render(), told)
    except UserError as error:
        return Drawn(b"", told or [Fault((), "", str(error))])


def _tab(title: str, group: QButtonGroup) -> QPushButton:
    button = QPushButton(title)
    button.setProperty("role", "tab")
    button.setCheckable(True)
    group.addButton(button)
    return button
