"""The receipt that an applicant takes home."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from craftdesk.base.dates import format_day, format_short
from craftdesk.base.i18n import _, pgettext
from craftdesk.base.numbers import apart, isolate
from craftdesk.features.equipment.documents.parts import facts_table, in_words, lines_table, signatures
from craftdesk.features.equipment.models import PAPER_STATES, REQUEST_KINDS, PaperState, RequestPaper
from craftdesk.features.equipment.reads import Receipt
from craftdesk.features.equipment.rules import RequestFile
from craftdesk.features.office.documents import head
from craftdesk.features.roster.models import Sex
from craftdesk.pdf.blocks import (
    Block,
    Cell,
    Column,
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
    CELL,
    CELL_BOLD,
    NOTE,
    SMALL,
    SUBHEADING,
    SUBTITLE,
    TITLE,
)


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
    yield facts_table(file)


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


def _lines(file: RequestFile) -> Iterator[Block]:
    yield Paragraph(_("What is asked for"), SUBHEADING)
    yield lines_table(file)
    yield in_words(_("This request amounts to: {words}."), file.total)


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
    words = (
        _("This receipt is no approval of the request."),
        _("The data on this receipt is handled under law {law}; you may see it and have it corrected.").format(
            law=isolate("18-07")
        ),
    )
    signed = signatures(_("The applicant"), _("For the chamber"))
    yield KeepTogether([Spacer(3), signed, Paragraph(" ".join(words), SMALL)])
