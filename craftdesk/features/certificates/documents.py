"""The certificate, and the register of certificates."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from itertools import groupby

from craftdesk.base.dates import format_short
from craftdesk.base.i18n import _, is_rtl
from craftdesk.base.numbers import apart, isolate, runs_otherwise
from craftdesk.features.certificates.models import CERTIFICATE_KINDS
from craftdesk.features.certificates.reads import Printable, Register
from craftdesk.features.certificates.rules import Content
from craftdesk.features.certificates.wording import Sentences, sentences
from craftdesk.features.office.documents import head
from craftdesk.features.office.models import in_language
from craftdesk.pdf.blocks import (
    CERTIFICATE,
    LANDSCAPE,
    Block,
    Column,
    Columns,
    Footer,
    Letterhead,
    PageBreak,
    Paragraph,
    Row,
    Rule,
    Spacer,
    Table,
)
from craftdesk.pdf.compose import Place, natural_width
from craftdesk.pdf.document import Binder, Document
from craftdesk.pdf.strips import MM
from craftdesk.pdf.styles import (
    CELL_BOLD,
    CERTIFICATE_NAME,
    CERTIFICATE_SMALL,
    CERTIFICATE_TEXT,
    CERTIFICATE_TITLE,
    NOTE,
    TITLE,
    Style,
)

GOLD = "#c9a66b"
HEADLINE = CERTIFICATE_TITLE.but(size=43, leading=1.3, before=0, after=0.5)
SENTENCE = CERTIFICATE_TEXT.but(size=16, leading=1.42, after=1.2)
NAME = CERTIFICATE_NAME.but(size=29, leading=1.35, after=0.5)
OTHER_NAME = CERTIFICATE_SMALL.but(size=13.5, leading=1.3, after=1)
SUBJECT = SENTENCE.but(size=20, bold=True, before=0.5, after=1.5)
CLOSING = CERTIFICATE_SMALL.but(size=13.5, leading=1.4, before=1.5)
HAND = CERTIFICATE_SMALL.but(size=13.5, leading=1.35, after=0.5)
SIGNED = SENTENCE.but(size=15, bold=True, leading=1.35, after=0)
SCALES = (1.0, 0.95, 0.9, 0.85, 0.8, 0.74, 0.68, 0.62, 0.56, 0.5, 0.45)
"""How much smaller the text may become when a long name or subject asks for it."""
SIGNING = 13
"""Millimetres that the signature and the stamp need."""
_WIDTH = (297 - CERTIFICATE.margins.leading - CERTIFICATE.margins.trailing) * MM
_ROOM = (210 - CERTIFICATE.margins.top - CERTIFICATE.margins.bottom - 27 - 35) * MM
"""The height without letterhead and signatures."""


def certificates(printables: Sequence[Printable], language: str) -> Binder:
    """All certificates in one file, each on its own page."""
    return Binder(
        (certificate(each, language) for each in printables), _("Certificates"), bookmarks=len(printables) > 1
    )


def certificate(printable: Printable, language: str) -> Document:
    """A certificate as it was issued, whatever happened since."""
    content = printable.content
    says = sentences(content)
    return Document(
        f"{says.title} {content.reference}",
        language,
        [Spacer(0, 1), *_body(says, language), Spacer(0, 1), _foot(says)],
        CERTIFICATE,
        _letterhead(content, printable.logo),
        author=in_language(content.chamber_ar, content.chamber_fr),
        subject=content.name,
    )


def _letterhead(content: Content, logo: bytes | None) -> Letterhead:
    lines = in_language(content.lines_ar, content.lines_fr).splitlines()
    chamber = in_language(content.chamber_ar, content.chamber_fr)
    return Letterhead([*lines, chamber], logos=[logo] if logo else [], rule=False)


def _body(says: Sentences, language: str) -> list[Block]:
    """The text between letterhead and signatures, as large as there is room for it."""
    lines = _lines(says)
    widths = [_width(text, style, language) for text, style in lines]
    scale = next((each for each in SCALES if _height(lines, widths, each) <= _ROOM), SCALES[-1])
    found = [Paragraph(text, scaled(style, scale), _own_language(text)) for text, style in lines]
    return [found[0], Rule(0.5, GOLD, 0.16, 0.5, 3.5 * scale), *found[1:]]


def _lines(says: Sentences) -> list[tuple[str, Style]]:
    lines = (
        (says.title, HEADLINE),
        (says.opening, SENTENCE),
        (says.name, NAME),
        (says.other_name, OTHER_NAME),
        (says.born, SENTENCE),
        (says.took_part, SENTENCE),
        (says.subject, SUBJECT),
        (says.held, SENTENCE),
        (says.partner, SENTENCE),
        (says.partner_apart, SENTENCE),
        (says.closing, CLOSING),
    )
    return [(text, style) for text, style in lines if text]


def _own_language(text: str) -> str | None:
    """A line in the other script runs as it is read."""
    return ("fr" if is_rtl() else "ar") if runs_otherwise(text) else None


@lru_cache(512)
def _width(text: str, style: Style, language: str) -> float:
    """How wide a line would be; those of a batch are mostly the same."""
    return natural_width(text, style, Place(_WIDTH, language))


@cache
def scaled(style: Style, scale: float) -> Style:
    """The style in a smaller size, with its spaces."""
    return style.but(size=style.size * scale, before=style.before * scale, after=style.after * scale)


def _height(lines: Sequence[tuple[str, Style]], widths: Sequence[float], scale: float) -> float:
    """About how high the text is at a scale: lines are never filled to the end."""
    found = 8 * MM
    for (_text, style), width in zip(lines, widths, strict=True):
        broken = math.ceil(width * scale / (_WIDTH * 0.94))
        found += scale * (broken * style.size * style.leading + (style.before + style.after) * MM)
    return found


def _foot(says: Sentences) -> Columns:
    """Number, trainer's signature, date and director's signature."""
    number: list[Block] = [Paragraph(says.number, HAND)]
    trainer: list[Block] = []
    if says.trainers:
        trainer = [Paragraph("\u00a0", HAND), Paragraph(says.trained_by, SIGNED), Paragraph(says.trainers, HAND)]
    director: list[Block] = [
        Paragraph(says.made, HAND),
        Paragraph(says.signature, SIGNED),
        Paragraph(says.director, HAND),
        Spacer(SIGNING),
    ]
    return Columns([number, trainer, director], (4, 5, 5), gap=4)


def certificate_register(register: Register, language: str) -> Document:
    """The certificates by year, with a column to sign for the one that was handed over."""
    by_year = groupby(register.contents, lambda content: content.year)
    blocks = [block for year, contents in by_year for block in _year(year, list(contents))]
    return Document(
        _("Register of certificates"),
        language,
        blocks[1:] or [Paragraph(_("Register of certificates"), TITLE)],
        replace(LANDSCAPE),
        head(register.office, language),
        Footer(register.office.name(), "", _("Page {page} of {pages}")),
    )


def _year(year: int, contents: Sequence[Content]) -> Iterator[Block]:
    yield PageBreak()
    yield Paragraph(_("Register of certificates of the year {year}").format(year=year), TITLE)
    columns = [
        Column(_("Number"), width=20, align="centre"),
        Column(_("Family name and given name"), share=3, style=CELL_BOLD),
        Column(_("Born"), share=2.2),
        Column(_("Subject"), share=4),
        Column(_("Days"), share=2.6),
        Column(_("Kind"), share=1.9),
        Column(_("Issued on"), width=22, align="centre"),
        Column(_("Signature of the holder"), width=30),
    ]
    yield Table(columns, map(_row, contents), row_height=9, striped=True)
    yield Paragraph(_("Number of certificates: {count}").format(count=len(contents)), NOTE)


def _row(content: Content) -> Row:
    born = format_short(content.birth_date) if content.birth_date else str(content.birth_year or "")
    return [
        isolate(content.reference),
        content.name,
        " · ".join(filter(None, (isolate(born), apart(content.birth_place)))),
        content.subject,
        _days(content),
        _(CERTIFICATE_KINDS[content.kind]),
        isolate(format_short(content.issued_on)),
        "",
    ]


def _days(content: Content) -> str:
    first, last = isolate(format_short(content.first_day)), isolate(format_short(content.last_day))
    return first if content.first_day == content.last_day else _("{first} to {last}").format(first=first, last=last)
