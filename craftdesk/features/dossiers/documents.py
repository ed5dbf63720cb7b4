"""The receipt that an artisan takes home: what was handed in, what is missing and by when."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from craftdesk.base.dates import format_day, format_short
from craftdesk.base.i18n import _, pgettext
from craftdesk.base.numbers import apart, group_phone, isolate
from craftdesk.features.dossiers.models import DocumentState, DossierDocument, DossierState
from craftdesk.features.dossiers.reads import Receipt
from craftdesk.features.dossiers.rules import DossierFile, counted
from craftdesk.features.office.documents import head
from craftdesk.features.roster.models import Artisan, Sex
from craftdesk.features.roster.wording import forms
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
    Run,
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
    SHADE,
    SMALL,
    SUBHEADING,
    SUBTITLE,
    TITLE,
)

SIGNING = 20
"""Millimetres that a signature and a stamp need."""
_SAYS = BODY.but(size=11.5, leading=1.6, after=0.8)


@dataclass(frozen=True)
class _Forms:
    """The words that follow the artisan's sex."""

    deposited: str
    to_complete: str
    to_complete_by: str


def receipts(found: Sequence[Receipt], language: str) -> Binder:
    """The receipts in one file, each with its own pages."""
    return Binder((receipt(each, language) for each in found), _("File receipts"), bookmarks=len(found) > 1)


def receipt(found: Receipt, language: str) -> Document:
    """What of the checklist is there on the day of the receipt."""
    file, title = found.file, _title(found.file)
    number = isolate(file.dossier.reference)
    return Document(
        f"{title} {file.dossier.reference}",
        language,
        [*_opening(file), *_received(file), *_missing(file), *_closing(file)],
        PageStyle(margins=Margins(12, 12)),
        letterhead=head(found.office, language),
        footer=Footer(f"{title} {number}", "", _("Page {page} of {pages}")),
        author=found.office.name(),
        subject=file.dossier.label(),
    )


def _title(file: DossierFile) -> str:
    return _("Receipt of an incomplete file") if file.missing else _("Receipt of a complete file")


def _opening(file: DossierFile) -> Iterator[Block]:
    dossier, artisan = file.dossier, file.artisan
    number = isolate(dossier.reference)
    yield Paragraph(_title(file), TITLE.but(after=0))
    told = _("File no. {number}: {procedure}").format(number=number, procedure=apart(dossier.title))
    yield Paragraph(told, SUBTITLE)
    words = _forms(artisan.sex).deposited
    person = forms(artisan.sex).person
    said = words.format(
        person=person,
        name=apart(dossier.name),
        day=format_day(dossier.opened_on),
        procedure=apart(dossier.title),
    )
    yield Paragraph(said, _SAYS)
    if rows := _facts(artisan):
        columns = [Column(width=37), Column(), Column(width=42), Column()]
        yield Table(columns, rows, header=(), borders="rows", padding=0.9)


def _forms(sex: Sex | None) -> _Forms:
    if sex is Sex.MALE:
        return _Forms(
            pgettext("of a man", "{person} {name} handed in a file on {day}: {procedure}."),
            pgettext("of a man", "He is asked to hand in what is missing, so that his file can be examined."),
            pgettext(
                "of a man",
                "He is asked to hand in what is missing by {day} at the latest, so that his file can be examined.",
            ),
        )
    if sex is Sex.FEMALE:
        return _Forms(
            pgettext("of a woman", "{person} {name} handed in a file on {day}: {procedure}."),
            pgettext("of a woman", "She is asked to hand in what is missing, so that her file can be examined."),
            pgettext(
                "of a woman",
                "She is asked to hand in what is missing by {day} at the latest, so that her file can be examined.",
            ),
        )
    return _Forms(
        pgettext("of somebody", "{person} {name} handed in a file on {day}: {procedure}."),
        pgettext("of somebody", "What is missing is to be handed in, so that the file can be examined."),
        pgettext(
            "of somebody",
            "What is missing is to be handed in by {day} at the latest, so that the file can be examined.",
        ),
    )


