"""The papers of a session: the attendance sheet to sign, and the list of participants."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby, pairwise
from math import ceil
from textwrap import shorten

from craftdesk.base.dates import format_range, month_name, weekday_name
from craftdesk.base.i18n import _, is_rtl, ngettext
from craftdesk.base.numbers import group_phone, isolate
from craftdesk.base.scannable import STRIP
from craftdesk.base.words import DAY, count_in_words
from craftdesk.features.office import documents as office
from craftdesk.features.office.reads import OfficeOnDay
from craftdesk.features.office.wording import running
from craftdesk.features.training.models import PARTS, HalfDay, Participant
from craftdesk.features.training.reads import SheetPaper
from craftdesk.features.training.rules import Sheet
from craftdesk.features.training.sheet_code import WALK_IN, code_of
from craftdesk.pdf.blocks import (
    PORTRAIT,
    Block,
    Box,
    Cell,
    Column,
    Columns,
    Footer,
    KeepTogether,
    Letterhead,
    Margins,
    PageBreak,
    PageStyle,
    Paragraph,
    Row,
    Run,
    Spacer,
    Table,
)
from craftdesk.pdf.document import Document
from craftdesk.pdf.styles import BODY, CELL, CELL_SMALL, LABEL, SHADE, TITLE

HALF_DAYS_A_PAGE = 6
ROW_HEIGHT = 9
"""Millimetres: room to sign."""
FOOT = 48
"""Letters of the subject at the foot, which has one line."""
WALK_INS = 4
NOBODY_YET = 20
"""Lines to fill by hand on the sheet of a session without participants."""

WIDE = PageStyle(landscape=True, margins=Margins(8, 7, 12, STRIP))
"""At the trailing side stands the code by which the signed sheet is read again."""

SHEET_TITLE = TITLE.but(size=18, before=0, after=0.5)
FACT = BODY.but(size=10.5, leading=1.4, after=0.4)
NAME = CELL.but(bold=True)
SIGNED = LABEL.but(size=10, align="centre")


def attendance_sheet(papers: Sequence[SheetPaper], language: str) -> Document:
    """One sheet after the other; of a long session the days are spread over pages that repeat the names."""
    blocks: list[Block] = []
    for number, paper in enumerate(papers):
        blocks += [PageBreak()] if number else []
        blocks += _sheet(paper.sheet)
    sheets = _document(_("Attendance sheet"), papers, blocks, language, landscape=True)
    return replace(sheets, coded=lambda spots: code_of(spots, code_right=not is_rtl(language)).encoded())


def participants_list(papers: Sequence[SheetPaper], language: str) -> Document:
    """Who takes part and how to reach them."""
    blocks: list[Block] = []
    for number, paper in enumerate(papers):
        blocks += [PageBreak()] if number else []
        blocks += [Paragraph(_("List of participants"), SHEET_TITLE), *_facts(paper.sheet), _people(paper.sheet)]
    return _document(_("List of participants"), papers, blocks, language, landscape=False)


def _document(
    title: str, papers: Sequence[SheetPaper], blocks: Sequence[Block], language: str, landscape: bool
) -> Document:
    here = papers[0].office
    subject = papers[0].sheet.session.label()
    return Document(
        title=f"{title} · {subject}" if len(papers) == 1 else title,
        language=language,
        blocks=blocks,
        page=WIDE if landscape else PORTRAIT,
        letterhead=_head(here, language),
        footer=Footer(
            leading=shorten(subject, FOOT, placeholder=" …") if len(papers) == 1 else "",
            centre=_("Page {page} of {pages}").format(page="{page}", pages="{pages}"),
            trailing=running(here.name()),
        ),
        author=here.name(),
    )


def _head(here: OfficeOnDay, language: str) -> Letterhead:
    """The office's lines; a sheet bears the days of the session instead of a place and day of its own."""
    return replace(office.head(here, language), place_and_date="", logo_height=16)


def _sheet(sheet: Sheet) -> Iterator[Block]:
    spreads = spread(sheet.half_days)
    for number, half_days in enumerate(spreads):
        if number:
            yield PageBreak()
        yield Paragraph(_("Attendance sheet"), SHEET_TITLE)
        yield from _facts(sheet, number + 1 if len(spreads) > 1 else 0, len(spreads))
        yield _table(sheet, half_days)
        yield _signatures()


def spread(half_days: Sequence[HalfDay]) -> list[list[HalfDay]]:
    """The half-days by pages: whole days, about as many on each."""
    days = [list(group) for _day, group in groupby(half_days, key=lambda half: half.day)]
    if not days:
        return [[]]
    pages = ceil(len(half_days) / HALF_DAYS_A_PAGE)
    share = len(days) / pages
    cuts = [round(number * share) for number in range(pages + 1)]
    return [[half for day in days[start:end] for half in day] for start, end in pairwise(cuts)]


def _facts(sheet: Sheet, part: int = 0, parts: int = 1) -> Iterator[Block]:
    """What the session is, in two columns."""
    record = sheet.session
    days = format_range(sheet.first_day, sheet.last_day) if sheet.first_day and sheet.last_day else ""
    hours = record.hours
    length = [count_in_words(len(sheet.days), DAY)] if sheet.days else []
    length += [ngettext("{count} hour", "{count} hours", hours).format(count=hours)] if hours else []
    first = [(_("Subject"), record.label()), (_("Dates"), days), (_("Length"), _(", ").join(length))]
    second = [(_("Place"), record.place), (_trainer_title(sheet), _trainers(sheet)), (_("With"), record.partner)]
    if part:
        second.append((_("Part"), _("{part} of {parts}").format(part=part, parts=parts)))
    yield Columns(([*_lines(first)], [*_lines(second)]), (11, 10), gap=8)
    yield Spacer(1.5)


