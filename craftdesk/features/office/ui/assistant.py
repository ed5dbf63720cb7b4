"""The first-run assistant: three steps from an empty file to an office."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from craftdesk.base import settings
from craftdesk.base.errors import UserError
from craftdesk.base.i18n import LANGUAGES, N_, _, language
from craftdesk.desk.desk import Desk
from craftdesk.features.office import reads, writes
from craftdesk.features.office.ui.assistant_steps import FIELDS, PREFILLED, STEPS, Step
from craftdesk.features.office.ui.file_input import FileInput
from craftdesk.features.office.ui.inputs import wilaya_input
from craftdesk.features.office.ui.letterhead_view import LetterheadView
from craftdesk.ui.actions import Action, ActionButton, bind
from craftdesk.ui.cards import Card, clear, column, row
from craftdesk.ui.form import Form
from craftdesk.ui.labels import Label
from craftdesk.ui.messages import MessageBar, Mood
from craftdesk.ui.sidebar import Place, SideBar
from craftdesk.ui.theme import px

SIZE = QSize(1100, 720)


class Assistant(QWidget):
    """What was entered stays when the language changes on the way."""

    finished = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._values: dict[str, Any] = {"language": language(), "user": settings.load().user}
        self._step = 0
        self.setProperty("role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._outer = QHBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._outer.setSpacing(0)
        self.resize(px(SIZE.width()), px(SIZE.height()))
        self._build()

    def rebuild(self) -> None:
        """Build everything anew in the language of now."""
        self._values = self.values()
        clear(self._outer)
        self._build()

    def values(self) -> dict[str, Any]:
        """All that is entered so far."""
        return self._values | {name: value for form in self.forms for name, value in form.values().items()}

    @property
    def form(self) -> Form:
        """The form of the open step."""
        return self.forms[self._step]

    def _build(self) -> None:
        self.setWindowTitle(_("CraftDesk"))
        self.side = SideBar(
            [Place(step.name, step.title, step.icon) for step in STEPS],
            title=_("CraftDesk"),
            note=_("A new office is set up in three steps."),
        )
        self.side.chosen.connect(self._go_to)
        self.stack = QStackedWidget()
        self.view = LetterheadView()
        self.forms = [self._form(step) for step in STEPS]
        self.messages = MessageBar()
        page = QVBoxLayout()
        page.setContentsMargins(px(40), px(28), px(40), px(24))
        page.addWidget(self.stack, 1)
        page.addWidget(self.messages)
        self._outer.addWidget(self.side)
        self._outer.addLayout(page, 1)
        self.show_step(self._step)

    def _form(self, step: Step) -> Form:
        """The form of a step, on its card with its buttons."""
        own = {"wilaya_id": wilaya_input(), "activities": FileInput(_("Lists") + " (*.csv *.txt)")}
        names = step.names()
        form = Form({name: FIELDS[name] for name in names}, step.sections, {n: own[n] for n in names if n in own})
        form.set_values(self._values)
        form.saved.connect(self.go_on)
        form.changed.connect(self._changed)
        card = Card()
        card.body.addWidget(form, 1)
        back = Action(N_("Back"), "", lambda: self.show_step(self._step - 1))
        last = step is STEPS[-1]
        on = Action(N_("Set up the office") if last else N_("Next"), "", form.save, "Ctrl+Return", primary=True)
        bind(form, [on])
        if step is not STEPS[0]:
            card.foot.addWidget(ActionButton(back))
        card.foot.addStretch(1)
        card.foot.addWidget(ActionButton(on))
        self.stack.addWidget(self._page(step, card))
        return form

    def _page(self, step: Step, card: Card) -> QWidget:
        """A step with its heading; beside the letterhead stands how it will look."""
        beside = row(card, spacing=14)
        if "chamber_ar" in step.names():
            aside = Card(_("As it stands on papers"), scrolls=True)
            aside.add(self.view)
            aside.setFixedWidth(px(320))
            beside.addWidget(aside)
        outer = column(Label(_(step.title), "title"), Label(_(step.hint), "subtitle"), spacing=10)
        outer.addLayout(beside, 1)
        page = QWidget()
        page.setLayout(outer)
        return page

    def show_step(self, number: int) -> None:
        self._step = number
        self.side.show_place(STEPS[number].name)
        self.view.show_values(self.values())
        self.stack.setCurrentIndex(number)
        self.forms[number].focus_first()

    def _go_to(self, name: str) -> None:
        """By the side bar: back at any time, forward when what stands before is right."""
        wanted = next(place for place, step in enumerate(STEPS) if step.name == name)
        wrong = next((place for place in range(wanted) if not self.forms[place].check()), wanted)
        self.show_step(wrong)

    def go_on(self) -> None:
        if self._step + 1 < len(STEPS):
            self.show_step(self._step + 1)
        else:
            self._finish()

    def _changed(self, name: str) -> None:
        values = self.forms[0].values()
        self.view.show_values(self.values())
        if name == "wilaya_id" and values["wilaya_id"]:
            self._prefill(values["wilaya_id"])
        elif name == "language" and values["language"] in LANGUAGES and values["language"] != language():
            settings.change(language=values["language"])
            self._desk.settings_changed.emit()

    def _prefill(self, wilaya_id: str) -> None:
        """Fill in what an office of this wilaya usually writes; what the user wrote otherwise stays."""
        usual = reads.usual_details(wilaya_id)
        held = self.values()
        before = self._values.get("usual")
        for form in self.forms[1:]:
            for name in PREFILLED:
                untouched = not held.get(name) or (before is not None and held[name] == getattr(before, name))
                if form.has(name) and untouched:
                    form.set_value(name, getattr(usual, name))
        self._values["usual"] = usual

    def _finish(self) -> None:
        values = self.values()
        try:
            self._desk.database.who = values["user"] or self._desk.database.who
            self._desk.write_quietly(writes.make_office, _details(values))
        except UserError as error:
            self.messages.say(str(error), Mood.BAD)
            return
        settings.change(user=values["user"] or "")
        self._import(values["activities"])
        QTimer.singleShot(0, self, self.finished.emit)

    def _import(self, path: str | None) -> None:
        """The list can be imported later too: a faulty one does not hold up the office."""
        if path:
            try:
                self._desk.write(writes.import_activities, Path(path))
            except UserError as error:
                self._desk.tell(str(error), "bad")


def _details(values: Mapping[str, Any]) -> reads.ChamberDetails:
    names = (*PREFILLED, "director_ar", "director_fr")
    paper_language = values["language"] if values["language"] in ("ar", "fr") else "ar"
    return reads.ChamberDetails(
        wilaya_id=values["wilaya_id"],
        language=paper_language,
        logo=values["logo"],
        **{name: values[name] or "" for name in names},
    )
