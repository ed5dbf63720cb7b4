"""Texts of a template at each scale: how high they are about, and the paragraphs that they become.

Heights are reckoned from the width of the unbroken lines, which is known of all that came before.
"""

import math
import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from craftdesk.pdf.blocks import Paragraph
from craftdesk.pdf.compose import about_width
from craftdesk.pdf.strips import MM
from craftdesk.pdf.styles import Style
from craftdesk.pdf.template.kinds import STYLES
from craftdesk.pdf.template.speech import runs_in
from craftdesk.pdf.text.fonts import FAMILIES

SCALES = (1.0, 0.95, 0.9, 0.85, 0.8, 0.74, 0.68, 0.62, 0.56, 0.5, 0.45)
"""How much smaller the text may become when a long name or subject asks for it."""
_FILLED, _LEAST = 0.94, 0.5
"""How full lines are at most and at least before a word goes to the next one."""
_LEFT = 0.65
_DIGITS = re.compile(r"\d")


@lru_cache(512)
def scaled(style: Style, step: int) -> Style:
    """The style in a smaller size, with its spaces."""
    scale = SCALES[step]
    return style.but(size=style.size * scale, before=style.before * scale, after=style.after * scale) if step else style


@lru_cache(4096)
def _width_of(line: str, style: Style, language: str) -> float:
    return about_width(line, style, language)


def width_of(line: str, style: Style, language: str) -> float:
    """How wide a line would be; digits are as wide as each other, so that numbers are measured once."""
    return _width_of(_DIGITS.sub("0", line), style, language)


@lru_cache(512)
def line_height(style: Style) -> float:
    family = FAMILIES[style.family]
    return max(style.leading, (family.ascent + family.descent) * style.leading / 1.3) * style.size


def styled(settings: Mapping[str, Any]) -> Style:
    """The named style with what the block changes in it."""
    named = STYLES[settings.get("style") or "text"].style
    changes = {name: settings[name] for name in ("size", "before", "after") if settings.get(name) is not None}
    changes |= {name: settings[name] for name in ("colour", "align") if settings.get(name)}
    if weight := settings.get("weight"):
        changes["bold"] = weight == "bold"
    return named.but(**changes) if changes else named


class Text:
    """One text in a room of this width, in points."""

    def __init__(self, text: str, style: Style, language: str, paper: str, width: float) -> None:
        self.text, self.style, self.width = text, style, width
        self.told, self.language, self.paper = language, runs_in(text, language), paper
        self._paragraphs: dict[int, Paragraph] = {}

    def but(self, style: Style) -> "Text":
        """The same text in another style."""
        return Text(self.text, style, self.language, self.paper, self.width)

    def paragraphs(self) -> list["Text"]:
        """Running text by its paragraphs, each set apart from the next; other texts keep their lines together."""
        if self.style.align != "justified" or "\n" not in self.text:
            return [self]
        lines = [line for line in self.text.split("\n") if line.strip()]
        return [Text(line, self.style, self.told, self.paper, self.width) for line in lines]

    def height(self, step: int) -> float:
        style = self.style
        return SCALES[step] * (self.lines(step) * line_height(style) + (style.before + style.after) * MM)

    def lines(self, step: int = 0) -> int:
        """About how many lines the text takes."""
        return sum([self._lines(line, SCALES[step]) for line in self.text.split("\n")])

    def _lines(self, line: str, scale: float) -> int:
        width = width_of(line, self.style, self.language) * scale
        if width <= self.width:
            return 1
        word = width / (line.count(" ") + 1)
        # At the end of a line a good half of a word finds no room.
        filled = max(_LEAST, min(_FILLED, 1 - _LEFT * word / self.width))
        return math.ceil(width / (self.width * filled))

    def paragraph(self, step: int) -> Paragraph:
        found = self._paragraphs.get(step)
        if found is None:
            told = None if self.language == self.paper else self.language
            found = self._paragraphs[step] = Paragraph(self.text, scaled(self.style, step), told)
        return found

    def longest_word(self, step: int) -> float:
        """The share of the room that the longest word takes; over one, it is broken."""
        words = re.split(r"\s+", self.text)
        return max(width_of(word, self.style, self.language) for word in words) * SCALES[step] / self.width
