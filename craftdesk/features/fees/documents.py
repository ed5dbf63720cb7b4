"""The receipt of a payment, twice on a sheet: for who paid and for the office; and the list of receipts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from craftdesk.base.dates import format_day, format_short
from craftdesk.base.i18n import _, pgettext
from craftdesk.base.numbers import apart, format_dinars, isolate
from craftdesk.base.words import dinars_in_words
from craftdesk.features.fees.models import WAYS, FeeReceipt
from craftdesk.features.fees.reads import Journal, Printable
from craftdesk.features.fees.rules import lines_of
from craftdesk.features.office.documents import head, lines, place_and_date
from craftdesk.features.office.wording import chamber_of
from craftdesk.features.roster.models import Sex
from craftdesk.features.roster.wording import forms
from craftdesk.pdf.blocks import (
    Area,
    Block,
    Box,
    Cell,
    Column,
    Columns,
    Footer,
    Image,
    KeepTogether,
    Margins,
    PageStyle,
    Paragraph,
    Plate,
    Row,
    Rule,
    Spacer,
    Stroke,
    Table,
)
from craftdesk.pdf.document import Binder, Document
from craftdesk.pdf.sheets import bare
from craftdesk.pdf.styles import BODY, BODY_CENTRED, CELL, LETTERHEAD, SHADE, SMALL, SUBTITLE, TITLE

WIDE, HALF, EDGE = 210.0, 148.5, 10.0
SIGNING = 15
"""Millimetres that a signature and a stamp need."""
_SAYS = BODY.but(size=11.5, leading=1.55, after=0.8)
_HEAD = LETTERHEAD.but(size=11)
_STRUCK = BODY.but(size=12, bold=True, align="centre", colour="#b3382c", after=0.5)


@dataclass(frozen=True)
class _Forms:
    """The words that follow the sex of who paid."""

    received: str
    payer: str


def receipts(found: Sequence[Printable], language: str) -> Binder:
    """One sheet a receipt."""
    return Binder((receipt(each, language) for each in found), _("Receipts"), bookmarks=len(found) > 1)


def receipt(found: Printable, language: str) -> Document:
    """Two copies on a sheet, with a line to cut along."""
    copies = (_("Copy of the artisan"), _("Copy of the chamber"))
    areas = [
        Area(HALF * place + EDGE, EDGE, WIDE - 2 * EDGE, HALF - 2 * EDGE, tuple(_copy(found, name, language)), "top")
        for place, name in enumerate(copies)
    ]
    cut = Stroke((HALF, 0), (HALF, WIDE), dashed=True)
    title = f"{_('Payment receipt')} {found.receipt.reference}"
    blocks: list[Block] = [Plate(areas, [cut])]
    return Document(title, language, blocks, bare(), author=found.office.name(), subject=found.receipt.label())


def _copy(found: Printable, name: str, language: str) -> Iterator[Block]:
    paid = found.receipt
    yield from _head(found, name, language)
    yield Paragraph(_("Payment receipt"), TITLE.but(size=19, before=0, after=0))
    number = isolate(paid.reference)
    yield Paragraph(_("No. {number}").format(number=number), SUBTITLE.but(size=13, after=1))
    if paid.cancelled_on:
        told = _("Cancelled on {day}: {why}")
        yield Paragraph(told.format(day=format_day(paid.cancelled_on), why=apart(paid.cancelled_why)), _STRUCK)
    yield Paragraph(_sentence(found), _SAYS)
    yield _lines(found)
    words = _("The sum is: {words}.").format(words=dinars_in_words(paid.amount))
    inside = [Paragraph(words, BODY.but(bold=True, after=0))]
    yield Box(inside, border=None, shade=SHADE, padding=2.2, radius=1.5)
    yield Paragraph(_paid_how(paid), BODY.but(after=1))
    titles = (_forms(found.printed.sex).payer, _("The cashier"))
    yield Columns([[Paragraph(title, BODY_CENTRED.but(bold=True)), Spacer(SIGNING)] for title in titles])


def _head(found: Printable, name: str, language: str) -> Iterator[Block]:
    """The lines of the letterhead, the logo beside them; below them where and when, and whose copy it is."""
    text: list[Block] = [Paragraph(line, _HEAD) for line in lines(found.office, language)]
    if found.office.logo:
        yield Columns([[Image(found.office.logo, height=16, align="leading")], text, []], (1, 5, 1), align="middle")
    else:
        yield from text
    yield Rule(before=0.8, after=0.8)
    where = place_and_date(found.office, found.receipt.day, language)
    sides = [Paragraph(name, SMALL.but(after=0)), Paragraph(where, BODY.but(size=10, align="trailing", after=0))]
    yield Columns([[side] for side in sides])


def _sentence(found: Printable) -> str:
    paid, words = found.receipt, _forms(found.printed.sex)
    said = words.received.format(
        chamber=chamber_of(found.office),
        person=forms(Sex(found.printed.sex) if found.printed.sex else None).person,
        name=apart(paid.name),
        day=format_day(paid.day),
    )
    if not found.printed.register_no:
        return said
    told = _("{sentence} Register number: {number}.")
    return told.format(sentence=said, number=isolate(found.printed.register_no))


def _forms(sex: str | None) -> _Forms:
    if sex == Sex.MALE:
        return _Forms(
            pgettext("of a man", "{chamber} received from {person} {name} on {day} what is named below."),
            pgettext("of a man", "Who paid"),
        )
    if sex == Sex.FEMALE:
        return _Forms(
            pgettext("of a woman", "{chamber} received from {person} {name} on {day} what is named below."),
            pgettext("of a woman", "Who paid"),
        )
    return _Forms(
        pgettext("of somebody", "{chamber} received from {person} {name} on {day} what is named below."),
        pgettext("of somebody", "Who paid"),
    )


def _lines(found: Printable) -> Table:
    columns = [
        Column(_("No."), width=11, align="centre"),
        Column(_("Fee"), share=1),
        Column(_("Amount"), width=42, align="trailing"),
    ]
    rows: list[Row] = [
        [str(place), each.label(), format_dinars(each.amount)] for place, each in enumerate(found.printed.lines, 1)
    ]
    whole: Row = [Cell(_("Total"), span=2), Cell(format_dinars(found.receipt.amount), align="trailing")]
    return Table(columns, rows, totals=[whole], row_height=5.6)


def _paid_how(paid: FeeReceipt) -> str:
    way = _(WAYS[paid.way])
    if not paid.way_no:
        return _("Paid: {way}").format(way=way)
    return _("Paid: {way}, no. {number}").format(way=way, number=isolate(paid.way_no))


def journal(found: Journal, language: str) -> Document:
    """The receipts in a list, with their sum; what was cancelled is named and does not count."""
    title = _("List of receipts")
    return Document(
        title,
        language,
        [*_journal(found)],
        PageStyle(margins=Margins(12, 12)),
        letterhead=head(found.office, language),
        footer=Footer(title, "", _("Page {page} of {pages}")),
        author=found.office.name(),
    )


def _journal(found: Journal) -> Iterator[Block]:
    days = [each.day for each in found.receipts]
    yield Paragraph(_("List of receipts"), TITLE.but(after=0))
    first, last = min(days), max(days)
    words = _("of {day}") if first == last else _("from {day} to {last}")
    yield Paragraph(words.format(day=format_day(first), last=format_day(last)), SUBTITLE)
    columns = [
        Column(_("Number"), width=24, align="centre"),
        Column(_("Paid on"), width=23, align="centre"),
        Column(_("Artisan"), share=1),
        Column(_("Fee"), share=1.2),
        Column(_("How it was paid"), width=30),
        Column(_("Amount"), width=30, align="trailing"),
    ]
    counted = sum(each.amount for each in found.receipts if each.cancelled_on is None)
    whole: Row = [Cell(_("Total"), span=5), Cell(format_dinars(counted), align="trailing")]
    yield Table(columns, map(_receipt_row, found.receipts), totals=[whole])
    said = Paragraph(_("The sum is: {words}.").format(words=dinars_in_words(counted)), BODY.but(bold=True, after=0))
    box = Box([said], border=None, shade=SHADE, padding=2.5, radius=1.5)
    titles = (_("The cashier"), _("The director"))
    signed = Columns([[Paragraph(title, BODY_CENTRED.but(bold=True)), Spacer(SIGNING)] for title in titles])
    yield KeepTogether([box, Spacer(2), signed])


def _receipt_row(each: FeeReceipt) -> Row:
    amount = format_dinars(each.amount) if each.cancelled_on is None else _("cancelled")
    return [
        isolate(each.reference),
        isolate(format_short(each.day)),
        apart(each.name),
        lines_of(each),
        Cell(_(WAYS[each.way]), style=CELL.but(size=8.5)),
        amount,
    ]
