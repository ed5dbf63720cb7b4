"""What the office holds about a person, for the person: the right of access of law 18-07."""

from collections.abc import Iterator, Sequence

from craftdesk.base.dates import format_day
from craftdesk.base.i18n import N_, _, ngettext
from craftdesk.base.numbers import apart, format_number, isolate
from craftdesk.data.disclosures import Disclosure
from craftdesk.features.office.documents import head
from craftdesk.features.roster.documents.facts import both_names, facts, label_of, text_of
from craftdesk.features.roster.documents.lists import footer
from craftdesk.features.roster.holdings import Held
from craftdesk.features.roster.models import STATUSES, StatusChange
from craftdesk.features.roster.printing import Origin, SheetMatter
from craftdesk.features.roster.reads import Card
from craftdesk.features.roster.step_kinds import why
from craftdesk.pdf.blocks import (
    Block,
    Box,
    Column,
    Columns,
    Image,
    KeepTogether,
    Margins,
    PageStyle,
    Paragraph,
    Table,
)
from craftdesk.pdf.document import Binder, Document
from craftdesk.pdf.styles import BODY, HEADING, NOTE, SHADE, SUBTITLE, TITLE

SECTIONS = (
    (N_("Identity"), ("sex", "birth", "birth_place", "birth_act", "nin")),
    (
        N_("Addresses and phones"),
        ("home_address", "home", "activity_address", "work", "phone", "other_phone"),
    ),
    (
        N_("Register and card"),
        ("register_no", "registered_on", "status", "card_no", "card_kind", "card_issued_on", "card_until"),
    ),
    (
        N_("Craft"),
        (
            *("activity", "metal", "form", "rank", "premises", "started_on", "workers", "apprentices"),
            "qualification",
        ),
    ),
    (
        N_("Tax and social security"),
        (
            *("nif", "tax_article", "tax_regime", "tax_office", "tax_collector", "commitment_signed_on"),
            *("casnos_no", "casnos_since"),
        ),
    ),
)
PHOTO_HEIGHT = 32
MOST_STEPS = 12
"""So many of the latest actions on a record are listed; the first one, its origin, always."""
_PART = HEADING.but(size=13, before=1.2, after=0.2)


def artisan_sheets(matters: Sequence[SheetMatter], language: str) -> Binder:
    """The sheets of several persons, each with its own page numbers."""
    return Binder((artisan_sheet(matter, language) for matter in matters), _("Artisan's sheet"))


def artisan_sheet(matter: SheetMatter, language: str) -> Document:
    card, here, title = matter.card, matter.office, _("Artisan's sheet")
    blocks: list[Block] = [Paragraph(title, TITLE.but(after=0.5)), _head(card)]
    for part, names in SECTIONS:
        table = facts(card, names)
        if table is not None:
            blocks.append(KeepTogether([Paragraph(_(part), _PART), table]))
    blocks += [*_remarks(card), *_history(card.changes)]
    for held in matter.held:
        blocks += _held(held)
    blocks += [*_unknown(card), *_ending([*_origins(matter.origins), *_given(matter.given)])]
    return Document(
        f"{title} · {card.artisan.label()}",
        language,
        blocks,
        PageStyle(margins=Margins(12, 11)),
        letterhead=head(here, language),
        footer=footer(here.day, card.artisan.label()),
        author=here.name(),
    )


def _head(card: Card) -> Block:
    name = Paragraph(both_names(card.artisan), SUBTITLE.but(align="leading", bold=True, size=18))
    if not card.photo:
        return name
    return Columns([[name], [Image(card.photo, height=PHOTO_HEIGHT, align="trailing")]], shares=[4, 1])


def _remarks(card: Card) -> Iterator[Block]:
    if card.artisan.remarks:
        yield KeepTogether([Paragraph(_("Remarks"), _PART), Paragraph(card.artisan.remarks)])


def _history(changes: Sequence[StatusChange]) -> Iterator[Block]:
    if changes:
        rows = [
            [_(STATUSES[step.status]), format_day(step.day), why(step.kind, step.reason), apart(step.paper)]
            for step in changes
        ]
        columns = [
            Column(_("Status"), width=28),
            Column(_("Day"), width=36),
            Column(_("Reason"), share=2),
            Column(_("Paper")),
        ]
        yield from _titled(_("History of the status"), columns, rows)


def _held(held: Held) -> Iterator[Block]:
    """What another feature holds."""
    columns = [Column(title, share=share) for title, share in held.columns]
    yield from _titled(held.title, columns, held.rows)


def _titled(title: str, columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> Iterator[Block]:
    """A heading with its table, on one page where that is short."""
    both: list[Block] = [Paragraph(title, _PART), Table(columns, rows, before=0)]
    yield from [KeepTogether(both)] if len(rows) <= MOST_STEPS else both


def _unknown(card: Card) -> Iterator[Block]:
    """What the office could hold and does not: said too, so that nothing is left open."""
    names = [name for _title, every in SECTIONS for name in every if not text_of(card, name)]
    if names:
        words = _("The office holds nothing about: {fields}.")
        yield Paragraph(words.format(fields=_(", ").join(map(label_of, names))), NOTE.but(before=2))


def _origins(origins: Sequence[Origin]) -> Iterator[Block]:
    """Where the data come from: how the record began, and the latest of what was done with it."""
    if not origins:
        return
    first, later = origins[0], origins[1:]
    shown = [first, *later[-MOST_STEPS:]]
    rows = [[format_day(each.at.astimezone().date()), apart(each.title), apart(each.who)] for each in shown]
    columns = [Column(_("Day"), width=36), Column(_("What was done"), share=3), Column(_("By"), share=1)]
    yield from _titled(_("Where the data come from"), columns, rows)
    if left := len(later) - len(shown) + 1:
        words = ngettext("{number} more action lies between.", "{number} more actions lie between.", left)
        yield Paragraph(words.format(number=format_number(left)), NOTE)


def _ending(blocks: Sequence[Block]) -> Iterator[Block]:
    """The rights of the person, never alone on the last page."""
    yield from blocks[:-1]
    yield KeepTogether([*blocks[-1:], _rights()])


def _given(given: Sequence[Disclosure]) -> Iterator[Block]:
    """To whom the person's data went: who received them, what for, and which of them."""
    if given:
        rows = [
            [
                format_day(each.at.astimezone().date()),
                apart(each.recipient),
                apart(each.purpose),
                _(", ").join(map(_, each.columns)),
            ]
            for each in given
        ]
        columns = [
            Column(_("Day"), width=36),
            Column(_("To whom it is given")),
            Column(_("Purpose of giving out")),
            Column(_("What of them"), share=2),
        ]
        yield from _titled(_("To whom the data were given"), columns, rows)


def _rights() -> Block:
    words = (
        _("Personal data are protected by law {law} as amended.").format(law=isolate("18-07")),
        _("The person named here may see them, have them put right and object to their use."),
        _("They serve to keep the register of crafts and trades and what the office does for artisans."),
        _("This sheet is given to nobody else without a right to it."),
    )
    note = Paragraph(" ".join(words), BODY.but(size=9.5, align="justified", after=0))
    return KeepTogether([Box([note], border=None, shade=SHADE, padding=2.5, radius=1.5, before=3)])
