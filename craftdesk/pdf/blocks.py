"""What a paper is made of. Lengths are millimetres, sizes of letters points; sides are leading and trailing.

A paper's writer builds these and knows nothing of fonts, directions or pages. Sequences may be given as lists; they are
kept as tuples, so that equal blocks are set once.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from craftdesk.pdf.styles import ACCENT, BODY, CELL, FOOTER, RULE, SHADE, TABLE_HEADER, Align, Style

if TYPE_CHECKING:
    from craftdesk.base.charts.chart import Chart

VerticalAlign = Literal["top", "middle", "bottom"]
Borders = Literal["grid", "rows", "none"]


class Element:
    """Turns lists into tuples, so that a block can be compared and kept."""

    def __post_init__(self) -> None:
        for name, value in self.__dict__.items():
            if type(value) is list:
                object.__setattr__(self, name, _frozen(value))


def _frozen(value: object) -> object:
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


@dataclass(frozen=True)
class Run:
    """A part of a paragraph that looks different; what is None is as in the paragraph's style. Link: a web address."""

    text: str
    bold: bool | None = None
    size: float | None = None
    colour: str | None = None
    family: str | None = None
    underlined: bool = False
    link: str | None = None


Text = str | Run | Sequence[str | Run]


@dataclass(frozen=True)
class Paragraph(Element):
    """Text with line breaks where it says `\\n`. `language` is for a paragraph in another language than the paper's.

    In a style with a hanging indent, what stands before a first tab is the sign or the number of an item.
    """

    text: Text
    style: Style = BODY
    language: str | None = None


@dataclass(frozen=True)
class Spacer(Element):
    """Empty height; with `stretch` it also takes its share of what is left over on its page."""

    height: float = 0
    stretch: float = 0


@dataclass(frozen=True)
class Rule(Element):
    """A line across; `width` is a share of the room, centred."""

    thickness: float = 0.25
    colour: str = RULE
    width: float = 1.0
    before: float = 1.5
    after: float = 1.5


@dataclass(frozen=True)
class PageBreak(Element):
    """What follows stands on a new page."""


@dataclass(frozen=True)
class Image(Element):
    """A PNG or JPEG picture, from a file or from bytes, as wide or as high as it is told and never larger than that."""

    source: Path | bytes
    width: float | None = None
    height: float | None = None
    align: Align = "centre"


@dataclass(frozen=True)
class QRCode(Element):
    """A QR code of `text`, drawn as lines."""

    text: str
    size: float = 22
    align: Align = "leading"


@dataclass(frozen=True)
class KeepTogether(Element):
    """Blocks that stay on one page."""

    blocks: Sequence["Block"]


@dataclass(frozen=True)
class Columns(Element):
    """Blocks side by side, the first column on the leading side; `shares` are relative widths."""

    columns: Sequence[Sequence["Block"]]
    shares: Sequence[float] | None = None
    gap: float = 6
    align: VerticalAlign = "top"


@dataclass(frozen=True)
class Box(Element):
    """Blocks in a frame or on a ground. `height` is the least height; `language` turns the blocks to that language."""

    blocks: Sequence["Block"]
    border: str | None = RULE
    thickness: float = 0.25
    shade: str | None = None
    padding: float = 3
    radius: float = 0
    height: float = 0
    align: VerticalAlign = "top"
    language: str | None = None
    before: float = 1
    after: float = 2


@dataclass(frozen=True)
class Cell(Element):
    """A cell that is more than its text: over several columns (`span`), over several header rows (`rows`), shaded.

    `spot` names a cell whose place is told to the code of its page (`Document.coded`).
    """

    content: "Text | Block | Sequence[Block]" = ""
    span: int = 1
    rows: int = 1
    style: Style | None = None
    align: Align | None = None
    vertical: VerticalAlign | None = None
    shade: str | None = None
    spot: str = ""


@dataclass(frozen=True)
class Column(Element):
    """A column: `width` in millimetres, or None to share what is left by `share`; `fit`: as wide as its texts."""

    title: Text = ""
    width: float | None = None
    share: float = 1
    fit: bool = False
    align: Align | None = None
    style: Style | None = None


Row = Sequence["Text | Cell | Block"]


