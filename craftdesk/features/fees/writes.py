"""What the user changes about fees: kinds, amounts, what is owed, receipts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import func, select

from craftdesk.base.dates import format_day, today
from craftdesk.base.errors import UserError, refuse_if
from craftdesk.base.i18n import N_, _
from craftdesk.base.numbers import isolate
from craftdesk.data.keys import new_key
from craftdesk.data.session import Session
from craftdesk.features.fees import reads, rules
from craftdesk.features.fees.models import FeeDue, FeeKind, FeeRate, FeeReceipt, Way
from craftdesk.features.fees.rules import Owed
from craftdesk.features.office.rules import reference
from craftdesk.features.roster.models import Artisan

LARGEST = 10**12
"""No fee is as many centimes: a slip of the finger is told."""


@dataclass(frozen=True)
class Paid:
    """How and when something was paid."""

    day: date
    way: Way = Way.CASH
    way_no: str = ""


# Kinds and amounts.


def save_fee(session: Session, code: str | None, values: Mapping[str, Any]) -> str:
    """Change a fee's name, or add one; gives its code."""
    name = str(values.get("name_ar") or "").strip()
    refuse_if(not name, _("Write the name of the fee in Arabic."), "name_ar")
    own = _adopted(session, code) if code else _new_kind(session)
    own.name_ar, own.name_fr = name, str(values.get("name_fr") or "").strip()
    own.yearly, own.offered = bool(values.get("yearly")), bool(values.get("offered", True))
    session.entitle(N_("Fee changed: {name}") if code else N_("Fee added: {name}"), name=own.label())
    session.add(own)
    session.flush()
    return own.code


def _new_kind(session: Session) -> FeeKind:
    last = session.scalar(select(func.max(FeeKind.position))) or 0
    key = new_key()
    return FeeKind(id=key, code=key, position=max(last, len(rules.supplied())) + 1)


def _adopted(session: Session, code: str) -> FeeKind:
    """The office's own fee; one that came with the program becomes so as it is."""
    own = session.scalars(select(FeeKind).where(FeeKind.code == code)).first()
    if own is not None:
        return own
    found = rules.supplied()[code]
    position = list(rules.supplied()).index(code)
    own = FeeKind(
        code=code, position=position, name_ar=found.name_ar, name_fr=found.name_fr, yearly=found.yearly, offered=True
    )
    session.entitle(N_("Fee added: {name}"), name=own.label())
    session.add(own)
    session.flush()
    return own


def save_rate(session: Session, code: str, key: str | None, values: Mapping[str, Any]) -> str:
    """Say what a fee costs from a day on; what was charged before keeps its amount."""
    day, amount = values.get("holds_from"), values.get("amount")
    if not isinstance(day, date):
        raise UserError(_("Write the day from which the amount holds."), "holds_from")
    if not isinstance(amount, int) or not 0 < amount < LARGEST:
        raise UserError(_("Write an amount above zero."), "amount")
    found = reads.fee(session, code)
    session.entitle(N_("Amount of the fee {name} changed"), name=found.label() if found else "")
    own = _adopted(session, code)
    other = select(FeeRate).where(FeeRate.kind_id == own.id, FeeRate.holds_from == day, FeeRate.id != (key or ""))
    refuse_if(
        session.scalars(other).first() is not None, _("Another amount holds from that day already."), "holds_from"
    )
    rate = session.get_one(FeeRate, key) if key else FeeRate(kind_id=own.id)
    rate.holds_from, rate.amount, rate.source = day, amount, str(values.get("source") or "").strip()
    session.add(rate)
    session.flush()
    return rate.id


def delete_rate(session: Session, key: str) -> None:
    rate = session.get_one(FeeRate, key)
    kind = session.get_one(FeeKind, rate.kind_id)
    session.entitle(N_("Amount of the fee {name} deleted"), name=kind.label())
    session.delete(rate)


def delete_fee(session: Session, code: str) -> None:
    """Forget a fee with its amounts; one that was ever owed stays, and can be asked for no longer."""
    own = session.scalars(select(FeeKind).where(FeeKind.code == code)).one()
    used = session.scalars(select(FeeDue.id).where(FeeDue.kind_id == own.id).limit(1)).first()
    told = _("{name} was paid or owed before: it stays. Say that it is asked for no longer.")
    refuse_if(used is not None, told.format(name=own.label()))
    session.entitle(N_("Fee deleted: {name}"), name=own.label())
    for rate in session.scalars(select(FeeRate).where(FeeRate.kind_id == own.id)):
        session.delete(rate)
    session.flush()
    session.delete(own)


# What is owed.


def charge(session: Session, artisan_id: str, code: str, day: date, note: str = "") -> str:
    """Write down that an artisan owes a fee, to be paid later."""
    artisan, found = session.get_one(Artisan, artisan_id), _asked_for(session, code, day)
    session.entitle(N_("Fee charged: {name}, {fee}"), name=artisan.label(), fee=found.fee.label())
    due = _due(artisan_id, found, day, charged=True, note=note.strip())
    session.add(due)
    session.flush()
    return due.id


