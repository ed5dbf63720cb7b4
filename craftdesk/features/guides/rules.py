"""What holds for an artisan who registers for tax, and the figures of the law with their day and source."""

import enum
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from craftdesk.base.i18n import N_
from craftdesk.base.names import fold
from craftdesk.base.paths import RESOURCES
from craftdesk.features.office.rules import domain_of, rows_of
from craftdesk.features.roster.models import Artisan, Metal, TaxRegime

FIGURES_FILE = RESOURCES / "guides" / "facts.csv"
SERVICES, ART = "3", "1"
METAL_SECTORS = frozenset({"03", "16"})
"""Traditional metals including precious ones, and production jewellery: where the metal must be asked."""


class Unit(enum.StrEnum):
    """How a figure is written: "30-06" is a day of the year, "01-09/15-09" a span, "10/20/25" a list of shares."""

    DAYS = "days"
    HOURS = "hours"
    YEARS = "years"
    TRAINEES = "trainees"
    DINARS = "dinars"
    DUTY = "dinars per gram"
    PERCENT = "percent"
    PERCENTS = "percents"
    DAY_OF_YEAR = "day of the year"
    SPAN = "span"
    TEXT = "text"


@dataclass(frozen=True)
class FigureKind:
    """What a figure is, in words for the settings, and how it is written."""

    title: str
    unit: Unit


FIGURES: Mapping[str, FigureKind] = {
    "existence_days": FigureKind(N_("Declaration of existence: time from the start"), Unit.DAYS),
    "existence_fine": FigureKind(N_("Fine for no declaration of existence"), Unit.DINARS),
    "nif_hours": FigureKind(N_("Tax id number: time until it is given"), Unit.HOURS),
    "ifu_ceiling": FigureKind(N_("Single flat tax: highest turnover"), Unit.DINARS),
    "ifu_rate_goods": FigureKind(N_("Single flat tax: rate for goods"), Unit.PERCENT),
    "ifu_rate_services": FigureKind(N_("Single flat tax: rate for services"), Unit.PERCENT),
    "ifu_minimum": FigureKind(N_("Single flat tax: minimum of a year"), Unit.DINARS),
    "g12_by": FigureKind(N_("Forecast return (G12): last day"), Unit.DAY_OF_YEAR),
    "g12_first_share": FigureKind(N_("Flat tax: share paid with the forecast return"), Unit.PERCENT),
    "g12_second": FigureKind(N_("Flat tax: second instalment"), Unit.SPAN),
    "g12_third": FigureKind(N_("Flat tax: third instalment"), Unit.SPAN),
    "g12_other_share": FigureKind(N_("Flat tax: share of the other instalments"), Unit.PERCENT),
    "g12bis_by": FigureKind(N_("Final return (G12 bis): last day"), Unit.DAY_OF_YEAR),
    "real_option_before": FigureKind(N_("Option for the real regime: before"), Unit.DAY_OF_YEAR),
    "late_increase": FigureKind(N_("Increases for late filing"), Unit.PERCENTS),
    "exempt_trainees": FigureKind(N_("Terms of commitment: trainees"), Unit.TRAINEES),
    "exempt_years": FigureKind(N_("Terms of commitment: length of the training"), Unit.YEARS),
    "exempt_minimum": FigureKind(N_("Minimum tax of the exempt"), Unit.DINARS),
    "casnos_days": FigureKind(N_("CASNOS: time to affiliate"), Unit.DAYS),
    "casnos_late": FigureKind(N_("CASNOS: late affiliation"), Unit.DINARS),
    "casnos_late_month": FigureKind(N_("CASNOS: increase per month late"), Unit.PERCENT),
    "casnos_rate": FigureKind(N_("CASNOS: rate of the contribution"), Unit.PERCENT),
    "casnos_base_by": FigureKind(N_("CASNOS: base declared by"), Unit.DAY_OF_YEAR),
    "casnos_pay_by": FigureKind(N_("CASNOS: contribution paid by"), Unit.DAY_OF_YEAR),
    "casnos_floor": FigureKind(N_("CASNOS: least contribution"), Unit.DINARS),
    "real_monthly_day": FigureKind(N_("Real regime: days for the monthly return (G50)"), Unit.TEXT),
    "real_profit_by": FigureKind(N_("Real regime: return of profit by"), Unit.DAY_OF_YEAR),
    "real_income_by": FigureKind(N_("Real regime: return of income by"), Unit.DAY_OF_YEAR),
    "metal_identify_from": FigureKind(N_("Precious metals: vigilance from"), Unit.DINARS),
    "metal_keep_years": FigureKind(N_("Precious metals: registers kept for"), Unit.YEARS),
    "metal_law": FigureKind(N_("Precious metals: articles of the finance law"), Unit.TEXT),
    "guarantee_duty": FigureKind(N_("Guarantee duty"), Unit.DUTY),
    "closing_days": FigureKind(N_("End of activity: time to declare"), Unit.DAYS),
}