def _lines(facts: Sequence[tuple[str, str]]) -> Iterator[Block]:
    for label, text in facts:
        if text:
            yield Paragraph([Run(_("{label}: ").format(label=label), bold=True), text], FACT)


def _trainer_title(sheet: Sheet) -> str:
    return ngettext("Trainer", "Trainers", max(1, len(sheet.trainers)))


def _trainers(sheet: Sheet) -> str:
    return _(", ").join(each.name for each in sheet.trainers)


def _table(sheet: Sheet, half_days: Sequence[HalfDay]) -> Table:
    signing = len(half_days)
    columns = [
        Column(width=11),
        Column(share=5),
        Column(width=27),
        Column(share=4),
        Column(width=25),
        *(Column(width=_signature_width(signing)) for _half in half_days),
    ]
    return Table(columns, [*_rows(sheet, half_days)], header=_header(half_days), row_height=ROW_HEIGHT, padding=0.9)


def _signature_width(signing: int) -> float:
    return min(40.0, max(17.0, 130 / max(signing, 1, 5 if signing > 3 else 0)))


def _header(half_days: Sequence[HalfDay]) -> list[Row]:
    fixed = [_("No."), _("Name"), _("Card or NIN"), _("Activity or body"), _("Commune or phone")]
    upper: list[Cell] = [Cell(title, rows=2 if half_days else 1) for title in fixed]
    for day, group in groupby(half_days, key=lambda half: half.day):
        upper.append(Cell(_day(day), span=len(list(group))))
    lower = [_half(half) for half in half_days]
    return [upper, lower] if half_days else [upper]


def _half(half: HalfDay) -> Cell:
    times = isolate(f"{half.starts} – {half.ends}")
    words: list[str | Run] = [_(PARTS[half.part]), "\n", Run(times, bold=False, size=7)]
    return Cell(words)


def _day(day: date) -> str:
    return f"{weekday_name(day)} {day.day} {month_name(day.month)}"


def _rows(sheet: Sheet, half_days: Sequence[HalfDay]) -> Iterator[Row]:
    """The people, lines for those who come without being on the list, and the line of each trainer."""
    for number, person in enumerate(sheet.participants):
        yield [_number(number + 1), *_person(person), *_signed(sheet, person.id, half_days)]
    count = len(sheet.participants)
    for number in range(count, count + WALK_INS if count else NOBODY_YET):
        yield [_number(number + 1), *[""] * 4, *_signed(sheet, WALK_IN, half_days)]
    for name, key in [(each.name, each.id) for each in sheet.trainers] or [("", WALK_IN)]:
        yield [_trainer_cell(name), *(replace(cell, shade=SHADE) for cell in _signed(sheet, key, half_days))]


def _signed(sheet: Sheet, person: str, half_days: Sequence[HalfDay]) -> list[Cell]:
    """The cells to sign, named so that the code of the page can say whose they are."""
    return [Cell(spot=" ".join((sheet.session.id, person, half.id))) for half in half_days]


def _number(number: int) -> Cell:
    return Cell(str(number), align="centre")


def _person(person: Participant) -> list[str | Cell]:
    return [
        Cell(person.name, style=NAME),
        Cell(isolate(card_or_nin(person)), style=CELL_SMALL, align="centre"),
        Cell(person.body_or_activity, style=CELL_SMALL),
        Cell(commune_or_phone(person), style=CELL_SMALL, align="centre"),
    ]


def _trainer_cell(name: str) -> Cell:
    words: list[str | Run] = [Run(_("Signature of the trainer: "), bold=True), name]
    return Cell(words, span=5, shade=SHADE)


def card_or_nin(person: Participant) -> str:
    """The number of the card, or the last digits of the national number: it shows no more of a person than needed."""
    artisan = person.artisan
    if artisan is None:
        return ""
    return artisan.card_no or (f"•••• {artisan.nin[-4:]}" if artisan.nin else "")


def commune_or_phone(person: Participant) -> str:
    commune = _commune(person)
    return commune or isolate(group_phone(person.phone))


def _commune(person: Participant) -> str:
    artisan = person.artisan
    found = (artisan.activity_commune or artisan.home_commune) if artisan else None
    return found.label() if found else ""


def _signatures() -> Block:
    """Where the trainer and the chamber sign at the end."""
    titles = (_("The trainer"), _("For the chamber: name, signature and stamp"))
    boxes = [[Box([Paragraph(title, SIGNED)], height=23, padding=2)] for title in titles]
    return KeepTogether([Spacer(1), Columns(boxes, gap=20)])


def _people(sheet: Sheet) -> Block:
    if not sheet.participants:
        return office.nothing(_("Nobody is enrolled yet"))
    columns = [
        Column(_("No."), width=12, align="centre"),
        Column(_("Name"), share=5, style=NAME),
        Column(_("Activity or body"), share=5),
        Column(_("Commune"), share=3),
        Column(_("Phone"), width=30, align="centre"),
    ]
    rows = [
        [str(n), each.name, each.body_or_activity, _commune(each), isolate(group_phone(each.phone))]
        for n, each in enumerate(sheet.participants, 1)
    ]
    return Table(columns, rows, striped=True)
