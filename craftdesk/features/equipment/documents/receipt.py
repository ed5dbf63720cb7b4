"""The receipt that an applicant takes home."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from craftdesk.base.dates import format_day, format_short
from craftdesk.base.i18n import _, pgettext
from craftdesk.base.numbers import apart, format_dinars, format_number, group_phone, isolate
from craftdesk.base.words import dinars_in_words
from craftdesk.features.equipment.models import PAPER_STATES, REQUEST_KINDS, PaperState, RequestLine, RequestPaper
from craftdesk.features.equipment.reads import Receipt
from craftdesk.features.equipment.rules import RequestFile
from craftdesk.features.office.documents import head
from craftdesk.features.roster.models import Artisan, Sex
from craftdesk.pdf.blocks import (
    Block,
    Box,
    Cell,
    Column,
    Columns,
    Footer,
    KeepTogether,
    Margins,
    PageStyle,
    Paragraph,
    Row,
    Spacer,
    Table,
)
from craftdesk.pdf.document import Binder, Document
from craftdesk.pdf.styles import (
    BODY,
    BODY_CENTRED,
    CELL,
    CELL_BOLD,
    LABEL,
    NOTE,
    SHADE,
    SMALL,
    SUBHEADING,
    SUBTITLE,
    TITLE,
)

SIGNING = 19
"""Millimetres that a signature and a stamp need."""


@dataclass(frozen=True)
class _Forms:
    """The words that follow the applicant's sex."""

    person: str
    deposited: str


def receipts(found: Sequence[Receipt], language: str) -> Binder:
    """The receipts in one file, each with its own pages."""
    return Binder((receipt(each, language) for each in found), _("Deposit receipts"), bookmarks=len(found) > 1)


def receipt(found: Receipt, language: str) -> Document:
    """What was asked for, with which papers, on which day."""
    file, record, title = found.file, found.file.request, _("Deposit receipt")
    return Document(
        f"{title} {record.reference}",
        language,
        [*_opening(file), *_lines(file), *_papers(file), *_closing()],
        PageStyle(margins=Margins(12, 12)),
        letterhead=head(found.office, language),
        footer=Footer(f"{title} {isolate(record.reference)}", "", _("Page {page} of {pages}")),
        author=found.office.name(),
        subject=record.label(),
    )


def _opening(file: RequestFile) -> Iterator[Block]:
    record = file.request
    number = isolate(record.reference)
    yield Paragraph(_("Deposit receipt"), TITLE.but(after=0))
    yield Paragraph(_("Equipment request no. {number}").format(number=number), SUBTITLE)
    yield Paragraph(_sentence(file), BODY)
    columns = [Column(width=37), Column(), Column(width=34), Column()]
    yield Table(columns, _facts(file), header=(), borders="rows", padding=0.9)


def _sentence(file: RequestFile) -> str:
    """Who deposited what, and when; a group speaks for itself."""
    record = file.request
    words = {"kind": _(REQUEST_KINDS[record.kind]), "day": format_day(record.deposited_on)}
    if record.group_name:
        text = _("A request was deposited on {day} in the name of {name}: {kind}.")
        return text.format(name=apart(record.group_name), **words)
    forms = _forms(record.artisan.sex if record.artisan else None)
    return forms.deposited.format(person=forms.person, name=apart(record.applicant), **words)


def _forms(sex: Sex | None) -> _Forms:
    if sex is Sex.MALE:
        return _Forms(
            pgettext("of a man", "Mr"), pgettext("of a man", "{person} {name} deposited a request on {day}: {kind}.")
        )
    if sex is Sex.FEMALE:
        return _Forms(
            pgettext("of a woman", "Ms"),
            pgettext("of a woman", "{person} {name} deposited a request on {day}: {kind}."),
        )
    return _Forms(
        pgettext("of somebody", "Mr or Ms"),
        pgettext("of somebody", "{person} {name} deposited a request on {day}: {kind}."),
    )


