"""What must stay in its room: set smaller, step by step, until it does."""

from collections.abc import Sequence
from dataclasses import replace

from craftdesk.pdf.blocks import Block, Columns, Paragraph, Run, Spacer, Text
from craftdesk.pdf.compose import Place, Setter, natural_width
from craftdesk.pdf.strips import Strip, height_of
from craftdesk.pdf.styles import Style

_SMALLEST = 0.5  # words are broken rather than set smaller than this
_LEAST = 0.1
_STEP = 0.95


def fitting(setter: Setter, blocks: Sequence[Block], place: Place, height: float) -> list[Strip]:
    """The strips of blocks, set smaller until no word is broken and nothing stands out of the room."""
    scale = 1.0
    while True:
        tried = [scaled(block, scale) for block in blocks] if scale < 1 else list(blocks)
        strips = _trimmed(setter.all_strips(tried, place))
        fits = height_of(strips) <= height
        if scale <= _LEAST or (fits and (scale <= _SMALLEST or _whole(tried, place))):
            return strips
        scale *= _STEP


def _trimmed(strips: list[Strip]) -> list[Strip]:
    """Without the empty room at both ends, so that the middle is the middle."""
    while strips and strips[-1].spacing:
        strips.pop()
    while strips and strips[0].spacing:
        strips.pop(0)
    return strips


def _whole(blocks: Sequence[Block], place: Place) -> bool:
    """Whether the longest words fit into their lines."""
    return all(_words_fit(block, place) for block in blocks if isinstance(block, Paragraph))


def _words_fit(block: Paragraph, place: Place) -> bool:
    parts = [block.text] if isinstance(block.text, str | Run) else block.text
    longest: dict[str, tuple[str, Style]] = {}
    for part in parts:
        style = block.style if isinstance(part, str) else _style_of(part, block.style)
        for word in (part if isinstance(part, str) else part.text).split():
            longest[f"{word}{style.size}"] = (word, style)
    return all(natural_width(word, style, place) <= place.width for word, style in longest.values())


def _style_of(run: Run, style: Style) -> Style:
    return style.but(
        size=run.size or style.size,
        family=run.family or style.family,
        bold=style.bold if run.bold is None else run.bold,
    )


def scaled(block: Block, scale: float) -> Block:
    """A block with its letters and spaces so much smaller."""
    if isinstance(block, Paragraph):
        style = block.style
        smaller = style.but(size=style.size * scale, before=style.before * scale, after=style.after * scale)
        return replace(block, text=_scaled_text(block.text, scale), style=smaller)
    if isinstance(block, Spacer):
        return replace(block, height=block.height * scale)
    if isinstance(block, Columns):
        return replace(block, columns=[[scaled(each, scale) for each in column] for column in block.columns])
    return block


def _scaled_text(text: Text, scale: float) -> Text:
    if isinstance(text, str):
        return text
    if isinstance(text, Run):
        return replace(text, size=text.size * scale) if text.size else text
    return [_scaled_run(part, scale) for part in text]


def _scaled_run(part: str | Run, scale: float) -> str | Run:
    return replace(part, size=part.size * scale) if isinstance(part, Run) and part.size else part
