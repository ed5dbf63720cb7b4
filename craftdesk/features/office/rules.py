"""The nomenclature of activities and what an office of a wilaya usually writes on its papers."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from craftdesk.base.names import fold
from craftdesk.base.numbers import latin_digits
from craftdesk.base.paths import RESOURCES
from craftdesk.features.office.models import in_language

PLACES = RESOURCES / "places"
SECTORS = RESOURCES / "activities" / "sectors.csv"
CODE_LENGTH = 7
"""Two digits of the sector and five of the activity (decree 97-140, articles 4 and 5)."""


@dataclass(frozen=True)
class Domain:
    """One of the three domains of crafts."""

    code: str
    name_ar: str
    name_fr: str

    def label(self) -> str:
        return in_language(self.name_ar, self.name_fr)


@dataclass(frozen=True)
class Sector:
    """One of the 24 sectors; the first two digits of an activity's code are its sector's."""

    code: str
    domain: Domain
    name_ar: str
    name_fr: str

    def label(self) -> str:
        return in_language(self.name_ar, self.name_fr)


@dataclass(frozen=True)
class ChamberDetails:
    """What the first-run assistant asks; under the centred lines of the letterhead stands the chamber's name."""

    wilaya_id: str
    place_ar: str
    place_fr: str
    lines_ar: str
    lines_fr: str
    chamber_ar: str
    chamber_fr: str
    director_ar: str = ""
    director_fr: str = ""
    language: str = "ar"
    logo: bytes | None = None


def rows_of(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a list of ours (UTF-8, comma)."""
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines)


@cache
def domains() -> Mapping[str, Domain]:
    """The three domains by their number."""
    return {
        row["code"]: Domain(row["code"], row["name_ar"], row["name_fr"])
        for row in rows_of(SECTORS)
        if not row["domain"]
    }


@cache
def sectors() -> Mapping[str, Sector]:
    """The 24 sectors by their two digits."""
    known = domains()
    return {
        row["code"]: Sector(row["code"], known[row["domain"]], row["name_ar"], row["name_fr"])
        for row in rows_of(SECTORS)
        if row["domain"]
    }


def sector_of(code: str | None) -> Sector | None:
    """The sector of an activity's code."""
    return sectors().get((code or "")[:2])


def domain_of(code: str | None) -> Domain | None:
    """The domain of an activity's code."""
    sector = sector_of(code)
    return sector.domain if sector else None


def plain_code(text: str) -> str:
    """An activity's code as it is kept: digits alone, whichever digits and separators were written."""
    return "".join(letter for letter in latin_digits(text) if letter.isdigit())


@cache
def wilaya_names() -> Mapping[str, tuple[str, str]]:
    """The wilayas that the program brings along, Arabic and French by number: known before there is an office."""
    return {row["code"]: (row["name_ar"], row["name_fr"]) for row in rows_of(PLACES / "wilayas.csv")}


def usual_details(wilaya_id: str) -> ChamberDetails:
    """What an office of this wilaya usually writes; the ministry's name changes, so all of it can be edited."""
    arabic, french = wilaya_names()[wilaya_id]
    of_it = f"D'{french}" if fold(french)[:1] in "aeiou" else f"DE {french}"
    return ChamberDetails(
        wilaya_id=wilaya_id,
        place_ar=arabic,
        place_fr=french,
        lines_ar="الجمهورية الجزائرية الديمقراطية الشعبية\nوزارة السياحة والصناعة التقليدية",
        lines_fr="RÉPUBLIQUE ALGÉRIENNE DÉMOCRATIQUE ET POPULAIRE\nMINISTÈRE DU TOURISME ET DE L'ARTISANAT",
        chamber_ar=f"غرفة الصناعة التقليدية والحرف لولاية {arabic}",
        chamber_fr=f"CHAMBRE DE L'ARTISANAT ET DES MÉTIERS DE LA WILAYA {of_it.upper()}",
    )


def reference(number: int, year: int) -> str:
    """A number of the year as offices write and read it: 2026/0045."""
    return f"{year}/{number:04d}"