def _facts(file: RequestFile) -> list[Row]:
    """What is known of the applicant, two facts in a row; then what takes a whole row."""
    record, artisan = file.request, file.request.artisan
    spokesman = apart(artisan.label()) if artisan and record.group_name else ""
    short = [(_("Spokesman"), spokesman), *(_of_artisan(artisan) if artisan else [])]
    pairs = _cells(short)
    rows: list[Row] = [[*one, *other] for one, other in zip_longest(pairs[::2], pairs[1::2], fillvalue=("", ""))]
    wide = _cells([(_("Purpose"), record.purpose), (_("Source of funds"), record.funding)])
    return [*rows, *([label, replace(value, span=3)] for label, value in wide)]


def _cells(facts: Sequence[tuple[str, str]]) -> list[tuple[Cell, Cell]]:
    return [(Cell(label, style=LABEL), Cell(value, style=CELL)) for label, value in facts if value]


def _of_artisan(artisan: Artisan) -> list[tuple[str, str]]:
    return [
        (_("Activity"), artisan.activity.label() if artisan.activity else ""),
        (_("Phone"), isolate(group_phone(artisan.phone)) if artisan.phone else ""),
        (_("Register number"), isolate(artisan.register_no or "")),
        (_("Card number"), isolate(artisan.card_no or "")),
    ]


def _lines(file: RequestFile) -> Iterator[Block]:
    yield Paragraph(_("What is asked for"), SUBHEADING)
    columns = [
        Column(_("No."), width=11, align="centre"),
        Column(_("Designation"), share=1),
        Column(_("Quantity"), width=20, align="centre"),
        Column(_("Unit price"), width=36, align="trailing"),
        Column(_("Amount"), width=38, align="trailing"),
    ]
    rows = [_row(place, line) for place, line in enumerate(file.lines, 1)]
    total: Row = [Cell(_("Total"), span=4), Cell(format_dinars(file.total), align="trailing")]
    yield Table(columns, rows, totals=[total])
    words = dinars_in_words(file.total)
    yield Box(
        [Paragraph(_("This request amounts to: {words}.").format(words=words), BODY.but(bold=True, after=0))],
        border=None,
        shade=SHADE,
        padding=2.5,
        radius=1.5,
    )


def _row(place: int, line: RequestLine) -> Row:
    return [
        str(place),
        apart(line.what),
        format_number(line.quantity),
        format_dinars(line.price),
        format_dinars(line.amount),
    ]


def _papers(file: RequestFile) -> Iterator[Block]:
    asked = [paper for paper in file.papers if paper.state is not PaperState.NOT_NEEDED]
    if not asked:
        return
    yield Paragraph(_("Papers of the file"), SUBHEADING)
    columns = [
        Column(_("Paper"), share=1),
        Column(_("State"), width=34, align="centre"),
        Column(_("Received on"), width=36, align="centre"),
    ]
    yield Table(columns, map(_paper, asked), row_height=5.8)
    if file.missing:
        yield Paragraph(_("The file is examined when the missing papers are handed in."), NOTE)


def _paper(paper: RequestPaper) -> Row:
    style = CELL_BOLD if paper.state is PaperState.MISSING else CELL
    day = isolate(format_short(paper.received_on)) if paper.received_on else ""
    return [paper.label(), Cell(_(PAPER_STATES[paper.state]), style=style.but(align="centre")), day]


def _closing() -> Iterator[Block]:
    """Two signatures side by side, and what the law asks to be said."""
    signed = BODY_CENTRED.but(bold=True)
    applicant = [Paragraph(_("The applicant"), signed)]
    office: list[Block] = [Paragraph(_("For the chamber"), signed), Spacer(SIGNING)]
    words = (
        _("This receipt is no approval of the request."),
        _("The data on this receipt is handled under law {law}; you may see it and have it corrected.").format(
            law=isolate("18-07")
        ),
    )
    yield KeepTogether([Spacer(3), Columns([applicant, office]), Paragraph(" ".join(words), SMALL)])
