"""What a template may say: kinds of blocks with their settings, styles and frames by name.

Reading, checking, writing and the editor's forms follow these declarations.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from craftdesk.base.i18n import N_
from craftdesk.pdf.styles import (
    BODY,
    CERTIFICATE_NAME,
    CERTIFICATE_SMALL,
    CERTIFICATE_TEXT,
    CERTIFICATE_TITLE,
    HEADING,
    LETTERHEAD_REFERENCE,
    NOTE,
    Style,
)


class Entry(StrEnum):
    """How a setting is entered."""

    WORDS = "words"
    """A text with fields in Arabic (`ar`) and in French (`fr`)."""
    NUMBER = "number"
    FLAG = "flag"
    COLOUR = "colour"
    CHOICE = "choice"
    PICTURE = "picture"
    FIELD = "field"


@dataclass(frozen=True)
class Setting:
    """One thing that a block says; a setting that is left out has its usual value."""

    name: str
    label: str
    entry: Entry
    usual: Any = None
    low: float = 0
    high: float = 200
    choices: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class BlockKind:
    """A kind of block; `holds` are the kinds of blocks that may stand in it."""

    name: str
    label: str
    settings: tuple[Setting, ...] = ()
    holds: tuple[str, ...] = ()

    def setting(self, name: str) -> Setting | None:
        return next((each for each in self.settings if each.name == name), None)


@dataclass(frozen=True)
class NamedStyle:
    """A style that templates call by its name.

    What would stand on one line if it were a little smaller becomes so, down to the share `least` of its size.
    """

    label: str
    style: Style
    least: float = 1


ROOM = 2400
"""The longest text of a block, in letters."""

_SENTENCE = CERTIFICATE_TEXT.but(size=16, leading=1.42, after=1.2)
_HAND = CERTIFICATE_SMALL.but(size=13.5, leading=1.35, after=0.5)
_LETTER = BODY.but(size=13, leading=1.75, after=2.5)

STYLES: dict[str, NamedStyle] = {
    "title": NamedStyle(N_("Title"), CERTIFICATE_TITLE.but(size=43, leading=1.3, before=0, after=0.5), 0.5),
    "subtitle": NamedStyle(N_("Second title"), CERTIFICATE_TITLE.but(size=22, leading=1.3, before=0, after=1)),
    "text": NamedStyle(N_("Sentence"), _SENTENCE),
    "name": NamedStyle(N_("Name"), CERTIFICATE_NAME.but(size=29, leading=1.35, after=0.5), 0.54),
    "other-name": NamedStyle(N_("Name in the other script"), _HAND.but(leading=1.3, after=1)),
    "subject": NamedStyle(N_("Subject"), _SENTENCE.but(size=20, bold=True, before=0.5, after=1.5), 0.85),
    "small": NamedStyle(N_("Small sentence"), _HAND.but(leading=1.4, before=1.5, after=1)),
    "hand": NamedStyle(N_("Beside the signatures"), _HAND),
    "signed": NamedStyle(N_("Who signs"), _SENTENCE.but(size=15, bold=True, leading=1.35, after=0)),
    "letter": NamedStyle(N_("Text of a letter"), _LETTER.but(align="justified")),
    "address": NamedStyle(N_("Address of a letter"), _LETTER.but(bold=True, leading=1.5, after=1)),
    "reference": NamedStyle(N_("Reference of a letter"), LETTERHEAD_REFERENCE.but(size=12, leading=1.5, after=1)),
    "heading": NamedStyle(N_("Heading"), HEADING),
    "note": NamedStyle(N_("Note"), NOTE),
}
ALIGNS = {
    "": N_("As in the style"),
    "leading": N_("At the beginning of the line"),
    "centre": N_("In the middle"),
    "trailing": N_("At the end of the line"),
    "justified": N_("On both sides"),
}
WEIGHTS = {"": N_("As in the style"), "bold": N_("Bold"), "plain": N_("Not bold")}
SIDES = {"leading": ALIGNS["leading"], "centre": ALIGNS["centre"], "trailing": ALIGNS["trailing"]}
PAIRINGS = {
    "beside": N_("Side by side"),
    "over": N_("Side by side where the sheet lies, else one under the other"),
    "across": N_("One under the other, across the page"),
    "never": N_("Left out"),
}
FRAMES = {
    "stars": N_("Stars and lozenges"),
    "lines": N_("Fine lines"),
    "none": N_("No frame"),
}

_WHEN = Setting("when", N_("Only where there is"), Entry.FIELD, "")
_BEFORE = Setting("before", N_("Space above (mm)"), Entry.NUMBER, None, 0, 100)
_AFTER = Setting("after", N_("Space below (mm)"), Entry.NUMBER, None, 0, 100)
_LOOK = (
    Setting("style", N_("Style"), Entry.CHOICE, "text", choices={key: each.label for key, each in STYLES.items()}),
    Setting("size", N_("Size (pt)"), Entry.NUMBER, None, 5, 96),
    Setting("weight", N_("Weight"), Entry.CHOICE, "", choices=WEIGHTS),
    Setting("colour", N_("Colour"), Entry.COLOUR, ""),
    Setting("align", N_("Alignment"), Entry.CHOICE, "", choices=ALIGNS),
    _BEFORE,
    _AFTER,
)
_IN_COLUMNS = ("text", "rule", "space", "picture", "qr")

KINDS: dict[str, BlockKind] = {
    each.name: each
    for each in (
        BlockKind(
            "text",
            N_("Text"),
            (
                Setting("text", N_("Text"), Entry.WORDS),
                *_LOOK,
                Setting("pairing", N_("In two languages"), Entry.CHOICE, "beside", choices=PAIRINGS),
                _WHEN,
                Setting("brief", N_("Shorter text, for two languages"), Entry.WORDS),
            ),
        ),
        BlockKind(
            "rule",
            N_("Line"),
            (
                Setting("thickness", N_("Thickness (mm)"), Entry.NUMBER, 0.5, 0.05, 5),
                Setting("width", N_("Share of the width (%)"), Entry.NUMBER, 16, 1, 100),
                Setting("colour", N_("Colour"), Entry.COLOUR, "#c9a66b"),
                Setting("before", N_("Space above (mm)"), Entry.NUMBER, 0.5, 0, 100),
                Setting("after", N_("Space below (mm)"), Entry.NUMBER, 3.5, 0, 100),
                _WHEN,
            ),
        ),
        BlockKind(
            "space",
            N_("Space"),
            (
                Setting("height", N_("Height (mm)"), Entry.NUMBER, 0, 0, 250),
                Setting("stretch", N_("Share of what is left over"), Entry.NUMBER, 0, 0, 10),
                _WHEN,
            ),
        ),
        BlockKind(
            "picture",
            N_("Picture"),
            (
                Setting("file", N_("Picture"), Entry.PICTURE, ""),
                Setting("width", N_("Width (mm)"), Entry.NUMBER, 40, 2, 297),
                Setting("height", N_("Height (mm)"), Entry.NUMBER, 25, 2, 297),
                Setting("align", N_("Alignment"), Entry.CHOICE, "centre", choices=SIDES),
                _WHEN,
            ),
        ),
        BlockKind(
            "qr",
            N_("QR code"),
            (
                Setting("text", N_("Text"), Entry.WORDS),
                Setting("size", N_("Size (mm)"), Entry.NUMBER, 22, 8, 100),
                Setting("align", N_("Alignment"), Entry.CHOICE, "leading", choices=SIDES),
                _WHEN,
            ),
        ),
        BlockKind(
            "letterhead",
            N_("Letterhead"),
            (
                Setting("height", N_("Height of the logos (mm)"), Entry.NUMBER, 20, 5, 60),
                Setting("rule", N_("Line below"), Entry.FLAG, False),
                Setting("both", N_("In Arabic and in French"), Entry.FLAG, False),
                Setting("file", N_("Second logo"), Entry.PICTURE, ""),
            ),
        ),
        BlockKind(
            "columns",
            N_("Columns"),
            (Setting("gap", N_("Distance (mm)"), Entry.NUMBER, 6, 0, 60), _WHEN),
            ("column",),
        ),
        BlockKind(
            "column",
            N_("Column"),
            (Setting("share", N_("Share of the width"), Entry.NUMBER, 1, 0.1, 20),),
            _IN_COLUMNS,
        ),
        BlockKind(
            "signatures",
            N_("Signatures"),
            (
                Setting("room", N_("Room to sign (mm)"), Entry.NUMBER, 13, 0, 60),
                Setting("gap", N_("Distance (mm)"), Entry.NUMBER, 4, 0, 60),
            ),
            ("signer",),
        ),
        BlockKind(
            "signer",
            N_("Signature"),
            (
                Setting("above", N_("Above"), Entry.WORDS),
                Setting("title", N_("Who signs"), Entry.WORDS),
                Setting("name", N_("Name"), Entry.WORDS),
                Setting("share", N_("Share of the width"), Entry.NUMBER, 1, 0.1, 20),
                _WHEN,
            ),
        ),
    )
}
PAGE = BlockKind(
    "page",
    N_("Page"),
    (
        Setting("landscape", N_("Landscape"), Entry.FLAG, True),
        Setting("frame", N_("Frame"), Entry.CHOICE, "stars", choices=FRAMES),
        Setting("colour", N_("Colour of the frame"), Entry.COLOUR, "#8a5a2b"),
        Setting("second", N_("Second colour of the frame"), Entry.COLOUR, "#c9a66b"),
        Setting("fit", N_("Shrinks to one page"), Entry.FLAG, True),
        Setting("top", N_("Margin above (mm)"), Entry.NUMBER, None, 5, 80),
        Setting("bottom", N_("Margin below (mm)"), Entry.NUMBER, None, 5, 80),
        Setting("sides", N_("Margins at the sides (mm)"), Entry.NUMBER, None, 5, 80),
    ),
    ("text", "rule", "space", "picture", "qr", "letterhead", "columns", "signatures"),
)
