"""Writing a letter: its texts, and beside them the page, drawn anew as one writes."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from craftdesk.base.dates import today
from craftdesk.base.errors import UserError
from craftdesk.base.i18n import N_, _
from craftdesk.desk.desk import Desk
from craftdesk.features.letters import reads, writes
from craftdesk.features.letters.rules import LETTERS, Wanted
from craftdesk.features.letters.ui.choice_row import ChoiceRow
from craftdesk.features.letters.ui.letter_form import LetterForm
from craftdesk.features.letters.ui.page_side import PageSide
from craftdesk.features.letters.ui.words import PAPER, titled
from craftdesk.features.office import reads as office
from craftdesk.ui.actions import Action, ActionButton
from craftdesk.ui.cards import Card, clear, column, row
from craftdesk.ui.labels import Label
from craftdesk.ui.page import PageFrame
from craftdesk.ui.theme import px

DRAFT = "letter"
TEMPLATE, LANGUAGE = "template", "language"
PAPER_WIDTH = 430


class WriterPage(PageFrame):
    """One page for a new letter and for changing one; what was typed is kept until it is saved."""

    def __init__(self, desk: Desk, saved: Callable[[str], object], left: Callable[[], object]) -> None:
        self._desk, self._saved, self._left = desk, saved, left
        self.key: str | None = None
        self._print = Action(N_("Save and print"), "ph.printer", self.save_and_print, "Ctrl+P")
        self._save = Action(N_("Save"), "ph.check", self.check_and_save, "Ctrl+S", primary=True)
        back = Action(N_("To the letters"), "ph.arrow-u-up-left", self.leave, "Esc")
        # The form itself listens to Ctrl+S.
        super().__init__("", actions=[back, self._print])
        self.set_actions([back, self._print, self._save])
        self.choice = ChoiceRow(desk)
        self.form: LetterForm | None = None
        self.paper = PageSide(desk)
        self._place = column(spacing=0)
        self._note = Label("", "muted")
        self._discard = ActionButton(Action(N_("Discard"), "ph.x", self.discard), small=True)
        self.set_body(self._laid_out())
        self.choice.chosen.connect(self._rebuild)
        desk.leaving.connect(self.keep_draft)

    def _laid_out(self) -> QWidget:
        card, paper, whole = Card(), Card(), QWidget()
        card.add(self.choice)
        card.body.addLayout(self._place, 1)
        card.foot.addWidget(self._note, 1)
        card.foot.addWidget(self._discard)
        paper.body.addWidget(self.paper, 1)
        paper.setFixedWidth(px(PAPER_WIDTH))
        whole.setLayout(row(card, paper, spacing=12))
        return whole

    # What is written.

    def start(self, artisan_id: str | None = None) -> None:
        """An empty letter (to this artisan), or what was written before and not saved."""
        draft = self._desk.drafts.get(DRAFT) if artisan_id is None else {}
        self._begin(None, self._empty(), draft)
        if artisan_id and self.form:
            self.form.set_value("artisan_id", artisan_id)

    def start_like(self, key: str) -> None:
        """A new letter of today with the words of another one; the addressee is left to be chosen."""
        wanted = reads.wanted_of(self._desk.read(reads.letter, key))
        nobody = dict.fromkeys(("recipient", "address"), "")
        texts = {**wanted.texts, **nobody}
        self._begin(None, replace(wanted, day=today(), artisan_id=None, addressee=None, texts=texts), {})

    def edit(self, key: str) -> None:
        """A letter that is there; its number stays."""
        wanted = reads.wanted_of(self._desk.read(reads.letter, key))
        self._begin(key, wanted, self._desk.drafts.get(f"{DRAFT} {key}"))

    def _empty(self) -> Wanted:
        language = self._desk.read(office.chamber).language
        wanted = Wanted(self.choice.usual(), language, today())
        return replace(wanted, signatory=self._desk.read(reads.signatory, wanted))

    def _begin(self, key: str | None, wanted: Wanted, draft: dict[str, str]) -> None:
        self.key = key
        template, language = draft.pop(TEMPLATE, wanted.template), draft.pop(LANGUAGE, wanted.language)
        if template != wanted.template and not self._offers(template):
            template = wanted.template
        self.choice.show_choice(template, language)
        self._build(replace(wanted, template=template, language=language), draft)
        self._name()

    def _offers(self, template: str) -> bool:
        return template in (*LETTERS, *(each.id for each in self._desk.read(reads.offered)))

    def _name(self) -> None:
        if self.key is None:
            self.set_title(_("New letter"), _("Its number follows when it is saved."))
        else:
            found = self._desk.read(reads.letter, self.key)
            self.set_title(found.recipient, titled(found))

    def _build(self, wanted: Wanted, draft: dict[str, str]) -> None:
        clear(self._place)
        self.form = LetterForm(self._desk, self.key, wanted)
        self.form.restore(draft)
        self.form.saved.connect(self.save)
        self.form.cancelled.connect(self.leave)
        self.form.changed.connect(lambda _name: self._changed())
        self._place.addWidget(self.form, 1)
        self.form.focus_first()
        self._tell()
        self.paper.begin(self.form.wanted(), self.key)

    def _rebuild(self) -> None:
        """Another template asks for other texts, another language for other letters; what was written stays."""
        if self.form is None:
            return
        template, language = self.choice.held
        wanted = self.form.in_other(template, language)
        self._build(wanted, {})
        if self.form:
            self.form.set_changed()
        self._changed()

    def _changed(self) -> None:
        if self.form:
            self.paper.show_letter(self.form.wanted())
        self._tell()
        self.keep_draft()

    def _tell(self) -> None:
        unsaved = bool(self.form and self.form.unsaved_words())
        self._note.setText(_("Not saved yet") if unsaved else "")
        self._discard.setVisible(unsaved)

    # Saving.

    def _draft_name(self) -> str:
        return f"{DRAFT} {self.key}" if self.key else DRAFT

    def keep_draft(self) -> None:
        """Write down what was typed and not saved."""
        if self.form is not None and self.isVisible() and self.form.unsaved_words():
            template, language = self.choice.held
            kept: dict[str, Any] = {TEMPLATE: template, LANGUAGE: language, **self.form.draft()}
            self._desk.drafts.keep(self._draft_name(), kept)

    def check_and_save(self) -> None:
        """Save what is written, or go to what is wrong."""
        if self.form:
            self.form.save()

    def save(self) -> None:
        """Save, and go back to the list."""
        if (key := self._write()) is not None:
            self._saved(key)

    def save_and_print(self) -> None:
        """Save, and show it to be printed."""
        if self.form is None or not self.form.check():
            return
        language = self.form.wanted().language
        if (key := self._write()) is not None:
            self._saved(key)
            self._desk.show_paper(PAPER, key, language=language)

    def _write(self) -> str | None:
        if self.form is None:
            return None
        try:
            key = self._desk.write(writes.save_letter, self.key, self.form.wanted())
        except UserError as error:
            if not self.form.show_error(error):
                self._desk.tell(str(error), "bad")
            return None
        self._desk.drafts.forget(self._draft_name())
        self.form.rest()
        return key

    def discard(self) -> None:
        """Forget what was typed and not saved."""
        self._desk.drafts.forget(self._draft_name())
        if self.key:
            self.edit(self.key)
        else:
            self.start()

    def leave(self) -> None:
        """Back to the list; what was not saved is kept."""
        if self.form and self.form.unsaved_words():
            self.keep_draft()
            self._desk.tell(_("Not saved, but kept: open the letter again to go on."), "warn")
        self._left()
