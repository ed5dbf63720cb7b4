"""The register extract: what the register of crafts and trades says of an artisan."""

from collections.abc import Iterator, Sequence
from datetime import date

from craftdesk.base.dates import format_day
from craftdesk.base.i18n import N_, _
from craftdesk.base.numbers import apart, isolate
from craftdesk.features.office.documents import head
from craftdesk.features.office.rules import domain_of, sector_of
from craftdesk.features.office.signing import signer as signer_of
from craftdesk.features.office.wording import chamber_of
from craftdesk.features.roster.documents.facts import both_names, facts, text_of
from craftdesk.features.roster.models import STATUSES, Status, StatusChange
from craftdesk.features.roster.printing import SheetMatter
from craftdesk.features.roster.reads import Card
from craftdesk.features.roster.step_kinds import why
from craftdesk.features.roster.wording import born, forms
from craftdesk.pdf.blocks import (
    Block,
    Column,
    Columns,
    Footer,
    KeepTogether,
    Margins,
    PageStyle,
    Paragraph,
    Run,
    Spacer,
    Table,
)
from craftdesk.pdf.document import Binder, Document
from craftdesk.pdf.styles import BODY, JUSTIFIED, SIGNATURE, SMALL, SUBHEADING, SUBTITLE, TITLE

SIGNING = 18
"""Millimetres that a signature and a stamp need."""
IDENTITY = ("nin", "home_address", "home")
CRAFT = ("form", "rank", "premises", "activity_address", "work", "started_on", "workers", "apprentices")
CARD = ("card_no", "card_kind", "card_issued_on", "card_until")
_SAYS = JUSTIFIED.but(size=11.5, leading=1.55, after=0.8)
_PART = SUBHEADING.but(before=1, after=0.3)


def register_extracts(matters: Sequence[SheetMatter], language: str) -> Binder:
    """The extracts of several persons, each with its own page numbers."""
    return Binder((register_extract(each, language) for each in matters), _("Register extracts"))


def register_extract(matter: SheetMatter, language: str) -> Document:
    card, here = matter.card, matter.office
    return Document(
        f"{_('Register extract')} · {card.artisan.label()}",
        language,
        [*_opening(matter), *_parts(card), *_entries(card.changes), *_closing(matter)],
        PageStyle(margins=Margins(10, 9)),
        letterhead=head(here, language, number=""),
        footer=Footer(isolate(card.artisan.register_no or ""), "", _("Page {page} of {pages}")),
        author=here.name(),
    )


def _opening(matter: SheetMatter) -> Iterator[Block]:
    found = matter.card.artisan
    yield Paragraph(_("Register extract"), TITLE.but(before=0, after=0))
    yield Paragraph(_("of the register of crafts and trades"), SUBTITLE.but(after=1.5))
    words = forms(found.sex)
    opening = _("The director of {chamber} certifies that {person}:")
    yield Paragraph(opening.format(chamber=chamber_of(matter.office), person=words.person), _SAYS.but(after=0.5))
    yield Paragraph(both_names(found), SUBTITLE.but(bold=True, size=18, after=0))
    if birth := born(found):
        yield Paragraph(birth, _SAYS.but(align="centre", after=0.5))
    yield Paragraph(_entered(matter.card), _SAYS)


def _entered(card: Card) -> list[str | Run]:
    """Under which number, since when; and that it is over, where it is."""
    found = card.artisan
    number = isolate(found.register_no or "")
    words = _("{registered} under number {number}")
    if found.registered_on:
        words = _("{registered} under number {number} since {day}")
    day = format_day(found.registered_on) if found.registered_on else ""
    before, bold, after = words.format(registered=forms(found.sex).registered, number=number, day=day).partition(number)
    said: list[str | Run] = [before, Run(bold, bold=True), after]
    if found.status is not Status.STRUCK_OFF:
        return [*said, _(", as follows:")]
    struck = next((step.day for step in card.changes if step.status is Status.STRUCK_OFF), None)
    return [*said, ". ", Run(_struck(card, struck), bold=True)]


def _struck(card: Card, day: date | None) -> str:
    words = forms(card.artisan.sex).struck_off
    return words.format(day=format_day(day)) if day else _("The registration has ended.")


def _parts(card: Card) -> Iterator[Block]:
    code = card.artisan.activity.code if card.artisan.activity else None
    domain, sector = domain_of(code), sector_of(code)
    craft = [
        (_("Activity"), text_of(card, "activity")),
        (_("Domain"), domain.label() if domain else ""),
        (_("Sector"), sector.label() if sector else ""),
    ]
    for title, first, names in (
        (N_("Identity"), [], IDENTITY),
        (N_("Craft"), craft, CRAFT),
        (N_("Artisan's card"), [], CARD),
    ):
        table = facts(card, names, first)
        if table is not None:
            yield KeepTogether([Paragraph(_(title), _PART), table])


def _entries(changes: Sequence[StatusChange]) -> Iterator[Block]:
    """What was entered in the register, oldest first."""
    if not changes:
        return
    rows = [
        [format_day(step.day), _(STATUSES[step.status]), why(step.kind, step.reason), apart(step.paper)]
        for step in reversed(changes)
    ]
    columns = [
        Column(_("Day"), width=36),
        Column(_("Entry"), width=28),
        Column(_("Reason"), share=2),
        Column(_("Paper")),
    ]
    yield KeepTogether([Paragraph(_("Entries in the register"), _PART), Table(columns, rows)])


def _closing(matter: SheetMatter) -> Iterator[Block]:
    handed = Paragraph(forms(matter.card.artisan.sex).handed, BODY.but(before=1, after=0.3))
    note = _(
        "This extract says what the register says on the day that it bears; words struck out or added make it void."
    )
    signer = matter.signer or signer_of(matter.office)
    signed: list[Block] = [Paragraph(signer.title, SIGNATURE), Spacer(SIGNING)]
    if signer.name:
        signed.append(Paragraph(signer.name, SIGNATURE.but(size=12, bold=False)))
    yield KeepTogether([handed, Paragraph(note, SMALL), Spacer(1.5), Columns([[], signed])])
