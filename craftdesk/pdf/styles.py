"""The styles of the papers, by name. Sizes are in points, spaces around paragraphs in millimetres.

Amiri is for certificates and titles, Noto Naskh Arabic (with IBM Plex Sans for Latin letters) for running text.
`style.but(size=14, align="centre")` makes a variant.
"""

from dataclasses import astuple, dataclass, replace
from functools import cached_property
from typing import Any, Literal

Align = Literal["leading", "centre", "trailing", "justified"]

INK = "#1a1a1a"
MUTED = "#5c6370"
ACCENT = "#8a5a2b"
RULE = "#b9b2a6"
SHADE = "#f3efe8"
DEEP = "#1f3d4d"


@dataclass(frozen=True)
class Style:
    """How a paragraph is set; `leading` is the distance of its lines as a multiple of its size.

    A justified paragraph draws its Arabic words out (`kashida`) before it widens its spaces, and parts French words.
    A style of a `level` (1, 2 …) is that of a heading, which is listed among the file's bookmarks.
    """

    family: str = "naskh"
    size: float = 11
    bold: bool = False
    colour: str = INK
    align: Align = "leading"
    leading: float = 1.6
    before: float = 0
    after: float = 1.2
    keep_with_next: bool = False
    indent: float = 0
    hanging: float = 0
    kashida: bool = True
    level: int = 0

    def __hash__(self) -> int:
        """Found once: what is set again is looked up by its style."""
        return self._hash

    @cached_property
    def _hash(self) -> int:
        return hash(astuple(self))

    def but(self, **changes: Any) -> "Style":
        """The same style with some properties changed."""
        return replace(self, **changes)


BODY = Style()
BODY_BOLD = BODY.but(bold=True)
BODY_CENTRED = BODY.but(align="centre")
JUSTIFIED = BODY.but(align="justified")
SMALL = BODY.but(size=8.5, colour=MUTED, after=0.6)
NOTE = BODY.but(size=9.5, colour=MUTED)
NOTHING = BODY.but(size=12, colour=MUTED, align="centre", before=16)
"""A sentence in the place of what is not there yet."""
LABEL = BODY.but(size=9, colour=MUTED, after=0)
TITLE = Style("amiri", 22, bold=True, colour=DEEP, align="centre", leading=1.45, before=2, after=3, keep_with_next=True)
SUBTITLE = Style("amiri", 15, align="centre", leading=1.45, after=3, keep_with_next=True)
HEADING = Style("amiri", 15, bold=True, colour=DEEP, leading=1.5, before=4, after=1.2, keep_with_next=True, level=1)
SUBHEADING = Style("amiri", 12.5, bold=True, leading=1.5, before=2.5, after=0.8, keep_with_next=True, level=2)
BULLET = BODY.but(indent=5, hanging=5, after=0.8)
CELL = BODY.but(size=9.5, leading=1.45, after=0)
CELL_BOLD = CELL.but(bold=True)
CELL_CENTRED = CELL.but(align="centre")
CELL_SMALL = CELL.but(size=8)
TABLE_HEADER = CELL.but(bold=True, align="centre", colour=DEEP)
FOOTER = BODY.but(size=8, colour=MUTED, leading=1.4, after=0)
LETTERHEAD = Style("amiri", 12.5, bold=True, align="centre", leading=1.35, after=0)
LETTERHEAD_REFERENCE = BODY.but(size=10.5, leading=1.4, after=0)
SIGNATURE = Style("amiri", 14, bold=True, align="centre", leading=1.4, after=1)
CERTIFICATE_TITLE = Style("amiri", 44, bold=True, colour=ACCENT, align="centre", leading=1.4, after=3)
CERTIFICATE_TEXT = Style("amiri", 17, align="centre", leading=1.55, after=1.5)
CERTIFICATE_NAME = Style("amiri", 27, bold=True, colour=DEEP, align="centre", leading=1.5, after=2)
CERTIFICATE_SMALL = Style("amiri", 12, align="centre", leading=1.45, after=1)
