"""The charts of a year: the same on its page and on its paper."""

from craftdesk.base.charts.chart import Chart, Kind, Series
from craftdesk.base.dates import format_short, month_name
from craftdesk.base.i18n import _
from craftdesk.base.numbers import format_number
from craftdesk.features.certificates.models import CERTIFICATE_KINDS
from craftdesk.features.equipment.models import REQUEST_STATES
from craftdesk.features.training.models import KINDS
from craftdesk.features.yearbook.reads import YEARS, Year

MONTHS = range(1, 13)


def domains(year: Year) -> Chart:
    return Chart(
        Kind.RING,
        _("Registered artisans by domain, on {day}").format(day=format_short(year.day)),
        tuple(year.domains),
        (Series("", tuple(year.domains.values())),),
    )


def communes(year: Year) -> Chart:
    """Those with the most; how many live elsewhere is said, since their bar would dwarf the others."""
    told = []
    if year.others:
        told.append(_("in other communes: {number}").format(number=format_number(year.others)))
    if year.unknown:
        told.append(_("commune not known: {number}").format(number=format_number(year.unknown)))
    return Chart(
        Kind.ACROSS,
        _("Registered artisans by commune of residence"),
        tuple(year.communes),
        (Series("", tuple(year.communes.values())),),
        counted=" · ".join(told),
    )


def registrations(year: Year) -> Chart:
    """Month by month, beside the year before; what is still to come is not drawn."""
    known = {year.day.year: range(1, year.day.month + 1)}
    return Chart(
        Kind.LINES,
        _("New registrations by month"),
        _months(),
        tuple(
            Series(str(each), tuple(found.get(month, 0) for month in known.get(each, MONTHS)))
            for each, found in year.registered.items()
        ),
    )


def sessions(year: Year) -> Chart:
    kinds = {kind: found for kind, found in year.sessions.items() if found}
    return Chart(
        Kind.STACKED,
        _("Training and awareness by month of {year}").format(year=year.year),
        _months(),
        tuple(Series(_(KINDS[kind]), tuple(found.get(month, 0) for month in MONTHS)) for kind, found in kinds.items()),
        counted=_("Sessions"),
    )


def certificates(year: Year) -> Chart:
    shown = range(year.year - YEARS + 1, year.year + 1)
    return Chart(
        Kind.STACKED,
        _("Certificates by year"),
        tuple(map(str, shown)),
        tuple(
            Series(_(CERTIFICATE_KINDS[kind]), tuple(found.get(each, 0) for each in shown))
            for kind, found in year.certificates.items()
        ),
        counted=_("Certificates"),
    )


def requests(year: Year) -> Chart:
    return Chart(
        Kind.SHARE,
        _("Equipment requests of {year}").format(year=year.year),
        tuple(_(REQUEST_STATES[state]) for state in year.requests),
        (Series("", tuple(year.requests.values())),),
    )


def _months() -> tuple[str, ...]:
    return tuple(month_name(month) for month in MONTHS)
