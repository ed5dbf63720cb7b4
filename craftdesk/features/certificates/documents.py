"""The certificate, and the register of certificates."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import groupby

from craftdesk.base.dates import format_short
from craftdesk.base.i18n import _, speaking
from craftdesk.base.numbers import apart, isolate
from craftdesk.features.certificates.models import CERTIFICATE_KINDS, CertificateKind
from craftdesk.features.certificates.reads import Printable, Register
from craftdesk.features.certificates.rules import Content
from craftdesk.features.certificates.wording import values
from craftdesk.features.office.documents import head, nothing
from craftdesk.features.office.models import in_language
from craftdesk.features.office.wording import running
from craftdesk.pdf.blocks import LANDSCAPE, Block, Cell, Column, Footer, Letterhead, PageBreak, Paragraph, Row, Table
from craftdesk.pdf.document import Binder, Document
from craftdesk.pdf.styles import CELL_BOLD, TITLE
from craftdesk.pdf.template.forme import Forme, forme
from craftdesk.pdf.template.speech import ARABIC, BOTH, FRENCH, Layout, Record


def certificates(printables: Sequence[Printable], language: str) -> Binder:
    """All certificates in one file, each on its own page."""
    return Binder(
        (certificate(each, language) for each in printables), _("Certificates"), bookmarks=len(printables) > 1
    )


def certificate(printable: Printable, language: str) -> Document:
    """A certificate as it was issued, from the template as it was, whatever happened since."""
    content = printable.content
    layout = Layout(BOTH if content.language == BOTH else language, content.landscape)
    made = forme(printable.template, layout)
    with speaking(layout.paper):
        return Document(
            f"{_(CERTIFICATE_KINDS[CertificateKind(content.kind)])} {content.reference}",
            layout.paper,
            made.blocks(record_of(content, printable.logo, made, printable.duplicate)),
            made.page,
            author=in_language(content.chamber_ar, content.chamber_fr),
            subject=content.name,
            corner=content.code,
        )


def record_of(content: Content, logo: bytes | None, made: Forme, duplicate: bool = False) -> Record:
    """What the fields of a certificate hold; of a duplicate, that it is one, at the number."""
    found = {}
    for code in made.layout.languages:
        with speaking(code):
            found[code] = values(content, made.names)
            if duplicate and "number" in found[code]:
                found[code]["number"] = _("{number} (duplicate)").format(number=found[code]["number"])
    heads = (content.lines_ar, content.chamber_ar), (content.lines_fr, content.chamber_fr)
    return Record(found, content.sex, _letterhead(*heads, logo, made.layout.paper))


@lru_cache(16)
def _letterhead(arabic: tuple[str, str], french: tuple[str, str], logo: bytes | None, language: str) -> Letterhead:
    lines = {code: (*above.splitlines(), name) for code, (above, name) in ((ARABIC, arabic), (FRENCH, french))}
    other = FRENCH if language == ARABIC else ARABIC
    logos = (logo,) if logo else ()
    return Letterhead(lines[language], lines[other], logos, other_language=other, rule=False)


def certificate_register(register: Register, language: str) -> Document:
    """The certificates by year, with a column to sign for the one that was handed over."""
    by_year = groupby(register.contents, lambda content: content.year)
    blocks = [block for year, contents in by_year for block in _year(year, list(contents), register)][1:]
    return Document(
        _("Register of certificates"),
        language,
        blocks or [Paragraph(_("Register of certificates"), TITLE), nothing(_("No certificate was issued yet"))],
        replace(LANDSCAPE),
        head(register.office, language),
        Footer(running(register.office.name()), "", _("Page {page} of {pages}")),
    )


def _year(year: int, contents: Sequence[Content], register: Register) -> Iterator[Block]:
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
    whole = Cell(_("Number of certificates: {count}").format(count=len(contents)), span=len(columns), style=CELL_BOLD)
    yield Table(columns, [_row(each, register) for each in contents], row_height=9, striped=True, totals=[[whole]])


def _row(content: Content, register: Register) -> Row:
    born = format_short(content.birth_date) if content.birth_date else str(content.birth_year or "")
    return [
        isolate(content.reference),
        content.name,
        " · ".join(filter(None, (isolate(born), apart(content.born_at)))),
        content.subject,
        _days(content),
        " · ".join((_(CERTIFICATE_KINDS[content.kind]), *_became(content.reference, register))),
        isolate(format_short(content.issued_on)),
        "",
    ]


def _became(number: str, register: Register) -> Iterator[str]:
    """That it was withdrawn, or that there is a duplicate."""
    told = ((_("withdrawn on {day}"), register.withdrawn), (_("duplicate on {day}"), register.duplicates))
    for words, days in told:
        if number in days:
            yield words.format(day=isolate(format_short(days[number])))


def _days(content: Content) -> str:
    if content.first_day is None or content.last_day is None:
        return ""
    first, last = isolate(format_short(content.first_day)), isolate(format_short(content.last_day))
    return first if content.first_day == content.last_day else _("{first} to {last}").format(first=first, last=last)