@dataclass(frozen=True)
class Figure:
    """A figure of the law. `known` is false where no source could be confirmed: the guide then asks the office.

    A `value` may be there all the same, as a hint for whoever confirms it. `own` says that the office entered it.
    """

    key: str
    value: str
    as_of: date
    source: str
    known: bool
    own: bool = False


@cache
def supplied_figures() -> tuple[Figure, ...]:
    """The figures that come with the program."""
    return tuple(
        Figure(
            row["key"],
            row["value"],
            date.fromisoformat(row["as_of"]),
            row["source"],
            known=bool(row["value"]) and row["certainty"] != "unconfirmed",
        )
        for row in rows_of(FIGURES_FILE)
    )


def figures_on(day: date, own: Iterable[Figure]) -> dict[str, Figure]:
    """For each key the figure that holds on `day`: the office's latest one, or the one that came with the program."""
    found = {figure.key: figure for figure in supplied_figures()}
    for figure in sorted(own, key=lambda each: each.as_of):
        if figure.as_of <= day and figure.key in found:
            found[figure.key] = figure
    return found


@dataclass(frozen=True)
class TaxCase:
    """What decides the text of the guide for one artisan."""

    day: date
    activity_code: str | None
    metal: Metal
    started_on: date | None
    commitment_signed_on: date | None
    stated: TaxRegime | None = None

    @property
    def sector(self) -> str:
        return (self.activity_code or "")[:2]

    @property
    def services(self) -> bool:
        return self._domain() == SERVICES

    @property
    def art(self) -> bool:
        """Traditional and art crafts, which may be exempt: by the registered code, not by the trade's name."""
        return self._domain() == ART

    @property
    def regime(self) -> TaxRegime:
        if self.metal is Metal.GOLD or self.stated is TaxRegime.REAL:
            return TaxRegime.REAL
        return TaxRegime.EXEMPT if self.art and self.commitment_signed_on else TaxRegime.FLAT

    def _domain(self) -> str:
        domain = domain_of(self.activity_code) if self.activity_code else None
        return domain.code if domain else ""


def within(start: date | None, days: str) -> date | None:
    """The last day of a delay of `days` from the start of the activity."""
    return start + timedelta(days=int(days)) if start and days.isdigit() else None


def first_final_return(start: date | None, day_of_year: str) -> date | None:
    """The day of the first final return, in the year after the start."""
    if start is None:
        return None
    day, month = day_of_year.split("-")
    return date(start.year + 1, int(month), int(day))


def guessed_metal(code: str | None, name_ar: str = "", name_fr: str = "") -> Metal | None:
    """The metal that an activity's name tells; None where it must be asked."""
    told = f" {fold(name_ar)} {fold(name_fr)} "
    if any(word in told for word in ("ذهب", " or ", "بلاتين", "platine")):
        return Metal.GOLD
    if any(word in told for word in ("فضه", "argent")):
        return Metal.SILVER
    jewellery = any(word in told for word in ("حلي", "مجوهرات", "bijou", "joaill"))
    return None if jewellery and (code or "")[:2] in METAL_SECTORS else Metal.NONE


def case_of(artisan: Artisan, day: date) -> TaxCase:
    """The case of an artisan (with the activity loaded) on a day; an unknown metal counts as none."""
    activity = artisan.activity
    guess = guessed_metal(activity.code, activity.name_ar, activity.name_fr) if activity else None
    return TaxCase(
        day,
        activity.code if activity else None,
        artisan.metal or guess or Metal.NONE,
        artisan.started_on,
        artisan.commitment_signed_on,
        artisan.tax_regime,
    )
