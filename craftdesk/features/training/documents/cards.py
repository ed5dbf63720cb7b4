"""Name badges and table cards, for the trainers and the participants of a session."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from craftdesk.base.i18n import _
from craftdesk.base.numbers import apart
from craftdesk.features.office.wording import running
from craftdesk.features.training.models import Person
from craftdesk.features.training.printing import CardMatter
from craftdesk.pdf.blocks import Area, Block, PageBreak, Paragraph, Plate, Rule, Spacer, Stroke
from craftdesk.pdf.document import Document
from craftdesk.pdf.sheets import bare, centred, on_one_line, sheets
from craftdesk.pdf.styles import ACCENT, BODY, DEEP, MUTED, Style

BADGES = {"90x54": centred(2, 5, (90, 54)), "85x55": centred(2, 5, (85, 55)), "90x65": centred(2, 4, (90, 65))}
INSET = (5.0, 4.0)

SMALL = BODY.but(size=7.5, colour=MUTED, align="centre", leading=1.35, after=0)
NAME = Style("amiri", 21, bold=True, colour=DEEP, align="centre", leading=1.45, after=0)
OTHER_NAME = Style("amiri", 13, align="centre", leading=1.4, after=0.4)
WORK = BODY.but(size=9, align="centre", leading=1.35, after=0)

FACE = (190.0, 66.0)
"""Width and height of a face of a table card, in millimetres: two cards of two faces on a sheet."""
CARDS = 2
GAP = 9.0
LARGE = Style("amiri", 60, bold=True, colour=DEEP, align="centre", leading=1.35, after=0)
LARGE_OTHER = Style("amiri", 30, align="centre", leading=1.25, after=1)
LARGE_WORK = BODY.but(size=15, colour=MUTED, align="centre", leading=1.4, after=0)


@dataclass(frozen=True)
class _Guest:
    """Somebody with a card: both names, what stands under them, and what the meeting is."""

    name: str
    other: str
    work: str
    subject: str
    office: str


def badges(matter: CardMatter, language: str) -> Document:
    """Cards to be cut out along their marks."""
    grid = BADGES[matter.size]
    contents = (_badge(guest, grid.width - 2 * INSET[0], language) for guest in _guests(matter))
    blocks = sheets(grid, contents, matter.first, INSET, marks=True)
    return Document(_("Name badges"), language, list(blocks), bare(), author=_author(matter))


def table_cards(matter: CardMatter, language: str) -> Document:
    """Cards to be cut out and folded: the name is read from both sides."""
    blocks: list[Block] = []
    guests = _guests(matter)
    while some := list(islice(guests, CARDS)):
        blocks += [PageBreak()] if blocks else []
        blocks.append(_plate(some, language))
    return Document(_("Table cards"), language, blocks, bare(), author=_author(matter))


def _author(matter: CardMatter) -> str:
    return matter.papers[0].office.name()


def _guests(matter: CardMatter) -> Iterator[_Guest]:
    """The trainers of each session first."""
    for paper in matter.papers:
        subject, office = paper.sheet.session.label(), running(paper.office.name())
        for trainer in paper.sheet.trainers:
            yield _guest(
                trainer, " · ".join(filter(None, (_("Trainer"), trainer.function, trainer.body))), subject, office
            )
        for person in paper.sheet.participants:
            yield _guest(person, person.body_or_activity, subject, office)


def _guest(person: Person, work: str, subject: str, office: str) -> _Guest:
    name = person.name
    other = next((each for each in (person.name_la, person.name_ar) if each not in ("", name)), "")
    return _Guest(name, other, work, subject, office)


def _badge(guest: _Guest, width: float, language: str) -> Sequence[Block]:
    other = [Paragraph(apart(guest.other), OTHER_NAME)] if guest.other else []
    name = on_one_line(guest.name, NAME, width, language)
    return [
        Paragraph(apart(guest.office), SMALL),
        Rule(0.5, ACCENT, 0.5, 0.8, 1.2),
        Paragraph(apart(guest.name), name),
        *other,
        Paragraph(apart(guest.work), WORK),
        Spacer(1.6),
        Paragraph(apart(guest.subject), SMALL.but(colour=ACCENT)),
    ]


def _plate(guests: Sequence[_Guest], language: str) -> Plate:
    """Cards one under the other, with lines to cut and to fold."""
    width, height = FACE
    leading = (210 - width) / 2
    top = (297 - CARDS * 2 * height - (CARDS - 1) * GAP) / 2
    areas: list[Area] = []
    strokes: list[Stroke] = []
    for place, guest in enumerate(guests):
        upper = top + place * (2 * height + GAP)
        blocks = tuple(_face(guest, language))
        areas.append(Area(upper, leading, width, height, blocks, inset=(6, 5), turned=True))
        areas.append(Area(upper + height, leading, width, height, blocks, inset=(6, 5)))
        strokes += _edges(upper, leading)
    return Plate(areas, strokes)


def _edges(top: float, leading: float) -> list[Stroke]:
    """The card's outline, fine enough to vanish under the knife, and the fold in its middle."""
    width, height = FACE
    middle, bottom, trailing = top + height, top + 2 * height, leading + width
    corners = [(top, leading), (top, trailing), (bottom, trailing), (bottom, leading)]
    outline = [Stroke(start, end) for start, end in zip(corners, [*corners[1:], corners[0]], strict=True)]
    return [*outline, Stroke((middle, leading), (middle, trailing), dashed=True)]


def _face(guest: _Guest, language: str) -> Iterator[Block]:
    yield Paragraph(apart(guest.name), on_one_line(guest.name, LARGE, FACE[0] - 12, language, 0.5))
    if guest.other:
        yield Paragraph(apart(guest.other), LARGE_OTHER)
    if guest.work:
        yield Paragraph(apart(guest.work), LARGE_WORK)
