"""Giving a guide: what it takes from the artisan's card, what is asked, and the paper that comes of it."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal

from craftdesk.base.dates import today
from craftdesk.base.errors import UserError
from craftdesk.base.fields import Field, Kind
from craftdesk.base.i18n import LANGUAGES, N_, _, language
from craftdesk.data.model import fields_of
from craftdesk.desk.desk import Desk
from craftdesk.features.guides import reads, writes
from craftdesk.features.guides.models import GivenGuide
from craftdesk.features.guides.rules import TaxCase, case_of, guessed_metal
from craftdesk.features.roster import reads as roster
from craftdesk.features.roster.models import Artisan, Metal
from craftdesk.ui.actions import Action, ActionButton
from craftdesk.ui.cards import Card
from craftdesk.ui.form import Form
from craftdesk.ui.labels import Label
from craftdesk.ui.picking import RecordField
from craftdesk.ui.suggestions import Choice

PAPER = "tax-guide"
PAPER_LANGUAGES = {code: name for code, name in LANGUAGES.items() if code in ("ar", "fr")}
ARTISAN = "artisan_id"


def paper_language() -> str:
    """Guides are printed in Arabic unless the screen speaks French."""
    return "fr" if language() == "fr" else "ar"


def metal_is_known(artisan: Artisan) -> bool:
    """Whether the card or the activity says which metal is worked, so that nothing has to be asked."""
    activity = artisan.activity
    if artisan.metal is not None or activity is None:
        return artisan.metal is not None
    return guessed_metal(activity.code, activity.name_ar, activity.name_fr) is not None


def give(desk: Desk, case: TaxCase, artisan_id: str, in_language: str) -> None:
    """Write the guide down and show it, ready to print."""
    key = desk.write(writes.give_guide, case, artisan_id, in_language)
    desk.show_paper(PAPER, key, language=in_language)


def _fields() -> dict[str, Field]:
    declared = fields_of(GivenGuide)
    return {
        ARTISAN: Field(N_("Artisan"), kind=Kind.RECORD, required=True),
        "metal": replace(declared["metal"], required=True),
        "started_on": declared["started_on"],
        "commitment_signed_on": declared["commitment_signed_on"],
        "language": replace(declared["language"], required=True, choices=PAPER_LANGUAGES),
    }


class GiveCard(Card):
    """Asks what the guide depends on; choosing an artisan fills in what the card knows."""

    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("New guide"), scrolls=True)
        self._desk = desk
        picker = RecordField(self._search, self._known)
        self.form = Form(_fields(), inputs={ARTISAN: picker}, scrolls=False)
        self.form.changed.connect(self._changed)
        self.form.saved.connect(self._give)
        self.form.cancelled.connect(self.closed)
        self._case = Label("", "muted", wrap=True)
        self.add(self.form, self._case)
        self.foot.addWidget(ActionButton(Action(N_("Give and print"), "ph.printer", self.form.save, primary=True)))
        self.foot.addWidget(ActionButton(Action(N_("Cancel"), "", self.closed.emit)))
        self.form.set_values({"language": paper_language()})

    def start(self, artisan_id: str | None = None) -> None:
        """Begin a new guide, for this artisan or for nobody yet."""
        self.form.set_values({"language": paper_language(), ARTISAN: artisan_id})
        if artisan_id:
            self._fill(artisan_id)
        self.form.focus_first()

    def _search(self, typed: str) -> list[Choice]:
        return [Choice(each.key, each.name, each.detail) for each in self._desk.read(roster.suggestions, typed)]

    def _known(self, key: str) -> Choice:
        return Choice(key, self._desk.read(reads.artisan, key).label())

    def _changed(self, name: str) -> None:
        if name == ARTISAN and (key := self.form.values()[ARTISAN]):
            self._fill(key)

    def _fill(self, key: str) -> None:
        """What the artisan's card says; the metal is left open where nothing tells it."""
        artisan = self._desk.read(reads.artisan, key)
        case = case_of(artisan, today())
        self.form.set_value("metal", case.metal.value if metal_is_known(artisan) else None)
        self.form.set_value("started_on", case.started_on)
        self.form.set_value("commitment_signed_on", case.commitment_signed_on)
        activity = artisan.activity.label() if artisan.activity else _("No activity on the card")
        self._case.setText(activity)

    def _give(self) -> None:
        values = self.form.values()
        try:
            give(self._desk, self._case_of(values), values[ARTISAN], values["language"])
        except UserError as error:
            if not self.form.show_error(error):
                self._desk.tell(str(error), "bad")
            return
        self.closed.emit()

    def _case_of(self, values: dict[str, Any]) -> TaxCase:
        known = case_of(self._desk.read(reads.artisan, values[ARTISAN]), today())
        return replace(
            known,
            metal=Metal(values["metal"]),
            started_on=values["started_on"],
            commitment_signed_on=values["commitment_signed_on"],
        )
