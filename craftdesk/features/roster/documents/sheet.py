"""What the office holds about a person, for the person."""

from collections.abc import Sequence
from datetime import date

from craftdesk.base.dates import format_day
from craftdesk.base.fields import Field, Kind
from craftdesk.base.i18n import N_, _
from craftdesk.base.numbers import group_phone, isolate
from craftdesk.data.model import fields_of
from craftdesk.features.office.documents import head
from craftdesk.features.office.models import in_language
from craftdesk.features.roster.documents.lists import footer
from craftdesk.features.roster.models import STATUSES, Artisan
from craftdesk.features.roster.printing import SheetMatter
from craftdesk.features.roster.reads import Card
from craftdesk.pdf.blocks import Block, Cell, Column, Columns, Image, KeepTogether, Paragraph, Table
from craftdesk.pdf.blocks import Row as TableRow
from craftdesk.pdf.document import Binder, Document
from craftdesk.pdf.styles import HEADING, LABEL, NOTE, SMALL, SUBTITLE, TITLE

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
LABELS = {
    "birth": N_("Birth date"),
    "home": N_("Commune of residence"),
    "work": N_("Commune of activity"),
    "activity": N_("Activity"),
}
CODES = frozenset({"birth_act", "nin", "register_no", "card_no", "nif", "tax_article", "casnos_no"})
PHOTO_HEIGHT = 32
_PART = HEADING.but(size=13, before=1.6, after=0.4)


def artisan_sheets(matters: Sequence[SheetMatter], language: str) -> Binder:
    """The sheets of several persons, each with its own page numbers."""
    return Binder([artisan_sheet(matter, language) for matter in matters], _("Artisan's sheet"))


def artisan_sheet(matter: SheetMatter, language: str) -> Document:
    """What the office holds about a person, for the person: the right to be told of law 18-07."""
    card, day = matter.card, matter.office.day
    blocks: list[Block] = [Paragraph(_("Artisan's sheet"), TITLE), _head(card)]
    for title, names in SECTIONS:
        lines = [(_label(name), text) for name in names if (text := _text(card, name))]
        if lines:
            blocks.append(KeepTogether([Paragraph(_(title), _PART), _facts(lines)]))
    blocks += _history(card)
    if card.artisan.remarks:
        blocks += [Paragraph(_("Remarks"), _PART), Paragraph(card.artisan.remarks)]
    blocks.append(Paragraph(_law(), SMALL))
    return Document(
        _("Artisan's sheet"),
        language,
        blocks,
        letterhead=head(matter.office, language),
        footer=footer(day),
    )


def _law() -> str:
    return _(
        "Personal data protected by law 18-07 as amended: the person named here may see them, have them put right and "
        "object to their use. This sheet is given to nobody else without a right to it."
    )


def _head(card: Card) -> Block:
    found = card.artisan
    first = in_language(found.name_ar, found.name_la)
    other = found.name_la if first == found.name_ar else found.name_ar
    words: list[Block] = [Paragraph(first, SUBTITLE.but(align="leading", bold=True, size=18))]
    if other != first and other:
        words.append(Paragraph(isolate(other), NOTE.but(size=12)))
    if not card.photo:
        return Columns([words])
    return Columns([words, [Image(card.photo, height=PHOTO_HEIGHT, align="trailing")]], shares=[4, 1])


def _facts(lines: Sequence[tuple[str, str]]) -> Table:
    """Two facts in a line, each with its label."""
    even = [*lines, ("", "")] if len(lines) % 2 else lines
    rows: list[TableRow] = [
        [Cell(label, style=LABEL), text, Cell(other, style=LABEL), second]
        for (label, text), (other, second) in zip(even[::2], even[1::2], strict=True)
    ]
    columns = [Column(share=1.35), Column(share=2), Column(share=1.35), Column(share=2)]
    return Table(columns, rows, header=(), borders="rows", vertical="top", padding=0.8)


def _history(card: Card) -> list[Block]:
    if not card.changes:
        return []
    rows = [[_(STATUSES[step.status]), format_day(step.day), step.reason, step.paper] for step in card.changes]
    columns = [
        Column(_("Status"), width=28),
        Column(_("Day"), width=34),
        Column(_("Reason"), share=2),
        Column(_("Paper")),
    ]
    return [KeepTogether([Paragraph(_("History of the status"), _PART), Table(columns, rows)])]


def _label(name: str) -> str:
    return _(LABELS[name]) if name in LABELS else _(fields_of(Artisan)[name].label)


def _text(card: Card, name: str) -> str:
    """A value in words; empty where nothing is known."""
    found = card.artisan
    if name == "birth":
        return _birth(found)
    if name in ("home", "work"):
        place = card.home if name == "home" else card.work
        return " · ".join(dict.fromkeys((place.label(), place.daira(), place.wilaya.label()))) if place else ""
    if name == "activity":
        return f"{found.activity.label()} {isolate(f'({found.activity.code})')}" if found.activity else ""
    return _value(fields_of(Artisan)[name], name, getattr(found, name))


def _birth(found: Artisan) -> str:
    if found.birth_date:
        return format_day(found.birth_date)
    return _("presumed {year}").format(year=found.birth_year) if found.birth_year else ""


def _value(field: Field, name: str, value: object) -> str:
    if value in (None, ""):
        return ""
    if field.choices:
        return _(field.choices[str(value)])
    if isinstance(value, date):
        return format_day(value)
    if field.kind is Kind.PHONE:
        return isolate(group_phone(str(value)))
    return isolate(str(value)) if name in CODES else str(value)
