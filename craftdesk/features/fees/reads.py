"""What screens and papers ask about fees."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, extract, false, func, or_, select

from craftdesk.base.dates import today
from craftdesk.base.i18n import language
from craftdesk.data import search
from craftdesk.data.session import Session, chunks
from craftdesk.features.fees import rules
from craftdesk.features.fees.models import FeeDue, FeeKind, FeeRate, FeeReceipt, Way
from craftdesk.features.fees.rules import Fee, Owed, Printed, Rate
from craftdesk.features.office.reads import OfficeOnDay, office_on
from craftdesk.features.roster import reads as roster
from craftdesk.features.roster.models import Artisan, Status

FOUND = 2000
_NEWEST = (FeeReceipt.year.desc(), FeeReceipt.number.desc())
_OPEN = (FeeDue.receipt_id.is_(None), FeeDue.waived_on.is_(None))


@dataclass(frozen=True)
class Account:
    """What an artisan owes and paid."""

    artisan: Artisan
    owed: Sequence[Owed]
    receipts: Sequence[FeeReceipt]
    waived: Sequence[tuple[FeeDue, Fee]]


@dataclass(frozen=True)
class Asked:
    """Who of those that owe is shown: who owes this fee, for this year."""

    like: str = ""
    code: str | None = None
    year: int | None = None


@dataclass(frozen=True)
class Debtor:
    """Somebody who owes, with all that is owed."""

    row: roster.Row
    owed: Sequence[Owed]

    @property
    def id(self) -> str:
        return self.row.key

    @property
    def total(self) -> int:
        return rules.total(self.owed)


@dataclass(frozen=True)
class Sought:
    """Which receipts are shown."""

    like: str = ""
    year: int | None = None
    month: int | None = None
    day: date | None = None
    way: Way | None = None


@dataclass(frozen=True)
class Takings:
    """What came in on a day or in a month: the number of receipts, the sum of each way, in centimes."""

    begins: date
    receipts: int
    ways: Mapping[Way, int]

    @property
    def total(self) -> int:
        return sum(self.ways.values())


@dataclass(frozen=True)
class Printable:
    """A receipt with its frozen words and the office on its day."""

    receipt: FeeReceipt
    printed: Printed
    office: OfficeOnDay


@dataclass(frozen=True)
class Journal:
    """The receipts of a list, with the office of today."""

    office: OfficeOnDay
    receipts: Sequence[FeeReceipt] = field(default_factory=list)


# Kinds and amounts.


def fees(session: Session, offered: bool = False) -> list[Fee]:
    """The office's fees and those that came with the program, in their order."""
    own = list(session.scalars(select(FeeKind).order_by(FeeKind.position, FeeKind.id)))
    rates = _rates(session)
    found = {each.code: _fee(each, rates.get(each.id, ())) for each in own}
    every = [found.get(code, each) for code, each in rules.supplied().items()]
    every += [each for code, each in found.items() if code not in rules.supplied()]
    return [each for each in every if each.offered or not offered]


def fee(session: Session, code: str) -> Fee | None:
    return next((each for each in fees(session) if each.code == code), None)


def _rates(session: Session) -> dict[str, list[Rate]]:
    found: dict[str, list[Rate]] = {}
    for each in session.scalars(select(FeeRate).order_by(FeeRate.kind_id, FeeRate.holds_from)):
        found.setdefault(each.kind_id, []).append(Rate(each.holds_from, each.amount, each.source, each.id))
    return found


def _fee(own: FeeKind, rates: Iterable[Rate]) -> Fee:
    return Fee(own.code, own.name_ar, own.name_fr, own.yearly, tuple(rates), own.offered, key=own.id)


def by_kind(session: Session) -> dict[str, Fee]:
    """The office's fees by the keys of their kinds."""
    return {each.key: each for each in fees(session) if each.own}


# Who owes.


def account(session: Session, artisan_id: str) -> Account:
    """What an artisan owes and paid."""
    artisan = session.get_one(Artisan, artisan_id)
    known = by_kind(session)
    dues = list(session.scalars(select(FeeDue).where(FeeDue.artisan_id == artisan_id)))
    asked = select(FeeReceipt).where(FeeReceipt.artisan_id == artisan_id).order_by(*_NEWEST)
    waived = [(each, known[each.kind_id]) for each in dues if each.waived_on is not None]
    found = rules.owed(artisan.status, artisan.registered_on, known, dues, today())
    return Account(artisan, found, list(session.scalars(asked)), waived)


