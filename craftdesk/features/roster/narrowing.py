"""The filters of a list in words, and a list's question as a text that a paper or a draft can be given."""

import json
from collections.abc import Mapping
from dataclasses import asdict, replace
from typing import Any

from craftdesk.base.i18n import N_, _, ngettext
from craftdesk.data.session import Session
from craftdesk.features.office.models import Activity, Commune
from craftdesk.features.office.rules import sectors
from craftdesk.features.roster.finding import Asked, Filters
from craftdesk.features.roster.models import FORMS, METALS, RANKS, SEXES, STATUSES, Form, Metal, Rank, Sex, Status

TITLES = {
    "status": N_("Status"),
    "domain": N_("Domain"),
    "sector": N_("Sector"),
    "activity": N_("Activity"),
    "commune": N_("Commune of residence"),
    "sex": N_("Sex"),
    "form": N_("Form of practice"),
    "rank": N_("Rank"),
    "metal": N_("Metal worked"),
    "card_days": N_("Card"),
    "mend": N_("To mend"),
}
DOMAINS = {"1": N_("art crafts"), "2": N_("production of goods"), "3": N_("services")}
"""The domains as the office calls them for short."""
CARD_DAYS = (30, 90, 180, 0)
_KINDS = {"status": Status, "sex": Sex, "form": Form, "rank": Rank, "metal": Metal, "card_days": int, "mend": bool}
_CHOICES = {"status": STATUSES, "sex": SEXES, "form": FORMS, "rank": RANKS, "metal": METALS}


def choices(name: str) -> dict[str, str]:
    """What a filter offers, in words by stored value; empty for what is found by typing."""
    if name in _CHOICES:
        return {value: _(label) for value, label in _CHOICES[name].items()}
    if name == "domain":
        return {code: _(label) for code, label in DOMAINS.items()}
    if name == "sector":
        return {sector.code: f"{sector.code} {sector.label()}" for sector in sectors().values()}
    return {str(days): card_words(days) for days in CARD_DAYS} if name == "card_days" else {}


def card_words(days: int) -> str:
    if not days:
        return _("Card has run out")
    months = days // 30
    return ngettext("Card ends within a month", "Card ends within {months} months", months).format(months=months)


def with_filter(filters: Filters, name: str, value: Any) -> Filters:
    """The filters with one put on by its stored value, or taken off by None."""
    if value is None:
        return replace(filters, **{name: getattr(Filters(), name)})
    return replace(filters, **{name: _KINDS.get(name, str)(value)})


def words(session: Session, filters: Filters) -> dict[str, str]:
    """What each filter that is on says, by its name."""
    return {name: _words(name, value) for name, value in values(session, filters).items()}


def _words(name: str, value: str) -> str:
    if name in ("mend", "card_days"):
        return value
    return _("{filter}: {value}").format(filter=_(TITLES[name]), value=value)


def values(session: Session, filters: Filters) -> dict[str, str]:
    """The same for short: the values without the names of the filters."""
    on = [name for name in TITLES if getattr(filters, name) != getattr(Filters(), name)]
    return {name: _value(session, name, getattr(filters, name)) for name in on}


def _value(session: Session, name: str, value: Any) -> str:
    if name == "mend":
        return _("To mend")
    if name == "card_days":
        return card_words(value)
    if name in ("activity", "commune"):
        record = session.get(Activity if name == "activity" else Commune, value)
        return record.label() if record else str(value)
    return choices(name).get(str(value), str(value))


def dumped(asked: Asked) -> str:
    return json.dumps(asdict(asked), ensure_ascii=False)


def loaded(text: str) -> Asked:
    held: Mapping[str, Any] = json.loads(text)
    filters = Filters()
    for name, value in held["filters"].items():
        if value is not None and value is not False and value != "":
            filters = with_filter(filters, name, value)
    return Asked(held["text"], filters, held["order"], held["descending"])
