"""The form of an artisan: everything on one page, in the order of the paper file."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from craftdesk.base.fields import Field, Kind
from craftdesk.base.i18n import N_, _
from craftdesk.base.numbers import isolate
from craftdesk.data.model import fields_of
from craftdesk.data.session import Session
from craftdesk.desk.desk import Desk
from craftdesk.features.office import reads as office
from craftdesk.features.office.models import Activity
from craftdesk.features.roster import guessing, rules
from craftdesk.features.roster.guessing import GUESSED, NAMES, Guess, Source
from craftdesk.features.roster.models import Artisan, Form, Rank, Status
from craftdesk.features.roster.ui.people_filters import activities, communes
from craftdesk.ui.form import Form as FieldForm
from craftdesk.ui.form import FormSection
from craftdesk.ui.inputs import BirthInput
from craftdesk.ui.picking import RecordField
from craftdesk.ui.pictures import PhotoField, has_image
from craftdesk.ui.suggestions import Choice

IDENTITY = ("family_ar", "given_ar", "sex", "family_la", "given_la", "birth_date", "birth_place", "birth_act", "nin")
CONTACT = ("home_address", "home_commune_id", "phone", "activity_address", "activity_commune_id", "other_phone")
REGISTER = ("register_no", "registered_on", "card_no", "card_kind", "card_issued_on", "card_until")
ACTIVITY = (
    *("activity_id", "metal", "form", "rank", "premises", "started_on"),
    *("workers", "apprentices", "qualification"),
)
TAX = (
    *("nif", "tax_article", "tax_regime", "tax_office", "tax_collector", "commitment_signed_on"),
    *("casnos_no", "casnos_since"),
)
STANDING = {"form": Form.INDIVIDUAL, "rank": Rank.ARTISAN, "status": Status.REGISTERED}
"""What most people are, when a new card is begun."""
PART_OF_BIRTH = "birth_year"
PAUSE = 120
"""Milliseconds after the last letter of a name until the other names are guessed."""
SOURCES = {
    Source.OFFICE: N_("So it is usually written in this office"),
    Source.LIST: N_("So it is usually written in Algeria"),
    Source.SOUND: N_("Guessed from the sound"),
}


def sections(new: bool) -> list[FormSection]:
    register = (*REGISTER[:2], "status", *REGISTER[2:]) if new else REGISTER
    return [
        FormSection(N_("Identity"), IDENTITY, 3),
        FormSection(N_("Addresses and phones"), CONTACT, 3),
        FormSection(N_("Register and card"), register, 3),
        FormSection(N_("Craft"), ACTIVITY, 3),
        FormSection(N_("Tax and social security"), TAX, 3),
        FormSection(N_("Remarks and photo"), ("remarks", "photo"), 3, wide=("remarks", "photo")),
    ]


def fields(new: bool) -> dict[str, Field]:
    """The declared fields; what cannot be right is told as a warning, since a half-filled card can be saved."""
    every = {name: replace(field, check=None) for name, field in fields_of(Artisan).items()}
    every["birth_date"] = replace(every["birth_date"], label=N_("Birth date or year"), kind=Kind.TEXT)
    del every[PART_OF_BIRTH]
    if not new:
        del every["status"]
    return every


class ArtisanForm(FieldForm):
    """Says what is doubtful at the field as soon as it is left, and never stands in the way of saving for it."""

    def __init__(self, desk: Desk, new: bool) -> None:
        self._desk = desk
        inputs = {
            "birth_date": BirthInput("birth_date", PART_OF_BIRTH),
            "activity_id": RecordField(partial(activities, desk), self._activity),
            "home_commune_id": RecordField(partial(communes, desk), self._commune),
            "activity_commune_id": RecordField(partial(communes, desk), self._commune),
            "photo": PhotoField(),
        }
        super().__init__(fields(new), sections(new), inputs)
        self.left.connect(self.show_doubts)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.ask_for_guesses)
        self.changed.connect(self._name_changed)
        self.setAcceptDrops(True)
        for line in self.findChildren(QLineEdit):
            line.installEventFilter(self)

    def begin(self) -> None:
        """An empty card with what most people are."""
        self.set_values(STANDING)

    def show_artisan(self, artisan: Artisan, photo: bytes | None) -> None:
        values = {name: getattr(artisan, name) for name in fields_of(Artisan)}
        self._pause.stop()
        self.set_values({**values, "photo": photo})
        noted = rules.guesses(artisan)
        self.offer({name: (guess, _("Guessed when it was entered")) for name, guess in noted.items()}, GUESSED)
        self.show_doubts()

    def _name_changed(self, name: str) -> None:
        if name in GUESSED:
            self._pause.start()

    def ask_for_guesses(self) -> None:
        """Let what is still empty be guessed from the names, beside the typing."""
        self._desk.read_beside(self._guessed, partial(_guesses, values=self._named()))

    def _named(self) -> dict[str, Any]:
        values = self.values()
        return {name: values[name] for name in (*NAMES, "sex")}

    def _guessed(self, found: tuple[dict[str, Any], dict[str, Guess]]) -> None:
        asked, guesses = found
        if asked == self._named():
            self.offer({name: (guess.value, _(SOURCES[guess.source])) for name, guess in guesses.items()}, GUESSED)

    def show_doubts(self) -> None:
        """What the values say against each other or cannot be, at their fields."""
        values = self.values()
        told = {name: rules.said(remark) for name, remark in rules.doubts(values).items()} | rules.faults(values)
        if PART_OF_BIRTH in told:
            told["birth_date"] = told.pop(PART_OF_BIRTH)
        for name in self._warned() - told.keys():
            self.row(name).show_message("")
        self.show_warnings(told)
        self._told = set(told)

    def _warned(self) -> set[str]:
        """The fields at which a doubt stands; those with text that could not be read keep their own words."""
        warned: set[str] = getattr(self, "_told", set())
        return {name for name in warned if not self.row(name).input.fault()}

    @property
    def photo(self) -> PhotoField:
        found = self.input("photo")
        assert isinstance(found, PhotoField)
        return found

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A picture that is pasted anywhere on the card is the photo."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            pasted = QGuiApplication.clipboard().mimeData()
            if event.matches(QKeySequence.StandardKey.Paste) and not pasted.hasText() and pasted.hasImage():
                return self.photo.take_from(pasted)
        return super().eventFilter(watched, event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if has_image(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if self.photo.take_from(event.mimeData()):
            event.acceptProposedAction()

    def go_to(self, name: str) -> None:
        """Put the cursor into a field, for whoever mends it."""
        self.row(name).input.setFocus()

    def _activity(self, key: str) -> Choice | None:
        found = self._desk.read(lambda session: session.get(Activity, key))
        return Choice(key, found.label(), isolate(found.code)) if found else None

    def _commune(self, key: str) -> Choice | None:
        place = self._desk.read(office.commune_place, key)
        return Choice(key, place.label(), place.detail())


def _guesses(session: Session, values: dict[str, Any]) -> tuple[dict[str, Any], dict[str, Guess]]:
    """The guesses with what they were made from: the card may be another by now."""
    return values, guessing.guesses(session, values)


def names_of(values: Mapping[str, Any]) -> str:
    """What the card in the making is called."""
    arabic = " ".join(filter(None, (values.get("family_ar"), values.get("given_ar"))))
    latin = " ".join(filter(None, (values.get("family_la"), values.get("given_la"))))
    return arabic or latin