def _asked_for(session: Session, code: str, day: date) -> Owed:
    """A fee that is not yearly, at the amount of a day."""
    found = reads.fee(session, code)
    rate = found.rate_on(day) if found else None
    if found is None or rate is None:
        name = found.label() if found else code
        raise UserError(_("The amount of {name} is not known: write it in the settings.").format(name=name), "fees")
    return Owed(found, day.year, rate.amount)


def _due(artisan_id: str, found: Owed, day: date, **more: Any) -> FeeDue:
    return FeeDue(artisan_id=artisan_id, kind_id=found.fee.key, year=found.year, day=day, amount=found.amount, **more)


def waive(session: Session, artisan_id: str, owed: Owed, why: str = "") -> None:
    """Let go what an artisan owes, with the reason."""
    artisan = session.get_one(Artisan, artisan_id)
    session.entitle(N_("Fee let go: {name}, {fee}"), name=artisan.label(), fee=owed.label())
    due = session.get_one(FeeDue, owed.due) if owed.due else _due(artisan_id, owed, today(), charged=False)
    due.waived_on, due.note = today(), why.strip() or due.note or ""
    session.add(due)


def claim_again(session: Session, due_id: str) -> None:
    """Ask again for what was let go."""
    due = session.get_one(FeeDue, due_id)
    artisan = session.get_one(Artisan, due.artisan_id)
    session.entitle(N_("Fee asked for again: {name}"), name=artisan.label())
    if due.charged:
        due.waived_on = None
    else:
        session.delete(due)


def forget_due(session: Session, due_id: str) -> None:
    """Take back what was charged by mistake."""
    due = session.get_one(FeeDue, due_id)
    refuse_if(due.receipt_id is not None, _("This is paid: cancel its receipt first."))
    artisan = session.get_one(Artisan, due.artisan_id)
    session.entitle(N_("Fee no longer charged: {name}"), name=artisan.label())
    session.delete(due)


# Receipts.


def pay(session: Session, artisan_id: str, owed: Sequence[Owed], extra: Sequence[str], paid: Paid) -> str:
    """Give a receipt for what is owed and for fees that are paid at once (`extra`, by their codes)."""
    artisan = session.get_one(Artisan, artisan_id)
    _check_day(session, paid.day)
    lines = [*owed, *(_asked_for(session, code, paid.day) for code in extra)]
    refuse_if(not lines, _("Choose at least one fee."), "fees")
    for each in owed:
        _refuse_paid(session, artisan_id, each)
    number = reads.next_number(session, paid.day.year)
    receipt = _receipt(artisan, lines, number, paid)
    session.entitle(N_("Fees paid: {label}"), label=receipt.label())
    session.add(receipt)
    session.flush()
    for each in lines:
        due = session.get_one(FeeDue, each.due) if each.due else _due(artisan_id, each, paid.day, charged=False)
        due.receipt_id = receipt.id
        session.add(due)
    session.flush()
    return receipt.id


def _check_day(session: Session, day: date) -> None:
    refuse_if(day > today(), _("This day is still to come."), "day")
    last = reads.last_day(session, day.year)
    if last is not None and day < last:
        told = _("The last receipt is of {day}: the numbers run with the days.")
        raise UserError(told.format(day=format_day(last)), "day")


def _refuse_paid(session: Session, artisan_id: str, owed: Owed) -> None:
    asked = select(FeeDue).where(
        FeeDue.artisan_id == artisan_id, FeeDue.kind_id == owed.fee.key, FeeDue.year == owed.year
    )
    held = [each for each in session.scalars(asked) if owed.due in (None, each.id)]
    done = any(each.receipt_id is not None or each.waived_on is not None for each in held)
    refuse_if(done, _("{fee} is paid already.").format(fee=owed.label()), "fees")


def _receipt(artisan: Artisan, lines: Sequence[Owed], number: int, paid: Paid) -> FeeReceipt:
    sex = artisan.sex.value if artisan.sex else None
    return FeeReceipt(
        number=number,
        year=paid.day.year,
        reference=reference(number, paid.day.year),
        day=paid.day,
        artisan_id=artisan.id,
        name_ar=artisan.name_ar,
        name_la=artisan.name_la,
        amount=rules.total(lines),
        way=paid.way,
        way_no=paid.way_no.strip(),
        printed=rules.to_json(rules.printed(sex, artisan.register_no, lines)),
    )


def cancel(session: Session, key: str, why: str) -> None:
    """Let a receipt that was given by mistake count no longer; what it paid is owed again, its number stays."""
    receipt = reads.receipt(session, key)
    done = _("Receipt {number} was cancelled already.").format(number=isolate(receipt.reference))
    refuse_if(receipt.cancelled_on is not None, done)
    refuse_if(not why.strip(), _("Write why it is cancelled."), "why")
    session.entitle(N_("Receipt cancelled: {label}"), label=receipt.label())
    receipt.cancelled_on, receipt.cancelled_why = today(), why.strip()
    for due in session.scalars(select(FeeDue).where(FeeDue.receipt_id == key)).all():
        if due.charged:
            due.receipt_id = None
        else:
            session.delete(due)