def _facts(artisan: Artisan) -> list[Row]:
    """What is known of the artisan, two facts in a row."""
    known = (
        (_("Activity"), apart(artisan.activity.label()) if artisan.activity else ""),
        (_("Commune of residence"), artisan.home_commune.label() if artisan.home_commune else ""),
        (_("Register number"), isolate(artisan.register_no or "")),
        (_("Phone"), isolate(group_phone(artisan.phone)) if artisan.phone else ""),
    )
    cells = [(Cell(label, style=LABEL), Cell(value, style=CELL)) for label, value in known if value]
    pairs = zip_longest(cells[::2], cells[1::2], fillvalue=(Cell(), Cell()))
    return [[*one, *other] for one, other in pairs]


def _received(file: DossierFile) -> Iterator[Block]:
    yield Paragraph(_("Documents received"), SUBHEADING)
    if not file.received:
        yield Paragraph(_("None yet."), BODY)
        return
    valid = any(each.valid_until for each in file.received)
    columns = [
        Column(_("No."), width=11, align="centre"),
        Column(_("Document"), share=1),
        Column(_("Received on"), width=32, align="centre"),
        *([Column(_("Valid until"), width=32, align="centre")] if valid else []),
    ]
    yield Table(columns, [_row(place, each, valid) for place, each in enumerate(file.received, 1)], row_height=5.8)


def _row(place: int, document: DossierDocument, valid: bool) -> Row:
    days = (document.received_on, document.valid_until) if valid else (document.received_on,)
    return [str(place), counted(document), *(isolate(format_short(day)) if day else "" for day in days)]


def _missing(file: DossierFile) -> Iterator[Block]:
    if not file.missing:
        said = _("The file is complete.")
        if any(each.state is DocumentState.NOT_NEEDED for each in file.documents):
            said = _("The file is complete; what else the checklist names is not needed for it.")
        yield Box([Paragraph(said, BODY.but(bold=True, after=0))], border=None, shade=SHADE, padding=2.5, radius=1.5)
        return
    columns = [Column(_("No."), width=11, align="centre"), Column(_("Document"), share=1)]
    rows: list[Row] = [[str(place), Cell(counted(each), style=CELL_BOLD)] for place, each in enumerate(file.missing, 1)]
    yield KeepTogether([Paragraph(_("Documents missing"), SUBHEADING), Table(columns, rows, row_height=5.8)])
    if file.dossier.state is DossierState.OPEN:
        yield Box([Paragraph(_term(file), BODY.but(after=0))], border=None, shade=SHADE, padding=2.5, radius=1.5)


def _term(file: DossierFile) -> list[str | Run]:
    """What is asked, the day in bold."""
    words, day = _forms(file.artisan.sex), file.dossier.complete_by
    if day is None:
        return [words.to_complete]
    before, _sign, after = words.to_complete_by.partition("{day}")
    return [before, Run(format_day(day), bold=True), after]


def _closing(file: DossierFile) -> Iterator[Block]:
    """Two signatures side by side, and what the law asks to be said."""
    no_decision = _("This receipt says what was handed in; it is no decision about the file.")
    law = _("The data on this receipt is handled under law {law}; you may see it and have it corrected.")
    words = " ".join((no_decision, law.format(law=isolate("18-07"))))
    signed = Columns([_signature(_who(file.artisan.sex)), _signature(_("For the chamber"))])
    yield KeepTogether([Spacer(3), signed, Paragraph(words, SMALL)])


def _signature(title: str) -> list[Block]:
    return [Paragraph(title, BODY_CENTRED.but(bold=True)), Spacer(SIGNING)]


def _who(sex: Sex | None) -> str:
    if sex is Sex.MALE:
        return pgettext("of a man", "Who handed it in")
    if sex is Sex.FEMALE:
        return pgettext("of a woman", "Who handed it in")
    return pgettext("of somebody", "Who handed it in")
