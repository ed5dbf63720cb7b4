"""Sheets of address labels, and envelopes."""

from collections.abc import Iterator, Sequence

from craftdesk.base.i18n import _
from craftdesk.base.numbers import apart, group_phone, isolate
from craftdesk.features.office.models import in_language
from craftdesk.features.office.reads import OfficeOnDay
from craftdesk.features.office.wording import of_wilaya
from craftdesk.features.roster.printing import Addressee, PostMatter
from craftdesk.features.roster.wording import titled
from craftdesk.pdf.blocks import Area, Block, PageBreak, Paragraph, Plate
from craftdesk.pdf.document import Document
from craftdesk.pdf.sheets import Grid, bare, sheets
from craftdesk.pdf.styles import BODY, Style

SHEETS = {
    "70x37": Grid(3, 8, 70, 37, 0.5, 0),
    "70x42": Grid(3, 7, 70, 42.3, 0.45, 0),
    "99x38": Grid(2, 7, 99.1, 38.1, 15.15, 4.65, (2.5, 0)),
    "64x38": Grid(3, 7, 63.5, 38.1, 15.15, 7.25, (2.5, 0)),
    "105x37": Grid(2, 8, 105, 37, 0.5, 0),
    "99x68": Grid(2, 4, 99.1, 67.7, 13.1, 4.65, (2.5, 0)),
}
"""The sheets that stationers sell, by the size of a label."""
ENVELOPES = {"DL": (220.0, 110.0), "C5": (229.0, 162.0)}
MARGIN = 12.0
STAMP = 45.0
"""Millimetres at the upper trailing corner that belong to the stamp."""
POSTAL_BAND = 18.0
"""Millimetres at the lower edge that belong to the post's machines."""
INSET = (5.0, 3.0)

NAME = BODY.but(size=11.5, bold=True, leading=1.4, after=0.4)
LINE = BODY.but(size=10.5, leading=1.4, after=0.2)
TO_NAME = BODY.but(size=14, bold=True, leading=1.4, after=0.8)
TO_LINE = BODY.but(size=12.5, leading=1.45, after=0.5)
FROM_NAME = BODY.but(size=9.5, bold=True, leading=1.4, after=0.3)
FROM_LINE = BODY.but(size=9, leading=1.4, after=0.2)


def address_labels(matter: PostMatter, language: str) -> Document:
    """One label each; a begun sheet goes on where the first free label is."""
    contents = (_address(each, NAME, LINE) for each in matter.people)
    grid = SHEETS[matter.paper]
    blocks = list(sheets(grid, contents, matter.first, INSET))
    return Document(_("Address labels"), language, blocks, bare(), author=matter.office.name())


def envelopes(matter: PostMatter, language: str) -> Document:
    """One envelope a page, the office's address on it."""
    width, height = ENVELOPES[matter.paper]
    blocks: list[Block] = []
    for number, each in enumerate(matter.people):
        blocks += [PageBreak()] if number else []
        blocks.append(_envelope(matter.office, each, width, height))
    return Document(_("Envelopes"), language, blocks, bare(width, height), author=matter.office.name())


def _envelope(office: OfficeOnDay, to: Addressee, width: float, height: float) -> Plate:
    """The sender at the upper leading corner, whom it is for in the lower trailing part, where it is sought."""
    leading, top = width * 0.46, height * 0.42
    sender = Area(MARGIN, MARGIN, width - 2 * MARGIN - STAMP, top - MARGIN - 2, tuple(_sender(office)), "top")
    place = (width - leading - MARGIN, height - top - POSTAL_BAND)
    return Plate([sender, Area(top, leading, *place, tuple(_address(to, TO_NAME, TO_LINE)), "top")])


def _sender(office: OfficeOnDay) -> Iterator[Block]:
    here = office.chamber
    address = in_language(here.address_ar or "", here.address_fr or "")
    phone = isolate(group_phone(here.phone)) if here.phone else ""
    yield Paragraph(apart(office.name()), FROM_NAME)
    for line in (apart(address), _("Phone: {phone}").format(phone=phone) if phone else ""):
        if line:
            yield Paragraph(line, FROM_LINE)


def _address(to: Addressee, name: Style, line: Style) -> Sequence[Block]:
    """Name, street, commune with its wilaya."""
    blocks = [Paragraph(titled(to.artisan), name)]
    blocks += [Paragraph(apart(text), line) for text in (to.street, _commune(to)) if text]
    return blocks


def _commune(to: Addressee) -> str:
    """تازولت، ولاية باتنة."""
    if to.place is None:
        return ""
    return _(", ").join((to.place.label(), of_wilaya(to.place.wilaya)))
