"""The card of an artisan: the form, and beside it all that is known of the person."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from craftdesk.base.errors import UserError
from craftdesk.base.folding import fold
from craftdesk.base.i18n import N_, _
from craftdesk.base.numbers import apart
from craftdesk.data.model import Model
from craftdesk.desk.desk import Desk
from craftdesk.desk.feature import NEW
from craftdesk.desk.paper_menu import begin_actions, paper_actions, papers_button
from craftdesk.features.roster import reads, writes
from craftdesk.features.roster.models import Artisan, StatusChange
from craftdesk.features.roster.ui.artisan_form import ArtisanForm, names_of
from craftdesk.features.roster.ui.artisan_side import ArtisanSide
from craftdesk.features.roster.ui.begun_cards import DRAFT, begun, title_of, unused
from craftdesk.features.roster.ui.person_panel import SHEET
from craftdesk.features.roster.ui.twins_card import KEY
from craftdesk.features.roster.ui.words import FURTHER, names
from craftdesk.ui.actions import Action, ActionButton
from craftdesk.ui.cards import Card, clear, column, row
from craftdesk.ui.icons import IconLabel, chevron
from craftdesk.ui.labels import Label
from craftdesk.ui.page import PageFrame
from craftdesk.ui.theme import px

PAUSE = 600
"""Milliseconds after the last letter until what was typed is kept as a draft."""
WIDE, NARROW = 336, 300
"""The side, where there is room and where there is little."""
ROOM = 1000
MOST_OFFERED = 3
"""So many begun cards are offered beside the open one: the latest."""


class ArtisanPage(PageFrame):
    """Shows one card, or a new one; what was typed and not saved is kept as a draft, whatever happens.

    `begun` is the name of a new card's draft: several can be begun before one is saved.
    """

    def __init__(self, desk: Desk, closed: Callable[[], object], next_one: Callable[[str | None], str | None]) -> None:
        self._desk = desk
        self._closed = closed
        self._next_one = next_one
        self.key: str | None = None
        self.begun = DRAFT
        self._actions = self._all_actions()
        # The form itself listens to Ctrl+S.
        super().__init__("", actions=[each for each in self._actions if not each.primary])
        self._forms: dict[bool, ArtisanForm] = {}
        self._stack = QStackedWidget()
        self.side = ArtisanSide(desk, self._values, self.open_twin, self.join, self._go_to)
        self.side.twins.left.connect(self._back_to_field)
        self._field: QWidget | None = None
        self._came_from: str | None = None
        self._note = column(spacing=6)
        self._state = Label("", "muted")
        self._lay_out_card()
        self.set_side(self.side, WIDE)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.keep_draft)
        desk.changed.connect(self._follow)
        desk.leaving.connect(self.keep_draft)

    def _all_actions(self) -> list[Action]:
        return [
            Action(N_("Back to the list"), chevron(forward=False), self.close_card, "Alt+Left"),
            Action(N_("Information sheet"), "ph.printer", self._print, "Ctrl+P", self._is_saved),
            papers_button(self, self._further(), self._is_saved),
            Action(N_("Delete"), "ph.trash", self._delete, "Ctrl+Del", self._is_saved),
            Action(N_("Save and next"), "ph.skip-forward", self.save_and_next, "Ctrl+Return"),
            Action(N_("Save"), "ph.check", self._save, "Ctrl+S", primary=True),
            Action(N_("New artisan"), "ph.plus", self.begin_another, "Ctrl+N"),
            Action(N_("Who may be on the roster already"), "", self.go_to_twins, KEY),
        ]

    def _further(self) -> list[Action]:
        papers = paper_actions(self._desk, FURTHER, lambda: (self.key,) if self.key else ())
        return [*papers, *begin_actions(self._desk, Artisan, lambda: self.key)]

    def _lay_out_card(self) -> None:
        card = Card()
        card.body.addWidget(self._stack, 1)
        self._foot_line: QHBoxLayout = card.foot
        self.body.addLayout(self._note)
        self.body.addWidget(card, 1)

    @property
    def form(self) -> ArtisanForm:
        """The form in use: that of a new card asks for the status too."""
        new = self.key is None
        if new not in self._forms:
            self._forms[new] = self._form(new)
            self._stack.addWidget(self._forms[new])
        return self._forms[new]

    def _form(self, new: bool) -> ArtisanForm:
        form = ArtisanForm(self._desk, new)
        form.cancelled.connect(self.close_card)
        form.saved.connect(self.save)
        form.changed.connect(self._changed)
        form.dirty_changed.connect(self._tell_dirty)
        return form

    def _values(self) -> dict[str, Any]:
        return self.form.values()

    def _go_to(self, name: str) -> None:
        self.form.go_to(name)

    def begin(self, draft: str = "") -> None:
        """A new card: the one that was begun under this name or last, else an empty one."""
        self.keep_draft()
        waiting = begun(self._desk.drafts)
        self.begun = draft or (waiting[-1] if waiting else DRAFT)
        self._put_up(None)
        self.form.begin()
        self.side.begin()
        self.set_title(_("New artisan"), "")
        self._take_up_draft()
        self._offer_begun()
        self.form.focus_first()

    def begin_another(self) -> None:
        """A new card from an open one; what is not saved there is kept."""
        if self.form.dirty:
            self.keep_draft()
            self._desk.tell(_("Not saved, but kept: open the card again to go on."), "warn")
            self.begin("" if self.key else unused(self._desk.drafts))
        elif self.key:
            self.begin()
        else:
            self.form.focus_first()

    def open(self, key: str) -> None:
        """The card of somebody who is on the roster."""
        self.keep_draft()
        self._put_up(key)
        self._show(self._desk.read(reads.card, key))
        self._take_up_draft()
        self.form.focus_first()

    def go_to_twins(self) -> None:
        """Leave the form for those who may be the same person; Esc comes back to the field."""
        self._field = self.form.focusWidget()
        self.side.twins.enter()

    def _back_to_field(self) -> None:
        (self._field or self.form).setFocus()

    def open_twin(self, key: str) -> None:
        """The card of somebody who may be the one in the form, from where the way leads back."""
        came_from, typed = self.key or f"{NEW}{self.begun}", names_of(self.form.values())
        self.open(key)
        self._came_from = came_from
        line = row(IconLabel("ph.arrow-u-up-left", "copper_line", 18))
        line.addWidget(Label(_("You were entering: {name}").format(name=apart(typed)), wrap=True), 1)
        line.addWidget(ActionButton(Action(N_("Back to it"), "", self.close_card, "Alt+Left"), small=True))
        self._note.addLayout(line)

    def _go_back(self) -> None:
        came_from, self._came_from = self._came_from or "", None
        if came_from.startswith(NEW):
            self.begin(came_from.removeprefix(NEW))
        else:
            self.open(came_from)

    def join(self, key: str) -> None:
        """It is the same person: go on with the card that is there, and put into it what was typed and is missing."""
        typed = {name: (text, self.form.input(name).text()) for name, text in self._draft().items()}
        photo = self.form.values()["photo"]
        self._forget_draft()
        self.form.rest()
        self.open(key)
        there = {name: self.form.input(name) for name in typed if self.form.has(name)}
        missing = {name: typed[name][0] for name, place in there.items() if not place.draft()}
        other = {name for name in there.keys() - missing.keys() if fold(there[name].text()) != fold(typed[name][1])}
        self.form.restore(missing)
        if photo and not self.form.values()["photo"]:
            self.form.set_value("photo", photo)
        if other:
            self._tell_other({self.form.row(name).label.text(): typed[name][1] for name in typed if name in other})

    def _tell_other(self, typed: dict[str, str]) -> None:
        """What was typed and is otherwise on the card: it stays as it is, and nothing is lost."""
        words = " · ".join(_("{label}: {value}").format(label=label, value=apart(v)) for label, v in typed.items())
        line = row(IconLabel("ph.info", "copper_line", 18))
        line.addWidget(Label(_("Typed otherwise, and left as it is here: {what}").format(what=words), wrap=True), 1)
        self._note.addLayout(line)

    def _put_up(self, key: str | None) -> None:
        self.key = key
        self._came_from = None
        clear(self._note)
        self._stack.setCurrentWidget(self.form)
        shown = [*self._actions[:4], self._actions[6]] if key else self._actions[:1]
        self.set_actions(shown)
        clear(self._foot_line)
        self._state = Label("", "muted")
        self._foot_line.addWidget(self._state, 1)
        # The same key goes on with the list, or with one new card after the other.
        further = self._actions[4] if key else replace(self._actions[4], title=N_("Save and new"), icon="ph.plus")
        for action in (further, self._actions[5]):
            self._foot_line.addWidget(ActionButton(action))

    def _show(self, card: reads.Card) -> None:
        self.form.show_artisan(card.artisan, card.photo)
        self.side.show_card(card)
        self.set_title(*names(card.artisan))

    def _changed(self, name: str) -> None:
        self.side.twins.changed(name)
        self._pause.start()
        if self.key is None:
            self.set_title(names_of(self.form.values()) or _("New artisan"))

    def _tell_dirty(self, dirty: bool) -> None:
        self._state.setText(_("Not saved yet") if dirty else "")

    def _save(self) -> None:
        self.form.save()

    def save(self) -> bool:
        """Save what was changed; what was refused is told at its field."""
        entered = self.form.changes() if self.key else _filled(self.form.values())
        try:
            key = self._desk.write(writes.save_artisan, self.key, entered, self.form.guesses())
        except UserError as error:
            if not self.form.show_error(error):
                self._desk.tell(str(error), "bad")
            return False
        self._forget_draft()
        self._put_up(key)
        self._show(self._desk.read(reads.card, key))
        return True

    def save_and_next(self) -> None:
        """Save, and go on with the next one of the list from which this card was opened, or with another new card."""
        if not self.form.check():
            return
        if self.key is None:
            if self.save():
                self.begin(unused(self._desk.drafts))
            return
        following = self._next_one(self.key)
        if self.form.dirty and not self.save():
            return
        if following:
            self.open(following)
        else:
            self._closed()

    def close_card(self) -> None:
        """Back to the list; what was not saved is kept."""
        if self.form.dirty:
            self.keep_draft()
            self._desk.tell(_("Not saved, but kept: open the card again to go on."), "warn")
        if self._came_from is not None:
            self._go_back()
        else:
            self._closed()

    def keep_draft(self) -> None:
        """Write down what was typed and not saved."""
        self._pause.stop()
        if (self.key is None) in self._forms:
            self._desk.drafts.keep(self._draft_name(), self._draft())

    def _draft(self) -> dict[str, str]:
        typed = self.form.unsaved() if self.form.dirty else {}
        return {name: text for name, text in typed.items() if name != "photo"}

    def _draft_name(self) -> str:
        return f"{DRAFT} {self.key}" if self.key else self.begun

    def _take_up_draft(self) -> None:
        """Go on with what was typed before and never saved."""
        draft = self._desk.drafts.get(self._draft_name())
        if not draft:
            return
        self.form.restore(draft)
        line = row(IconLabel("ph.clock-counter-clockwise", "copper_line", 18))
        line.addWidget(Label(_("This is what was typed here before and was not saved yet."), wrap=True), 1)
        line.addWidget(ActionButton(Action(N_("Discard"), "ph.x", self.discard), small=True))
        self._note.addLayout(line)

    def _offer_begun(self) -> None:
        """The ways to the other new cards that were begun."""
        drafts = self._desk.drafts
        others = [name for name in begun(drafts) if name != self.begun]
        if not others:
            return
        line = row(IconLabel("ph.stack", "copper_line", 18), Label(_("Begun and not saved yet:")))
        for name in others[-MOST_OFFERED:]:
            go_on = Action(title_of(drafts, name), "", partial(self.begin, name))
            line.addWidget(ActionButton(go_on, small=True))
        line.addStretch(1)
        self._note.addLayout(line)

    def discard(self) -> None:
        """Forget what was typed and not saved."""
        self._forget_draft()
        self.form.rest()
        if self.key:
            self.open(self.key)
        else:
            self.begin()

    def _forget_draft(self) -> None:
        self._pause.stop()
        self._desk.drafts.forget(self._draft_name())

    def _print(self) -> None:
        if self.key:
            self._desk.show_paper(SHEET, self.key)

    def _delete(self) -> None:
        if self.key is None:
            return
        try:
            self._desk.write(writes.delete_artisans, [self.key])
        except UserError as error:
            self._desk.tell(str(error), "bad")

    def _is_saved(self) -> bool:
        return self.key is not None

    def _follow(self, touched: frozenset[type[Model]]) -> None:
        """Somebody else's change shows, an undo too; what is being typed stays."""
        if self.key is None or touched.isdisjoint({Artisan, StatusChange}):
            return
        if not self._desk.read(reads.is_there, self.key):
            self._forget_draft()
            self.key = None
            self._closed()
        elif not self.form.dirty:
            self._show(self._desk.read(reads.card, self.key))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.side.setFixedWidth(px(WIDE if event.size().width() >= px(ROOM) else NARROW))


def _filled(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in (None, "")}