def has_artisan(session: Session, key: str) -> bool:
    return roster.is_there(session, key)


def debtors(session: Session, asked: Asked, offset: int = 0, limit: int | None = None) -> list[Debtor]:
    """Who owes, by name."""
    return debtors_of(session, debtor_keys(session, asked, offset, limit))


def number_of_debtors(session: Session, asked: Asked) -> int:
    return session.scalar(_debtors(session, select(func.count()).select_from(Artisan), asked, Artisan.status)) or 0


def debtor_keys(session: Session, asked: Asked, offset: int = 0, limit: int | None = None) -> list[str]:
    """The keys of those who owe, by name."""
    order = Artisan.order_ar if language() == "ar" else Artisan.order_la
    # The names are walked along their index: by the state all would have to be sorted first.
    state = Artisan.status if asked.like.strip() else Artisan.status.concat("")
    found = _debtors(session, select(Artisan.id), asked, state).order_by(order, Artisan.id)
    return list(session.scalars(found.offset(offset).limit(limit)))


def debtors_of(session: Session, keys: Sequence[str]) -> list[Debtor]:
    """With all that they owe."""
    known = by_kind(session)
    dues: dict[str, list[FeeDue]] = {}
    people: dict[str, tuple[Status, date | None]] = {}
    for some in chunks(keys):
        for each in session.scalars(select(FeeDue).where(FeeDue.artisan_id.in_(some))):
            dues.setdefault(each.artisan_id, []).append(each)
        asked = select(Artisan.id, Artisan.status, Artisan.registered_on).where(Artisan.id.in_(some))
        people.update({key: (status, day) for key, status, day in session.execute(asked)})
    return [
        Debtor(row, rules.owed(*people[row.key], known, dues.get(row.key, ()), today()))
        for row in roster.rows_of(session, keys)
    ]


def _debtors(session: Session, asked: Select[*tuple[Any, ...]], wanted: Asked, state: Any) -> Select[*tuple[Any, ...]]:
    found = asked.where(or_(false(), *_ways(session, wanted, state)))
    if wanted.like.strip():
        like = search.find(session.connection(), wanted.like, (Artisan.__tablename__,), FOUND)
        found = found.where(Artisan.id.in_([key for _table, key in like]))
    return found


def _ways(session: Session, wanted: Asked, state: Any) -> list[ColumnElement[bool]]:
    """All that makes somebody owe: a yearly fee without a paid line, or an open line of any fee."""
    known = {key: each for key, each in by_kind(session).items() if wanted.code in (None, each.code)}
    ways = [
        _owes(key, year, state)
        for key, each in known.items()
        if each.yearly
        for year in each.years(today().year)
        if wanted.year in (None, year) and each.rate_of(year)
    ]
    # Asked artisan by artisan along the few open lines, not fee by fee along all that were ever paid.
    line = exists().where(FeeDue.artisan_id == Artisan.id, *_OPEN, FeeDue.kind_id.concat("").in_(list(known)))
    if wanted.year is not None:
        line = line.where(FeeDue.year.op("+")(0) == wanted.year)
    return [*ways, line.correlate(Artisan)]


def _owes(kind_id: str, year: int, state: Any) -> ColumnElement[bool]:
    """Registered by then, and no line says that it is paid, let go, or owed otherwise."""
    line = exists().where(FeeDue.kind_id == kind_id, FeeDue.year == year, FeeDue.artisan_id == Artisan.id)
    then = or_(Artisan.registered_on.is_(None), Artisan.registered_on <= date(year, 12, 31))
    return and_(state == Status.REGISTERED.value, then, ~line.correlate(Artisan))


def years_asked(session: Session) -> list[int]:
    """The years for which fees are asked, newest first."""
    found = {year for each in fees(session) if each.yearly for year in each.years(today().year)}
    return sorted(found | {today().year}, reverse=True)


# Receipts.


def receipts(session: Session, sought: Sought, offset: int = 0, limit: int | None = None) -> list[FeeReceipt]:
    """Newest first."""
    asked = _narrowed(session, select(FeeReceipt), sought).order_by(*_NEWEST)
    return list(session.scalars(asked.offset(offset).limit(limit)))


