"""Inputs that know the office's places."""

from craftdesk.base.names import fold
from craftdesk.desk.desk import Desk
from craftdesk.features.office import reads
from craftdesk.features.office.models import in_language
from craftdesk.ui.picking import RecordField
from craftdesk.ui.suggestions import Choice


def commune_input(desk: Desk, placeholder: str = "") -> RecordField:
    """A commune, found by either script; the wilaya stands below the name."""

    def search(typed: str) -> list[Choice]:
        return [_commune(place) for place in desk.read(reads.communes, typed)]

    def known(key: str) -> Choice:
        return _commune(desk.read(reads.commune_place, key))

    return RecordField(search, known, placeholder=placeholder)


def _commune(place: reads.Place) -> Choice:
    return Choice(place.id, place.label(), place.detail(), "ph.map-pin")


def activity_input(desk: Desk, placeholder: str = "") -> RecordField:
    """An activity, found by its code or its names."""

    def search(typed: str) -> list[Choice]:
        return [Choice(each.id, each.label(), each.code) for each in desk.read(reads.activities, typed, 40)]

    def known(key: str) -> Choice | None:
        return next((each for each in search("") if each.key == key), None)

    return RecordField(search, known, placeholder=placeholder)


def wilaya_input() -> RecordField:
    """A wilaya, by its number or its name; needs no office yet."""
    choices = [
        (Choice(number, f"{number}  {in_language(arabic, french)}"), f"{number} {fold(arabic)} {fold(french)}")
        for number, (arabic, french) in reads.wilaya_names().items()
    ]

    def search(typed: str) -> list[Choice]:
        asked = fold(typed).split()
        return [
            choice
            for choice, words in choices
            if all(any(word.startswith(part) for word in words.split()) for part in asked)
        ]

    def known(key: str) -> Choice | None:
        return next((choice for choice, _words in choices if choice.key == key), None)

    return RecordField(search, known)
