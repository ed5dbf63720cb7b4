"""A birth place is typed in one script; where it is a commune, papers in the other language know its name there."""

from functools import cache

from craftdesk.base.i18n import language
from craftdesk.base.names import fold
from craftdesk.features.office.rules import PLACES, rows_of


def in_script(place: str, code: str | None = None) -> str:
    """The name of a commune in the letters of a language (the one that is spoken); any other place as it is typed."""
    arabic = (code or language()) == "ar"
    if not place or _is_arabic(place) == arabic:
        return place
    names = _names().get(fold(place))
    return place if names is None else names[0] if arabic else names[1]


def _is_arabic(text: str) -> bool:
    return any("\u0621" <= letter <= "\u064a" for letter in text)


@cache
def _names() -> dict[str, tuple[str, str] | None]:
    """Both names of a commune by each of its spellings; None where two communes share one and differ in the other."""
    found: dict[str, tuple[str, str] | None] = {}
    for row in rows_of(PLACES / "communes.csv"):
        names = row["name_ar"], row["name_fr"]
        for spelling in {fold(each) for each in (*names, *row["other_names"].split("|")) if each}:
            found[spelling] = names if found.get(spelling, names) == names else None
    return found
