"""Texts of a template at each scale: how high they are about, and the paragraphs that they become.

Heights are reckoned from the width of the unbroken lines, which is known of all that came before.
"""

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
_FILLED, _SURE = 0.98, 0.985
"""How full lines are held to become before a word goes to the next one: widths are reckoned, not measured."""
_HALVES = 0.84
"""How far a text fills two lines."""
_SPACE = 0.27
"""How wide a space is held to be, as a share of the size."""
_TRIES = 7
_BREAK = re.compile(r"(?<!\d)(?<!\d\)) (?!\(\d)")
"""Where a line may end: a number stays with what it counts, a day with its month."""
_OPENED, _CLOSED = re.compile("[\u2066-\u2068]"), "\u2069"
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
    """One text in a room of this width, in points.

    One that is a little too long for a single line is set smaller, down to the share `least` of its size; or else for
    two lines.
    """

    def __init__(self, text: str, style: Style, language: str, paper: str, width: float, least: float = 1) -> None:
        self.text, self.style, self.width, self.least = text, style, width, least
        self.told, self.language, self.paper = language, runs_in(text, language), paper
        self._paragraphs: dict[int, Paragraph] = {}

    def but(self, style: Style) -> "Text":
        """The same text in another style."""
        return Text(self.text, style, self.told, self.paper, self.width, self.least)

    def paragraphs(self) -> list["Text"]:
        """Running text by its paragraphs, each set apart from the next; other texts keep their lines together."""
        if self.style.align != "justified" or "\n" not in self.text:
            return [self]
        lines = [line for line in self.text.split("\n") if line.strip()]
        return [Text(line, self.style, self.told, self.paper, self.width) for line in lines]

    def height(self, step: int) -> float:
        style, scale = self.style, SCALES[step]
        lines = self._scale(step) * self.lines(step) * line_height(style)
        return lines + scale * (style.before + style.after) * MM

    def lines(self, step: int = 0) -> int:
        """About how many lines the text takes."""
        return sum([self._lines(line, self._scale(step)) for line in self.text.split("\n")])

    def _scale(self, step: int) -> float:
        """How much smaller the text is at a step: as the others, or so much that it stands on one line."""
        scale = SCALES[step]
        if self.least == 1:
            return scale
        share = self.width / max(width_of(line, self.style, self.language) for line in self.text.split("\n"))
        for found in (share * _SURE, 2 * share * _HALVES):
            if found >= self.least:
                return min(found, scale)
        return scale

    def _lines(self, line: str, scale: float) -> int:
        room = self.width / scale
        return 1 if width_of(line, self.style, self.language) <= room else len(self._broken(line, room * _FILLED))

    def _broken(self, line: str, room: float) -> list[str]:
        """The lines of a text that is too long for one."""
        found: list[list[str]] = [[]]
        used, space = 0.0, self.style.size * _SPACE
        for word in _BREAK.split(line):
            width = width_of(word, self.style, self.language)
            if used and used + space + width > room:
                found.append([])
                used = 0.0
            found[-1].append(word)
            used += width + (space if used else 0.0)
        return [" ".join(words) for words in found]

    def _balanced(self, line: str, scale: float) -> str:
        """Lines of about one length, where they stand in the middle: none ends with a single word."""
        count, room = self._lines(line, scale), self.width / scale * _FILLED
        if count == 1:
            return line
        low = room / count / 2
        for _ in range(_TRIES):
            middle = (low + room) / 2
            low, room = (low, middle) if len(self._broken(line, middle)) <= count else (middle, room)
        found = self._broken(line, room)
        # What is isolated from its surroundings is not torn.
        whole = all(len(_OPENED.findall(each)) == each.count(_CLOSED) for each in found)
        return "\n".join(found) if whole and len(found) == count else line

    def paragraph(self, step: int) -> Paragraph:
        found = self._paragraphs.get(step)
        if found is None:
            told = None if self.language == self.paper else self.language
            scale, style = self._scale(step), scaled(self.style, step)
            if scale != SCALES[step]:
                style = style.but(size=self.style.size * scale)
            text = self.text
            if style.align == "centre":
                text = "\n".join([self._balanced(line, scale) for line in text.split("\n")])
            found = self._paragraphs[step] = Paragraph(text, style, told)
        return found

    def longest_word(self, step: int) -> float:
        """The share of the room that the longest word takes; over one, it is broken."""
        words = re.split(r"\s+", self.text)
        return max(width_of(word, self.style, self.language) for word in words) * self._scale(step) / self.width