def number_in(session: Session, sought: Sought) -> int:
    return session.scalar(_narrowed(session, select(func.count()).select_from(FeeReceipt), sought)) or 0


def sum_of(session: Session, sought: Sought) -> int:
    """In centimes; what was cancelled does not count."""
    asked = _narrowed(session, select(func.sum(FeeReceipt.amount)), sought)
    return session.scalar(asked.where(FeeReceipt.cancelled_on.is_(None))) or 0


def keys_in(session: Session, sought: Sought) -> list[str]:
    return list(session.scalars(_narrowed(session, select(FeeReceipt.id), sought).order_by(*_NEWEST)))


def _narrowed(session: Session, asked: Select[*tuple[Any, ...]], sought: Sought) -> Select[*tuple[Any, ...]]:
    if sought.year is not None:
        asked = asked.where(FeeReceipt.year == sought.year)
    if sought.month is not None:
        asked = asked.where(extract("month", FeeReceipt.day) == sought.month)
    if sought.day is not None:
        asked = asked.where(FeeReceipt.day == sought.day)
    if sought.way is not None:
        asked = asked.where(FeeReceipt.way == sought.way)
    if sought.like.strip():
        found = search.find(session.connection(), sought.like, (FeeReceipt.__tablename__,), FOUND)
        asked = asked.where(FeeReceipt.id.in_([key for _table, key in found]))
    return asked


def receipt(session: Session, key: str) -> FeeReceipt:
    return session.get_one(FeeReceipt, key)


def is_there(session: Session, key: str) -> bool:
    return session.get(FeeReceipt, key) is not None


def by_keys(session: Session, keys: Sequence[str]) -> list[FeeReceipt]:
    """In the order of their numbers; all when there are no keys."""
    if not keys:
        return receipts(session, Sought())[::-1]
    asked = select(FeeReceipt)
    found = [each for some in chunks(keys) for each in session.scalars(asked.where(FeeReceipt.id.in_(some)))]
    return sorted(found, key=lambda each: (each.year, each.number))


def years(session: Session) -> list[int]:
    """The years in which receipts were given, newest first."""
    return list(session.scalars(select(FeeReceipt.year).distinct().order_by(FeeReceipt.year.desc())))


def next_number(session: Session, year: int) -> int:
    """The number after the highest of the year; inside a writing transaction nobody else can take it."""
    return (session.scalar(select(func.max(FeeReceipt.number)).where(FeeReceipt.year == year)) or 0) + 1


def last_day(session: Session, year: int) -> date | None:
    """The day of the year's last receipt: the numbers run with the days."""
    return session.scalar(select(func.max(FeeReceipt.day)).where(FeeReceipt.year == year))


def printables(session: Session, keys: Sequence[str]) -> list[Printable]:
    """The receipts of these keys, or all, in the order of their numbers."""
    return [
        Printable(each, rules.from_json(each.printed), office_on(session, each.day)) for each in by_keys(session, keys)
    ]


def journal(session: Session, keys: Sequence[str]) -> Journal | list[Journal]:
    """The list of these receipts, or of all; nothing where there are none."""
    found = by_keys(session, keys)
    return Journal(office_on(session, today()), found) if found else []


# Sums.


def takings(session: Session, year: int, month: int | None = None) -> list[Takings]:
    """What came in: by month of a year, or by day of a month; what was cancelled does not count."""
    begins = FeeReceipt.day if month else extract("month", FeeReceipt.day)
    asked = (
        select(begins, FeeReceipt.way, func.count(), func.sum(FeeReceipt.amount))
        .where(FeeReceipt.year == year, FeeReceipt.cancelled_on.is_(None))
        .group_by(begins, FeeReceipt.way)
        .order_by(begins)
    )
    if month:
        asked = asked.where(extract("month", FeeReceipt.day) == month)
    counts: dict[date, int] = {}
    ways: dict[date, dict[Way, int]] = {}
    for when, way, count, amount in session.execute(asked):
        day = _begins(when, year)
        counts[day] = counts.get(day, 0) + count
        ways.setdefault(day, {})[way] = amount
    return [Takings(day, counts[day], ways[day]) for day in counts]


def _begins(when: Any, year: int) -> date:
    """The first day of a month that is told by its number."""
    return when if isinstance(when, date) else date(year, int(when), 1)
