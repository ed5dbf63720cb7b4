"""The delivery form: what is handed over, and who signs for it."""

from collections.abc import Iterator, Sequence

from craftdesk.base.dates import format_day
from craftdesk.base.i18n import _, pgettext
from craftdesk.base.numbers import apart, format_dinars, format_number, isolate
from craftdesk.base.words import YEAR, count_in_words
from craftdesk.features.equipment.documents.parts import facts_table, in_words, signatures
from craftdesk.features.equipment.models import RequestKind
from craftdesk.features.equipment.printing import Delivery
from craftdesk.features.office.documents import DOTS, head
from craftdesk.features.office.wording import chamber_of
from craftdesk.features.roster.models import Sex
from craftdesk.features.roster.wording import titled
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
from craftdesk.pdf.styles import JUSTIFIED, SUBHEADING, SUBTITLE, TITLE

_SAYS = JUSTIFIED.but(size=11.5, leading=1.65, after=1.2)


def delivery_forms(found: Sequence[Delivery], language: str) -> Binder:
    """The forms in one file, each with its own pages."""
    return Binder((delivery_form(each, language) for each in found), _("Delivery forms"))


def delivery_form(delivery: Delivery, language: str) -> Document:
    here, record = delivery.office, delivery.decision.file.request
    return Document(
        f"{_('Delivery form')} {record.reference}",
        language,
        [*_opening(delivery), *_lines(delivery), *_closing(delivery)],
        PageStyle(margins=Margins(12, 12)),
        letterhead=head(here, language, number="", day=delivery.day),
        footer=Footer(isolate(record.reference), "", _("Page {page} of {pages}")),
        author=here.name(),
        subject=record.label(),
    )


def _opening(delivery: Delivery) -> Iterator[Block]:
    file = delivery.decision.file
    record = file.request
    title = _("Delivery form") if record.kind is RequestKind.ACQUISITION else _("Delivery form of a repair")
    yield Paragraph(title, TITLE.but(after=0))
    yield Paragraph(_("Equipment request no. {number}").format(number=isolate(record.reference)), SUBTITLE)
    words = _("On {day}, {chamber} handed over to {person} what is named below, granted by the committee on {decided}.")
    decided = format_day(delivery.decision.day) if delivery.decision.day else DOTS
    day = format_day(delivery.day) if delivery.day else DOTS * 2
    said = words.format(day=day, chamber=chamber_of(delivery.office), person=_person(delivery), decided=decided)
    yield Paragraph(said, _SAYS)
    yield facts_table(file)
    for label, text in ((_("Supplier"), delivery.supplier), (_("Invoice no."), delivery.invoice)):
        if text:
            yield Paragraph(_("{name}: {number}").format(name=label, number=apart(text)), _SAYS.but(after=0.3))


def _person(delivery: Delivery) -> str:
    record = delivery.decision.file.request
    if record.group_name or record.artisan is None:
        return apart(record.applicant)
    return titled(record.artisan)


def _lines(delivery: Delivery) -> Iterator[Block]:
    """What is handed over; number of the maker and state are written in by hand."""
    file = delivery.decision.file
    columns = [
        Column(_("No."), width=11, align="centre"),
        Column(_("Designation"), share=1),
        Column(_("Quantity"), width=18, align="centre"),
        Column(_("Amount"), width=34, align="trailing"),
        Column(_("Serial number"), width=34),
        Column(_("State at delivery"), width=26),
    ]
    rows: list[Row] = [
        [str(place), apart(line.what), format_number(line.quantity), format_dinars(line.amount), "", ""]
        for place, line in enumerate(file.lines, 1)
    ]
    pieces = format_number(sum(line.quantity for line in file.lines))
    total: Row = [Cell(_("Total"), span=2), Cell(pieces, align="centre"), format_dinars(file.total), Cell("", span=2)]
    yield Paragraph(_("What is handed over"), SUBHEADING)
    yield Table(columns, rows, totals=[total], row_height=10)
    yield in_words(_("This form amounts to: {words}."), file.total)


def _closing(delivery: Delivery) -> Iterator[Block]:
    artisan = delivery.decision.file.request.artisan
    words = _declared(artisan.sex if artisan else None)
    blocks: list[Block] = [Paragraph(words, _SAYS.but(before=1.5))]
    if delivery.years > 0:
        given_away = _("It is not given away before {years} have passed since this delivery.")
        years = count_in_words(delivery.years, YEAR, oblique=True)
        blocks.append(Paragraph(given_away.format(years=years), _SAYS))
    titles = [_("Who receives"), _("For the chamber")]
    names = [delivery.decision.file.request.applicant, delivery.office.director()]
    if delivery.supplier:
        titles, names = [titles[0], _("The supplier"), titles[1]], [names[0], delivery.supplier, names[1]]
    yield KeepTogether([*blocks, Spacer(3), signatures(*titles, names=names)])


def _declared(sex: Sex | None) -> str:
    """What the receiver signs."""
    if sex is Sex.MALE:
        return pgettext(
            "of a man", "The receiver declares that he has seen what is handed over, and receives it in good order."
        )
    if sex is Sex.FEMALE:
        return pgettext(
            "of a woman", "The receiver declares that she has seen what is handed over, and receives it in good order."
        )
    return pgettext(
        "of somebody", "The receiver declares to have seen what is handed over, and receives it in good order."
    )
