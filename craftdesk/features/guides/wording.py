"""The text of a guide: the Markdown of resources/guides, filled for one artisan.

Every figure that the text names becomes its words with a number in square brackets; the numbers lead to the list of
sources at the end, each with the day as of which it is true.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from craftdesk.base.dates import format_day, month_name
from craftdesk.base.i18n import _, language, ngettext, pgettext
from craftdesk.base.numbers import format_dinars, format_percent, isolate
from craftdesk.base.paths import RESOURCES
from craftdesk.features.guides.reads import GuideMatter
from craftdesk.features.guides.rules import FIGURES, Figure, Unit, first_final_return, within
from craftdesk.features.office.models import in_language
from craftdesk.features.office.reads import Place
from craftdesk.features.roster.models import Artisan, Sex

if TYPE_CHECKING:
    from jinja2 import Environment

BATNA = "05"
"""Where the tax directorate's note of 1 March 2026 asks jewellers for a fixed address."""


@dataclass(frozen=True)
class Reference:
    """A source with the day as of which its figures are true."""

    number: int
    source: str
    as_of: date

    def line(self) -> str:
        shown = _("{source} (as of {day})").format(source=isolate(self.source), day=format_day(self.as_of))
        return f"{isolate(f'[{self.number}]')} {shown}"


class Cited:
    """A figure inside the text: writes itself with the number of its source."""

    def __init__(self, figure: Figure, references: list[Reference]) -> None:
        self._figure = figure
        self._references = references

    @property
    def known(self) -> bool:
        return self._figure.known

    def __str__(self) -> str:
        return f"{in_words(self._figure)} {isolate(f'[{self._number()}]')}"

    def _number(self) -> int:
        for reference in self._references:
            if (reference.source, reference.as_of) == (self._figure.source, self._figure.as_of):
                return reference.number
        self._references.append(Reference(len(self._references) + 1, self._figure.source, self._figure.as_of))
        return len(self._references)


class Citations:
    """`fact.ifu_minimum` in the text."""

    def __init__(self, figures: dict[str, Figure]) -> None:
        self._figures = figures
        self.references: list[Reference] = []

    def __getattr__(self, key: str) -> Cited:
        return Cited(self._figures[key], self.references)


def in_words(figure: Figure) -> str:
    """A figure's value as it stands in a sentence of the language spoken here."""
    return _WRITERS[FIGURES[figure.key].unit](figure.value) if figure.value else ""


def _counted(message: Callable[[int], str]) -> Callable[[str], str]:
    return lambda value: message(int(value)).format(n=int(value))


def _span(value: str) -> str:
    first, last = map(_day_of_year, value.split("/"))
    return _("from {first} to {last}").format(first=first, last=last)


def _percent(value: str) -> str:
    return format_percent(float(value) / 100)


def _dinars(value: str) -> str:
    return format_dinars(round(float(value) * 100)).replace(",00", "")


def _day_of_year(value: str) -> str:
    day, month = value.split("-")
    shown = "1er" if language() == "fr" and int(day) == 1 else str(int(day))
    return f"{shown} {month_name(int(month))}"


_WRITERS: Mapping[Unit, Callable[[str], str]] = {
    Unit.DAYS: _counted(lambda n: ngettext("{n} day", "{n} days", n)),
    Unit.HOURS: _counted(lambda n: ngettext("{n} hour", "{n} hours", n)),
    Unit.YEARS: _counted(lambda n: ngettext("{n} year", "{n} years", n)),
    Unit.TRAINEES: _counted(lambda n: ngettext("{n} trainee", "{n} trainees", n)),
    Unit.DINARS: _dinars,
    Unit.DUTY: lambda value: _("{amount} per gram").format(amount=_dinars(value)),
    Unit.PERCENT: _percent,
    Unit.PERCENTS: lambda value: _(" or ").join(map(_percent, value.split("/"))),
    Unit.DAY_OF_YEAR: _day_of_year,
    Unit.SPAN: _span,
    Unit.TEXT: isolate,
}


