"""What is owed, for which years, and what a receipt says."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from functools import cache
from typing import Any

from craftdesk.base.i18n import _
from craftdesk.base.numbers import apart
from craftdesk.base.paths import RESOURCES
from craftdesk.features.fees.models import FeeDue, FeeReceipt
from craftdesk.features.office.models import in_language
from craftdesk.features.office.rules import rows_of
from craftdesk.features.roster.models import Status

SUPPLIED = RESOURCES / "fees" / "kinds.csv"


@dataclass(frozen=True)
class Rate:
    """An amount in centimes from a day on."""

    holds_from: date
    amount: int
    source: str = ""
    key: str = ""


@dataclass(frozen=True)
class Fee:
    """A kind of fee with its amounts, oldest first; without any the office has not said yet what it costs."""

    code: str
    name_ar: str
    name_fr: str
    yearly: bool
    rates: tuple[Rate, ...] = ()
    offered: bool = True
    source: str = ""
    key: str = ""

    @property
    def own(self) -> bool:
        return bool(self.key)

    def label(self) -> str:
        return in_language(self.name_ar, self.name_fr)

    def rate_on(self, day: date) -> Rate | None:
        """The amount that holds on a day."""
        return next((each for each in reversed(self.rates) if each.holds_from <= day), None)

    def rate_of(self, year: int) -> Rate | None:
        """The amount for a year: the one that holds when it begins, or else the first one in it."""
        first = next((each for each in self.rates if each.holds_from.year == year), None)
        return self.rate_on(date(year, 1, 1)) or first

    def years(self, last: int) -> range:
        """The years for which it is asked, up to `last`."""
        return range(self.rates[0].holds_from.year, last + 1) if self.rates and self.offered else range(0)


@cache
def supplied() -> dict[str, Fee]:
    """The fees that chambers ask for, by their codes; no source gives the amounts, so the office fills them in."""
    return {
        row["code"]: Fee(row["code"], row["name_ar"], row["name_fr"], row["yearly"] == "1", source=row["source"])
        for row in rows_of(SUPPLIED)
    }


@dataclass(frozen=True)
class Owed:
    """Something that an artisan owes; `due` is its line where it has one."""

    fee: Fee
    year: int
    amount: int
    due: str | None = None

    @property
    def key(self) -> str:
        return f"{self.fee.code} {self.year} {self.due or ''}"

    def label(self) -> str:
        return named(self.fee.label(), self.fee.yearly, self.year)


def named(name: str, yearly: bool, year: int) -> str:
    """The fee, with its year where it is a yearly one."""
    return _("{fee} {year}").format(fee=apart(name), year=year) if yearly else apart(name)


def owed(
    status: Status, registered_on: date | None, fees: Mapping[str, Fee], dues: Iterable[FeeDue], today: date
) -> list[Owed]:
    """What somebody owes, the oldest first; `fees` are by the key of their kind.

    A yearly fee is owed by whoever is registered, from the year of the registration on.
    """
    held = list(dues)
    is_open = [each for each in held if each.receipt_id is None and each.waived_on is None]
    found = [Owed(fees[each.kind_id], each.year, each.amount, each.id) for each in is_open if each.kind_id in fees]
    known = {(each.kind_id, each.year) for each in held}
    if status is Status.REGISTERED:
        for key, fee in fees.items():
            for year in _years(fee, registered_on, today):
                rate = fee.rate_of(year)
                if rate is not None and (key, year) not in known:
                    found.append(Owed(fee, year, rate.amount))
    return sorted(found, key=lambda each: (each.year, not each.fee.yearly, each.fee.code))


def _years(fee: Fee, registered_on: date | None, today: date) -> Iterable[int]:
    since = registered_on.year if registered_on else 0
    return (year for year in fee.years(today.year) if year >= since) if fee.yearly else ()


@dataclass(frozen=True)
class Line:
    """A line of a receipt, in both languages."""

    name_ar: str
    name_fr: str
    yearly: bool
    year: int
    amount: int

    def label(self) -> str:
        return named(in_language(self.name_ar, self.name_fr), self.yearly, self.year)


@dataclass(frozen=True)
class Printed:
    """What a receipt says beside its own columns, frozen on its day."""

    sex: str | None
    register_no: str
    lines: tuple[Line, ...]


def printed(sex: str | None, register_no: str | None, paid: Sequence[Owed]) -> Printed:
    lines = (Line(each.fee.name_ar, each.fee.name_fr, each.fee.yearly, each.year, each.amount) for each in paid)
    return Printed(sex, register_no or "", tuple(lines))


def to_json(frozen: Printed) -> dict[str, Any]:
    return {**asdict(frozen), "lines": [asdict(each) for each in frozen.lines]}


def from_json(written: Mapping[str, Any]) -> Printed:
    lines = tuple(Line(**each) for each in written["lines"])
    return Printed(written["sex"], written["register_no"], lines)


def lines_of(receipt: FeeReceipt) -> str:
    """What was paid, in a line."""
    lines = from_json(receipt.printed).lines
    return in_a_line((in_language(each.name_ar, each.name_fr), each.yearly, each.year) for each in lines)


def owed_of(found: Iterable[Owed]) -> str:
    """What is owed, in a line."""
    return in_a_line((each.fee.label(), each.fee.yearly, each.year) for each in found)


def in_a_line(named_fees: Iterable[tuple[str, bool, int]]) -> str:
    """Names of fees, the years of a yearly one behind its name: "annual fee 2025, 2026"."""
    years: dict[str, list[str]] = {}
    for name, yearly, year in named_fees:
        years.setdefault(name, []).extend([str(year)] if yearly else [])
    comma = _(", ")
    whole = (_("{fee} {year}").format(fee=apart(name), year=comma.join(found)) for name, found in years.items())
    return comma.join(each.strip() for each in whole)


def total(found: Iterable[Owed]) -> int:
    """In centimes."""
    return sum(each.amount for each in found)
