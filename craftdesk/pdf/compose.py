"""From blocks to strips: paragraphs, rules, pictures, boxes and columns. Tables have their own module."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from craftdesk.base.i18n import is_rtl
from craftdesk.base.numbers import isolate
from craftdesk.pdf import blocks as b
from craftdesk.pdf.pictures import Picture, picture, put_picture, qr_operators
from craftdesk.pdf.press import Press, Stream
from craftdesk.pdf.strips import MM, Break, Fixed, Gap, Group, Line, Pen, Placed, Strip, TextStrip, height_of, stacked
from craftdesk.pdf.styles import Align, Style
from craftdesk.pdf.text.lines import Line as TextLine
from craftdesk.pdf.text.lines import lines_of
from craftdesk.pdf.text.pieces import Ink
from craftdesk.pdf.text.shaping import Typeface, is_arabic, shape
from craftdesk.pdf.typecase import Typecase
from craftdesk.pdf.writing import Room, colour_operator, written

_SCHEME = re.compile("^(https?://|mailto:|tel:)")
_KEPT = 2048  # paragraphs of a file that are kept as they were set


class Place(NamedTuple):
    """Where a block stands: how wide the room is, in which language, and what language the paper is in."""

    width: float
    language: str
    paper: str = ""

    @property
    def base(self) -> int:
        return int(is_rtl(self.language))

    @property
    def paper_base(self) -> int:
        return int(is_rtl(self.paper or self.language))

    def but(self, width: float, language: str | None = None) -> "Place":
        return Place(width, language or self.language, self.paper or self.language)


class Setter:
    """Sets the blocks of one file; what is equal is set once."""

    def __init__(self) -> None:
        self.case = Typecase()
        self._paragraphs: dict[tuple[b.Paragraph, Place], tuple[Strip, ...]] = {}
        self._pictures: dict[Picture, str] = {}
        self._forms: dict[tuple[Any, ...], tuple[str, float]] = {}
        self._streams: dict[str, tuple[bytes, str]] = {}

    def strips(self, block: b.Block, place: Place) -> Iterable[Strip]:
        """A block as strips, from top to bottom."""
        return _COMPOSERS[type(block)](self, block, place)

    def all_strips(self, blocks: Sequence[b.Block], place: Place) -> list[Strip]:
        return [strip for block in blocks for strip in self.strips(block, place)]

    def fresh_paragraph(self, block: b.Paragraph, place: Place) -> tuple[Strip, ...]:
        """A paragraph that will hardly come again."""
        return _paragraph(self.case, block, place)

    def paragraph(self, block: b.Paragraph, place: Place) -> tuple[Strip, ...]:
        key = (block, place)
        found = self._paragraphs.get(key)
        if found is None:
            if len(self._paragraphs) > _KEPT:
                self._paragraphs.clear()
            found = self._paragraphs[key] = self.fresh_paragraph(block, place)
        return found

    def picture(self, source: Path | bytes) -> tuple[str, Picture]:
        """The name of a picture in this file, and its pixels."""
        found = picture(source)
        return self._pictures.setdefault(found, f"I{len(self._pictures) + 1}"), found

    def form(self, key: tuple[Any, ...], width: float, draw: Callable[[Pen], float]) -> tuple[str, float]:
        """A drawing that comes again and again, by name, and its height. `draw` starts at 0, 0 and goes down."""
        found = self._forms.get(key)
        if found is None:
            pen = Pen()
            height = draw(pen)
            name = f"X{len(self._forms) + 1}"
            # Letters and ornaments may reach over the edge a little.
            box = f"-20 {-height - 20:.2f} {width + 20:.2f} 20"
            self._streams[name] = ("\n".join(pen.operators).encode("ascii"), box)
            found = self._forms[key] = (name, height)
        return found

    def stamp(self, drawn: tuple[str, ...], width: float, height: float) -> str:
        """The operator that draws all this, which stands on page after page of that size, at its place."""
        found = self._forms.get(drawn)
        if found is None:
            name = f"X{len(self._forms) + 1}"
            self._streams[name] = ("\n".join(drawn).encode("ascii"), f"0 0 {width:.6g} {height:.6g}")
            found = self._forms[drawn] = (name, height)
        return f"/{found[0]} Do"

    def print(self, press: Press) -> str:
        """Put fonts, pictures and forms into the file; the answer is its resource dictionary."""
        fonts = self.case.print(press)
        for found, name in self._pictures.items():
            put_picture(press, name, found)
        names = [*self._pictures.values(), *self._streams]
        entries = "".join(f"/{name} {press.reference(name)}" for name in names)
        resources = f"<</Font<<{fonts}>>/XObject<<{entries}>>>>"
        for name, (data, box) in self._streams.items():
            entries = f"/Type/XObject/Subtype/Form/BBox[{box}]/Resources {press.reference('resources')}"
            press.put(name, Stream(data, entries))
        return resources


# Paragraphs.


def runs_of(text: b.Text, style: Style, language: str) -> list[tuple[str, Ink]]:
    """The text with its looks."""
    latin = _latin(language)
    if type(text) is str:
        return [(text, _plain_ink(style, latin))]
    parts = [text] if isinstance(text, str | b.Run) else text
    return [
        (part, _plain_ink(style, latin)) if isinstance(part, str) else (_printed(part), _ink(part, style, latin))
        for part in parts
    ]


def _printed(run: b.Run) -> str:
    """The text of a run; nobody can click on paper, so a link says where it leads."""
    address = _SCHEME.sub("", run.link or "").rstrip("/")
    return run.text if address in run.text else f"{run.text} ({isolate(address)})"


def _latin(language: str) -> str:
    """Whose forms Latin letters have in a paper of this language."""
    return language if language in ("fr", "en") else "fr"


def _plain_text(text: b.Text) -> str:
    if isinstance(text, str):
        return text
    return text.text if isinstance(text, b.Run) else "".join(map(_plain_text, text))


@lru_cache(512)
def _plain_ink(style: Style, latin: str) -> Ink:
    return Ink(Typeface(style.family, style.bold, latin), style.size, style.colour)


def _ink(run: b.Run, style: Style, latin: str) -> Ink:
    bold = style.bold if run.bold is None else run.bold
    face = Typeface(run.family or style.family, bold, latin)
    return Ink(face, run.size or style.size, run.colour or style.colour, run.underlined, run.link)


def _paragraph(case: Typecase, block: b.Paragraph, place: Place) -> tuple[Strip, ...]:
    style = block.style
    if block.language:
        place = place.but(place.width, block.language)
    runs = runs_of(block.text, style, place.language)
    base, indent, hanging = place.base, style.indent * MM, style.hanging * MM
    marker = None
    if hanging:
        marker, runs = _marked(runs)
    width = place.width - indent
    lines = lines_of(runs, base, width, 0 if marker else -hanging, style.align == "justified")
    strips: list[Strip] = [Gap(style.before * MM)] if style.before else []
    last = len(lines) - 1
    for number, line in enumerate(lines):
        out = hanging if number == 0 and not marker else 0
        set_line = _text_strip(
            case, line, style, Room(width + out, base, place.paper_base), 0 if base else indent - out
        )
        if number == 0 and style.level:
            set_line.heading = (style.level, _plain_text(block.text))
        strip: Strip = set_line
        if marker and number == 0:
            strip = _with_marker(case, strip, marker, style, place)
        # Neither the first line nor the last one stands alone on a page.
        ends_badly = number < last and number in (0, last - 1)
        strip.glued = ends_badly or (number == last and style.keep_with_next)
        strips.append(strip)
    if style.after:
        strips.append(Gap(style.after * MM, glued=style.keep_with_next))
    return tuple(strips)


def _text_strip(case: Typecase, line: TextLine, style: Style, room: Room, x: float) -> TextStrip:
    found = written(line, case, room, style)
    height = max(style.leading * style.size, (line.ascent + line.descent) * style.leading / 1.3)
    baseline = (height - line.ascent - line.descent) / 2 + line.ascent
    return TextStrip(height, baseline, found._replace(x=found.x + x) if x else found)


def _marked(runs: list[tuple[str, Ink]]) -> tuple[tuple[str, Ink] | None, list[tuple[str, Ink]]]:
    """What stands in the hanging indent: the sign or number before a tab (or a wide space) at the start."""
    text, ink = runs[0] if runs else ("", None)
    marker, tab, rest = text.replace("\u2003", "\t").partition("\t")
    if not tab or ink is None:
        return None, runs
    return (marker, ink), [(rest, ink), *runs[1:]]


def _with_marker(case: Typecase, strip: Strip, marker: tuple[str, Ink], style: Style, place: Place) -> Strip:
    """The first line of an item and its sign, which starts where the indent hangs."""
    (line,) = lines_of([marker], place.base, place.width)
    start = (style.indent - style.hanging) * MM
    room = Room(place.width - start, place.base, place.paper_base)
    sign = _text_strip(case, line, style.but(align="leading"), room, 0 if place.base else start)
    return Group(strip.height, [Placed(0, 0, sign), Placed(0, 0, strip)])


def natural_width(text: b.Text, style: Style, place: Place) -> float:
    """How wide the text is when it need not be broken."""
    lines = lines_of(runs_of(text, style, place.language), place.base, 1e6)
    return max(line.width for line in lines)


def about_width(text: str, style: Style, language: str) -> float:
    """How wide a text would be on one line, word by word: quicker than `natural_width`, and nearly always the same."""
    face = _plain_ink(style, _latin(language)).face
    words = text.split(" ")
    width: float = sum([_word_width(word, face) for word in words]) + (len(words) - 1) * _word_width(" ", face)
    return width * style.size


@lru_cache(1 << 14)
def _word_width(word: str, face: Typeface) -> float:
    arabic = is_arabic(word)
    return sum((part.width for part in shape(word, face, "Arab" if arabic else "Latn", arabic)), 0.0)


# Everything else.


def aligned(width: float, room: float, align: Align, base: int) -> float:
    """The distance from the left of something that is `width` wide in a room."""
    if align == "centre":
        return (room - width) / 2
    return room - width if (align == "trailing") != bool(base) else 0.0


def _spacer(_setter: Setter, block: b.Spacer, _place: Place) -> Iterator[Strip]:
    yield Gap(block.height * MM, block.stretch)


def _rule(_setter: Setter, block: b.Rule, place: Place) -> Iterator[Strip]:
    width = place.width * block.width
    height = (block.before + block.after) * MM + block.thickness * MM
    yield Line(height, (place.width - width) / 2, width, block.thickness * MM, block.colour)


def _page_break(_setter: Setter, _block: b.PageBreak, _place: Place) -> Iterator[Strip]:
    yield Break()


def _image(setter: Setter, block: b.Image, place: Place) -> Iterator[Strip]:
    name, found = setter.picture(block.source)
    widest = min((block.width or 1e6) * MM, place.width)
    scale = min(widest / found.width, (block.height or 1e6) * MM / found.height)
    width, height = found.width * scale, found.height * scale
    x = aligned(width, place.width, block.align, place.base)
    yield Fixed(width, height, f"{width:.2f} 0 0 {height:.2f} 0 0 cm /{name} Do", x)


def _qr_code(_setter: Setter, block: b.QRCode, place: Place) -> Iterator[Strip]:
    size = block.size * MM
    x = aligned(size, place.width, block.align, place.base)
    yield Fixed(size, size, qr_operators(block.text, size), x)


def _keep_together(setter: Setter, block: b.KeepTogether, place: Place) -> Iterator[Strip]:
    strips = setter.all_strips(block.blocks, place)
    yield Group(height_of(strips), stacked(strips))


def _columns(setter: Setter, block: b.Columns, place: Place) -> Iterator[Strip]:
    gap = block.gap * MM
    shares = block.shares or [1] * len(block.columns)
    room = place.width - gap * (len(block.columns) - 1)
    widths = [room * share / sum(shares) for share in shares]
    columns = [setter.all_strips(blocks, place.but(width)) for blocks, width in zip(block.columns, widths, strict=True)]
    heights = [height_of(column) for column in columns]
    height = max(heights, default=0)
    placed: list[Placed] = []
    for column, x, own in zip(columns, across(widths, gap, place), heights, strict=True):
        placed += stacked(column, x, down_to(block.align, height - own))
    yield Group(height, placed)


def across(widths: Sequence[float], gap: float, place: Place) -> list[float]:
    """The left edges of columns that follow each other from the leading side."""
    edges, x = [], 0.0
    for width in widths:
        edges.append(place.width - x - width if place.base else x)
        x += width + gap
    return edges


def down_to(align: b.VerticalAlign, spare: float) -> float:
    return {"top": 0.0, "middle": spare / 2, "bottom": spare}[align]


class _Boxed(Group):
    """Strips on a ground and in a border."""

    def __init__(self, width: float, height: float, placed: Sequence[Placed], block: b.Box) -> None:
        super().__init__(height, placed)
        self.width, self.block = width, block

    def draw(self, pen: Pen, x: float, y: float) -> None:
        path = _outline(x, y - self.height, self.width, self.height, self.block.radius * MM)
        if self.block.shade:
            pen.add(f"{colour_operator(self.block.shade)} {path} f")
        if self.block.border:
            thickness = self.block.thickness * MM
            pen.add(f"{colour_operator(self.block.border, 'RG')} {thickness:.4g} w {path} S")
        super().draw(pen, x, y)

    def again(self, height: float, placed: Sequence[Placed]) -> Group:
        return _Boxed(self.width, height, placed, self.block)


def _outline(x: float, y: float, width: float, height: float, radius: float) -> str:
    """A rectangle with round corners."""
    if not radius:
        return f"{x:.2f} {y:.2f} {width:.2f} {height:.2f} re"
    right, top, pull = x + width, y + height, radius * 0.45
    return (
        f"{x + radius:.2f} {y:.2f} m {right - radius:.2f} {y:.2f} l "
        f"{right - pull:.2f} {y:.2f} {right:.2f} {y + pull:.2f} {right:.2f} {y + radius:.2f} c "
        f"{right:.2f} {top - radius:.2f} l "
        f"{right:.2f} {top - pull:.2f} {right - pull:.2f} {top:.2f} {right - radius:.2f} {top:.2f} c "
        f"{x + radius:.2f} {top:.2f} l "
        f"{x + pull:.2f} {top:.2f} {x:.2f} {top - pull:.2f} {x:.2f} {top - radius:.2f} c "
        f"{x:.2f} {y + radius:.2f} l {x:.2f} {y + pull:.2f} {x + pull:.2f} {y:.2f} {x + radius:.2f} {y:.2f} c h"
    )


def _box(setter: Setter, block: b.Box, place: Place) -> Iterator[Strip]:
    padding = block.padding * MM
    strips = setter.all_strips(block.blocks, place.but(place.width - 2 * padding, block.language))
    while strips and strips[-1].spacing:
        strips.pop()
    while strips and strips[0].spacing:
        strips.pop(0)
    inside = height_of(strips)
    height = max(inside + 2 * padding, block.height * MM)
    down = padding + down_to(block.align, height - inside - 2 * padding)
    if block.before:
        yield Gap(block.before * MM)
    yield _Boxed(place.width, height, stacked(strips, padding, down), block)
    if block.after:
        yield Gap(block.after * MM)


Composer = Callable[[Setter, Any, Place], Iterable[Strip]]
_COMPOSERS: dict[type, Composer] = {
    b.Paragraph: Setter.paragraph,
    b.Spacer: _spacer,
    b.Rule: _rule,
    b.PageBreak: _page_break,
    b.Image: _image,
    b.QRCode: _qr_code,
    b.KeepTogether: _keep_together,
    b.Columns: _columns,
    b.Box: _box,
}


def composes(kind: type, composer: Composer) -> None:
    """Say how blocks of another kind become strips."""
    _COMPOSERS[kind] = composer