def guide_text(matter: GuideMatter) -> tuple[str, list[Reference]]:
    """The guide as Markdown in the language spoken here, and its sources in the order of their numbers."""
    case = matter.case
    cited = Citations(matter.figures)
    values = {
        "fact": cited,
        "code": isolate,
        "person": _person(matter),
        "today": format_day(case.day),
        "regime": case.regime.value,
        "services": case.services,
        "art": case.art,
        "metal": case.metal.value,
        "batna": matter.office.chamber.wilaya_id == BATNA,
        "signed_on": format_day(case.commitment_signed_on) if case.commitment_signed_on else "",
        "started_on": format_day(case.started_on) if case.started_on else "",
        "existence_by": _by(case.started_on, matter.figures["existence_days"]),
        "casnos_by": _by(case.started_on, matter.figures["casnos_days"]),
        "first_final_by": _first_final(matter),
        "tax_office": matter.artisan.tax_office or _("Tax office of the place of activity"),
    }
    template = _templates().get_template(f"tax-registration.{'ar' if language() == 'ar' else 'fr'}.md")
    return template.render(values), cited.references


def _by(start: date | None, delay: Figure) -> str:
    last = within(start, delay.value)
    if last is not None:
        return pgettext("a deadline", "until {day}").format(day=format_day(last))
    return _("within {delay} of the start").format(delay=in_words(delay))


def _first_final(matter: GuideMatter) -> str:
    day = first_final_return(matter.case.started_on, matter.figures["g12bis_by"].value)
    return format_day(day) if day else ""


def _person(matter: GuideMatter) -> dict[str, str]:
    artisan = matter.artisan
    place = matter.premises or matter.home
    return {
        "title": title_of(artisan),
        "name": artisan.label(),
        "activity": artisan.activity.label() if artisan.activity else "",
        "commune": place.label() if place else "",
        "card": isolate(artisan.card_no) if artisan.card_no else "",
    }


def title_of(artisan: Artisan) -> str:
    """Mr or Mrs; a person whose sex is not written down is given both."""
    titles = {Sex.MALE: pgettext("male", "Mr"), Sex.FEMALE: pgettext("female", "Mrs")}
    return titles[artisan.sex] if artisan.sex else pgettext("either sex", "Mr/Mrs")


def data_sheet(matter: GuideMatter) -> list[tuple[str, str]]:
    """What the tax forms G8 and G12 ask, in their order, to copy from; an empty value is filled by hand."""
    a, case = matter.artisan, matter.case
    name = " / ".join(filter(None, (a.name_ar, a.name_la)))
    return [
        (_("Name"), name),
        (_("Born"), _birth(a)),
        (_("National id number (NIN)"), _code(a.nin)),
        (_("Tax id number (NIF)"), _code(a.nif)),
        (_("Artisan card number"), _code(a.card_no)),
        (_("Number in the crafts register"), _code(a.register_no)),
        (_("Activity"), a.activity.label() if a.activity else ""),
        (_("Activity code"), _code(case.activity_code)),
        (_("Start of activity"), format_day(case.started_on) if case.started_on else ""),
        (_("Address of activity"), _address(a.activity_address, matter.premises)),
        (_("Home address"), _address(a.home_address, matter.home)),
        (_("Phone"), _code(a.phone)),
        (_("Tax office (CPI or inspection)"), a.tax_office or ""),
        (_("Tax collector's office"), a.tax_collector or ""),
        (_("Tax article number"), _code(a.tax_article)),
        (_("CASNOS number"), _code(a.casnos_no)),
        (_("Workers"), str(a.workers) if a.workers is not None else ""),
    ]


def _code(value: str | None) -> str:
    return isolate(value) if value else ""


def _birth(artisan: Artisan) -> str:
    born = format_day(artisan.birth_date) if artisan.birth_date else ""
    if not born and artisan.birth_year:
        born = _("presumed in {year}").format(year=artisan.birth_year)
    return _("{born} in {place}").format(born=born, place=artisan.birth_place) if born and artisan.birth_place else born


def _address(street: str | None, place: Place | None) -> str:
    commune = ""
    if place is not None:
        wilaya = in_language(place.wilaya.name_ar, place.wilaya.name_fr)
        commune = _("{commune}, wilaya of {wilaya}").format(commune=place.label(), wilaya=wilaya)
    return _(", ").join(filter(None, (street, commune)))


@cache
def _templates() -> "Environment":
    from jinja2 import FileSystemLoader, StrictUndefined  # noqa: PLC0415 - only a guide needs it
    from jinja2.sandbox import SandboxedEnvironment  # noqa: PLC0415

    loader = FileSystemLoader(RESOURCES / "guides")
    return SandboxedEnvironment(loader=loader, undefined=StrictUndefined, autoescape=False)
