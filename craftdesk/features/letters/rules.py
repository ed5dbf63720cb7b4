"""What a letter says, frozen as it was written."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from craftdesk.base.dates import format_day, format_range
from craftdesk.base.i18n import _, language, ngettext, pgettext, speaking
from craftdesk.base.numbers import group_phone, isolate
from craftdesk.base.words import DAY, count_in_words
from craftdesk.features.letters.models import Addressee
from craftdesk.features.office.documents import lines, numbered, place_and_date
from craftdesk.features.office.models import in_language
from craftdesk.features.office.reads import OfficeOnDay
from craftdesk.features.office.rules import reference
from craftdesk.features.office.signings import SIGNINGS, Signing
from craftdesk.features.office.wording import at, running
from craftdesk.features.templates.purposes import PURPOSES
from craftdesk.features.training.models import CourseKind
from craftdesk.features.training.rules import Sheet
from craftdesk.pdf.template.forme import forme
from craftdesk.pdf.template.source import Template
from craftdesk.pdf.template.speech import ARABIC, FRENCH, Layout, runs_in

LETTERS = tuple(name for name, purpose in PURPOSES.items() if purpose.letter)
"""The purposes of the templates from which letters are made."""
GIVEN = frozenset({"chamber", "director", "signs_as", "office", "at_office", "day", "number", "phone"})
"""The fields that the program fills in by itself."""
COLUMNS = {"recipient", "address", "topic", "body", "enclosures"}
"""The fields that are columns of a letter under their own name."""
NEEDED = {
    "letter": ("recipient", "topic", "body"),
    "convocation": ("recipient", "event", "subject", "days"),
    "missing-papers": ("recipient", "missing", "until"),
}
"""What a letter does not go out without."""
RUNNING = frozenset({"body", "missing"})
"""The texts of several paragraphs."""
_MARKS = {ARABIC: "\u200f", FRENCH: "\u200e"}


@dataclass(frozen=True)
class Wanted:
    """A letter as it is written: from which template, in which language, on which day; `texts` by field."""

    template: str
    language: str
    day: date
    texts: Mapping[str, str] = field(default_factory=dict)
    artisan_id: str | None = None
    addressee: Addressee | None = None
    signatory: str = ""
    signing: Signing = Signing.DIRECTOR


@dataclass(frozen=True)
class Printed:
    """Every word of the paper: the values of the fields, the head in both languages, who it is from."""

    language: str
    values: Mapping[str, str]
    sex: str | None
    lines_ar: tuple[str, ...]
    lines_fr: tuple[str, ...]
    number: str
    place_and_date: str
    logo: str | None
    chamber: str


def layout_of(template: Template, language: str) -> Layout:
    """The sheet for which the template was made."""
    return Layout(language, bool(template.page.get("landscape", False)))


def asked(template: Template, language: str) -> list[str]:
    """The fields that have to be written for a letter from a template, in the order in which they are listed."""
    named = {"place" if name == "at_place" else name for name in forme(template, layout_of(template, language)).names}
    return [name for name in PURPOSES[template.purpose].named() if name in named - GIVEN]


def missing(template: Template, wanted: Wanted) -> list[str]:
    """The fields that are needed and empty."""
    named = asked(template, wanted.language)
    needed = [name for name in NEEDED[template.purpose] if name in named or name == "recipient"]
    return [name for name in needed if not wanted.texts.get(name, "").strip()]


def printed(office: OfficeOnDay, wanted: Wanted, number: int, purpose: str) -> Printed:
    """What the letter says when it is written by this office, whose `day` is the day of the letter."""
    with speaking(wanted.language):
        return Printed(
            wanted.language,
            _values(office, wanted, number, PURPOSES[purpose].named()),
            wanted.addressee.value if wanted.addressee else None,
            lines(office, ARABIC),
            lines(office, FRENCH),
            numbered(number, office.day.year, wanted.language),
            place_and_date(office, office.day, wanted.language),
            office.chamber.logo,
            office.name(),
        )


def _values(office: OfficeOnDay, wanted: Wanted, number: int, names: Iterable[str]) -> dict[str, str]:
    texts = {name: _begun(text.strip(), name) for name, text in wanted.texts.items()}
    given = {
        "chamber": running(office.name()),
        "director": wanted.signatory.strip(),
        "signs_as": _(SIGNINGS[wanted.signing]),
        "office": office.place(),
        "at_office": at(office.place()),
        "day": format_day(office.day),
        "number": isolate(reference(number, office.day.year)),
        "phone": isolate(group_phone(office.chamber.phone or "")),
        "at_place": at(wanted.texts.get("place", "").strip()),
    }
    return {name: given[name] if name in given else texts.get(name, "") for name in names}


def _begun(text: str, name: str) -> str:
    """Paragraphs run in the direction of their letter, even where they begin with a word of the other script."""
    if name not in RUNNING:
        return text
    mark = _MARKS[language()]
    lines = [line.strip() for line in text.splitlines()]
    return "\n".join(mark + line if runs_in(line, language()) != language() else line for line in lines)


def to_json(frozen: Printed) -> dict[str, Any]:
    return asdict(frozen)


def from_json(written: Mapping[str, Any]) -> Printed:
    return Printed(**{**written, "lines_ar": tuple(written["lines_ar"]), "lines_fr": tuple(written["lines_fr"])})


def split(texts: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """The texts that are columns of a letter, by column, and the others."""
    own = {name: texts.get(name, "").strip() for name in COLUMNS} | {"refers_to": texts.get("reference", "").strip()}
    others = {
        name: text.strip() for name, text in texts.items() if name not in {*COLUMNS, "reference"} and text.strip()
    }
    return own, others


def of_sheet(sheet: Sheet, names: Collection[str]) -> dict[str, str]:
    """What these fields say of a training session, in the language spoken."""
    held = sheet.session
    found = {
        "subject": in_language(held.subject_ar, held.subject_fr),
        "event": _event(held.kind),
        "days": format_range(sheet.days[0], sheet.days[-1]) if sheet.days else "",
        "length": _length(len(sheet.days), held.hours) if sheet.days else "",
        "hours": str(held.hours or ""),
        "place": held.place,
        "partner": held.partner,
        "trainers": _(", ").join(in_language(each.name_ar, each.name_la) for each in sheet.trainers),
    }
    return {name: text for name, text in found.items() if name in names}


def _event(kind: CourseKind) -> str:
    if kind is CourseKind.AWARENESS:
        return pgettext("was held", "the awareness day")
    if kind is CourseKind.MEETING:
        return pgettext("was held", "the meeting")
    return pgettext("was held", "the training course")


def _length(days: int, hours: int | None) -> str:
    long = count_in_words(days, DAY, oblique=True)
    if not hours:
        return long
    counted = ngettext("{count} hour", "{count} hours", hours).format(count=hours)
    return _("{days} ({hours})").format(days=long, hours=counted)