@dataclass(frozen=True)
class Table(Element):
    """Rows under a header that comes again on each page; the first column is on the leading side.

    `header` replaces the columns' titles (None) or leaves the header out (empty). `empty_rows` are added for what is
    written by hand, `row_height` is the least height of a row. `totals` are rows set bold at the end. Rows are never
    broken over two pages. `rows` may be any iterable; a long table is best given as a generator.
    """

    columns: Sequence[Column]
    rows: Iterable[Row] = ()
    header: Sequence[Row] | None = None
    totals: Sequence[Row] = ()
    empty_rows: int = 0
    row_height: float = 0
    borders: Borders = "grid"
    striped: bool = False
    padding: float = 1.2
    style: Style = CELL
    header_style: Style = TABLE_HEADER
    header_shade: str | None = SHADE
    border: str = RULE
    thickness: float = 0.25
    vertical: VerticalAlign = "middle"
    before: float = 1
    after: float = 2


@dataclass(frozen=True)
class Area(Element):
    """A place on a sheet: `top` and `leading` from the edges of the paper, and what stands there.

    What does not fit is set smaller until it does. `turned` stands on its head: the far face of a folded card.
    `inset` is what stays empty at the sides, above and below.
    """

    top: float
    leading: float
    width: float
    height: float
    blocks: Sequence["Block"] = ()
    align: VerticalAlign = "middle"
    inset: tuple[float, float] = (0, 0)
    turned: bool = False


@dataclass(frozen=True)
class Stroke(Element):
    """A line to cut or (`dashed`) to fold along, between two points from the paper's top and leading edges."""

    start: tuple[float, float]
    end: tuple[float, float]
    dashed: bool = False


@dataclass(frozen=True)
class Plate(Element):
    """One whole page on which everything has its exact place; its paper has no margins (`pdf.sheets.bare`)."""

    areas: Sequence[Area]
    strokes: Sequence[Stroke] = ()


@dataclass(frozen=True)
class Diagram(Element):
    """A chart across the whole width, made by `charts.diagram`; without a `height` it is as high as it stands well."""

    chart: "Chart"
    height: float | None = None
    size: float = 8.5
    before: float = 1
    after: float = 3


Block = Paragraph | Spacer | Rule | PageBreak | Image | QRCode | KeepTogether | Columns | Box | Table | Plate | Diagram


@dataclass(frozen=True)
class Letterhead(Element):
    """The head of an office's papers.

    `lines` are in the paper's language, `lines_other` the same in the other one (`other_language`), set beside them.
    `logos` stand at the two sides: the first at the leading side, the second at the trailing side. `number` and
    `place_and_date` stand under the lines, leading and trailing. The last of the lines is set as the office's name.
    """

    lines: Sequence[str]
    lines_other: Sequence[str] = ()
    logos: Sequence[Path | bytes] = ()
    number: str = ""
    place_and_date: str = ""
    other_language: str = "fr"
    logo_height: float = 20
    rule: bool = True


@dataclass(frozen=True)
class Footer(Element):
    """The foot of each page: three texts, in which `{page}` and `{pages}` become numbers."""

    leading: str = ""
    centre: str = "{page} / {pages}"
    trailing: str = ""
    style: Style = FOOTER
    rule: bool = False


@dataclass(frozen=True)
class Frame:
    """The frame of a certificate, `inset` millimetres from the edge of the paper: with stars, or of fine lines."""

    colour: str = ACCENT
    inset: float = 8
    second_colour: str = "#c9a66b"
    pattern: Literal["stars", "lines"] = "stars"


@dataclass(frozen=True)
class Margins:
    """The empty edges of a page."""

    top: float = 15
    bottom: float = 15
    leading: float = 18
    trailing: float = 18


@dataclass(frozen=True)
class PageStyle:
    """The paper's sheet: width and height upright, its edges, a frame around, the letterhead on one page or on all."""

    landscape: bool = False
    width: float = 210
    height: float = 297
    margins: Margins = field(default_factory=Margins)
    frame: Frame | None = None
    letterhead_on_every_page: bool = False


PORTRAIT = PageStyle()
LANDSCAPE = PageStyle(landscape=True, margins=Margins(12, 12, 14, 14))
CERTIFICATE = PageStyle(landscape=True, margins=Margins(20, 18, 26, 26), frame=Frame())
CERTIFICATE_PORTRAIT = PageStyle(margins=Margins(22, 20, 24, 24), frame=Frame())
