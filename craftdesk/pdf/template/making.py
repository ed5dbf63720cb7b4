"""How each kind of block is made ready."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any, cast

from craftdesk.pdf.blocks import Block, Columns, Image, Letterhead, Paragraph, QRCode, Rule, Spacer
from craftdesk.pdf.compose import Place, Setter
from craftdesk.pdf.furniture import letterhead_strips
from craftdesk.pdf.pictures import picture
from craftdesk.pdf.strips import MM, height_of
from craftdesk.pdf.styles import Style
from craftdesk.pdf.template.items import Item, Make, Maker, Part, Room, Sides, fixed, kept, settings_of
from craftdesk.pdf.template.kinds import STYLES
from craftdesk.pdf.template.measure import SCALES, Text, line_height, styled
from craftdesk.pdf.template.pairs import half
from craftdesk.pdf.template.source import Template, Told
from craftdesk.pdf.template.speech import ARABIC, BOTH, FRENCH, Layout, Record, Speech

_KEPT = 4096
_COMPANION = 0.62
"""The size of the French under the Arabic, as a share of it."""
_LARGE = 24
_CLOSER = 0.5
"""The room between texts in two columns, as a share of what it is elsewhere."""
_BETWEEN = 0.85
"""The height of a logo between lines in two languages, as a share of what it is alone."""
_JOINED = 0.85
"""Two languages beside a signature may be so much smaller for standing on one line."""
_HAND, _SIGNED = STYLES["hand"].style, STYLES["signed"].style
_EMPTY_LINE = Paragraph("\u00a0", _HAND)


def _shrinking(make: Callable[[float], tuple[float, Block]], *, doubled: bool = False) -> Item:
    """What is the same for every record, smaller at a smaller scale; `doubled` stands in both of two columns."""
    made = [make(scale) for scale in SCALES]
    heights, blocks = [height for height, _ in made], [(block,) for _, block in made]
    twice = (lambda step: (blocks[step], blocks[step])) if doubled else None
    found = Part(heights.__getitem__, blocks.__getitem__, twice, doubled=doubled)
    return lambda _record: found


def _text(maker: Maker, block: Told, room: Room) -> Item:
    two = maker.layout.language == BOTH
    pairing = block.get("pairing", "beside") if two else ""
    if pairing == "never":
        return lambda _record: None
    speech, style = maker.speech(_words(block, two)), styled(block)
    beside = not room.inside and (pairing == "beside" or (pairing == "over" and maker.layout.landscape))
    least = STYLES[block.get("style") or "text"].least
    if beside:
        style = style.but(before=style.before * _CLOSER, after=style.after * _CLOSER)
    width = half(room.width) if beside else room.width

    def make(record: Record) -> Part | None:
        texts = maker.texts(speech, record, style, room.width, least)
        return _across(texts, style) if texts else None

    def make_beside(record: Record) -> Part | None:
        said = speech.said(record)
        sides = {code: Text(text, style, code, maker.layout.paper, width, least) for code, text in said.items()}
        return _beside(sides) if sides else None

    return kept([speech], make_beside if beside else make)


def _words(block: Told, two: bool) -> Mapping[str, str] | None:
    """What a block says; beside another language in fewer words, where there are such."""
    words: Mapping[str, str] | None = block.get("text")
    if not two or not block.get("brief"):
        return words
    return {**(words or {}), **{code: text for code, text in block["brief"].items() if text}}


def _across(texts: Mapping[str, Text], style: Style) -> Part:
    """One under the other; the second one smaller where the first is large."""
    first, *others = texts.values()
    if others and style.size > _LARGE:
        others = [each.but(style.but(size=style.size * _COMPANION)) for each in others]
    found = [part for text in (first, *others) for part in text.paragraphs()]
    return Part(
        lambda step: sum(text.height(step) for text in found),
        lambda step: tuple(text.paragraph(step) for text in found),
    )


def _beside(texts: Mapping[str, Text]) -> Part:
    def sides(step: int) -> Sides:
        arabic, french = ((texts[code].paragraph(step),) if code in texts else () for code in (ARABIC, FRENCH))
        return arabic, french

    def flat(step: int) -> tuple[Block, ...]:
        arabic, french = sides(step)
        return (*arabic, *french)

    return Part(lambda step: max(text.height(step) for text in texts.values()), flat, sides)


def _rule(maker: Maker, block: Told, room: Room) -> Item:
    says = settings_of(block)
    thickness, before, after = says["thickness"], says["before"], says["after"]

    def make(scale: float) -> tuple[float, Block]:
        rule = Rule(thickness, says["colour"], says["width"] / 100, before, after * scale)
        return (before + after * scale + thickness) * MM, rule

    return _shrinking(make, doubled=maker.layout.language == BOTH and not room.inside)


def _space(_maker: Maker, block: Told, _room: Room) -> Item:
    says = settings_of(block)
    height, stretch = says["height"], says["stretch"]
    if not height:
        found = Part(lambda _step: 0.0, lambda _step: (Spacer(0, stretch),), airy=True)
        return lambda _record: found
    return _shrinking(lambda scale: (height * scale * MM, Spacer(height * scale, stretch)))


def _picture(maker: Maker, block: Told, room: Room) -> Item:
    says = settings_of(block)
    data = maker.template.pictures.get(says["file"])
    if data is None:
        return lambda _record: None
    found = picture(data)
    scale = min(min(says["width"] * MM, room.width) / found.width, says["height"] * MM / found.height)
    return fixed(found.height * scale, Image(data, says["width"], says["height"], says["align"]))


def _qr(maker: Maker, block: Told, _room: Room) -> Item:
    says, speech = settings_of(block), maker.speech(block.get("text"))

    def make(record: Record) -> Part | None:
        said = speech.said(record)
        if not said:
            return None
        code = QRCode(said.get(maker.layout.paper) or next(iter(said.values())), says["size"], says["align"])
        return Part(lambda _step: says["size"] * MM, lambda _step: (code,))

    return kept([speech], make)


def _letterhead(maker: Maker, block: Told, room: Room) -> Item:
    says = settings_of(block)
    second = maker.template.pictures.get(says["file"])
    two, stacked = says["both"] or maker.layout.language == BOTH, not maker.layout.landscape
    made: dict[Letterhead, Part] = {}

    def item(record: Record) -> Part | None:
        head = record.letterhead
        if head is None:
            return None
        if head not in made:
            found = _headed(_lines(head, two, stacked), says, second)
            if found.lines_other:
                found = replace(found, logo_height=found.logo_height * _BETWEEN)
            made[head] = _head_part(found, room.width, maker.layout.paper)
        return made[head]

    return item


def _lines(head: Letterhead, two: bool, stacked: bool) -> Letterhead:
    """The lines of one language, of two side by side, or of two one under the other where the sheet is narrow."""
    if not two:
        return replace(head, lines_other=())
    return replace(head, lines=(*head.lines, *head.lines_other), lines_other=()) if stacked else head


def _headed(head: Letterhead, says: Mapping[str, Any], second: bytes | None) -> Letterhead:
    return Letterhead(
        head.lines,
        head.lines_other,
        (*head.logos[:1], *((second,) if second else head.logos[1:])),
        head.number,
        head.place_and_date,
        head.other_language,
        says["height"],
        says["rule"],
    )


def _head_part(head: Letterhead, width: float, language: str) -> Part:
    height = _head_height(head, width, language)
    blocks = (cast("Block", head),)  # the pairs let it stand among blocks
    return Part(lambda _step: height, lambda _step: blocks)


@lru_cache(64)
def _head_height(head: Letterhead, width: float, language: str) -> float:
    return height_of(list(letterhead_strips(Setter(), head, Place(width, language))))


def _columns(maker: Maker, block: Told, room: Room) -> Item:
    columns = block.get("blocks", [])
    gap = block.get("gap", 6)
    shares = tuple(float(column.get("share", 1)) for column in columns)
    widths = _widths(room.width, shares, gap)
    items = [
        [maker.item(each, width, inside=True) for each in column.get("blocks", [])]
        for column, width in zip(columns, widths, strict=True)
    ]
    made: dict[tuple[Hashable, int], tuple[Block, ...]] = {}

    def item(record: Record) -> Part | None:
        found = tuple(tuple(part for each in column if (part := each(record)) is not None) for column in items)
        if not any(found):
            return None

        def blocks(step: int) -> tuple[Block, ...]:
            if (found, step) not in made:
                if len(made) > _KEPT:
                    made.clear()
                sides = tuple(tuple(each for part in column for each in part.blocks(step)) for column in found)
                made[found, step] = (Columns(sides, shares, gap),)
            return made[found, step]

        return Part(lambda step: max(sum(part.height(step) for part in column) for column in found), blocks)

    return item


def _widths(width: float, shares: Sequence[float], gap: float) -> list[float]:
    room = width - gap * MM * (len(shares) - 1)
    return [room * share / sum(shares) for share in shares]


def _signatures(maker: Maker, block: Told, room: Room) -> Item:
    says, signers = settings_of(block), block.get("blocks", [])
    shares = tuple(float(signer.get("share", 1)) for signer in signers)
    gap = says["gap"]
    widths = _widths(room.width, shares, gap)
    items = [_signer(maker, signer, width) for signer, width in zip(signers, widths, strict=True)]
    space = Spacer(says["room"])

    def item(record: Record) -> Part | None:
        found = [each(record) for each in items]
        above = max((len(each[0]) for each in found if each), default=0)
        columns = [_signed(each, above) if each else () for each in found]
        if not any(columns):
            return None
        height = max(sum(height for height, _ in column) for column in columns) + says["room"] * MM
        sides = tuple([tuple([each for _, each in column]) for column in columns])
        blocks = (Columns(sides, shares, gap), space)
        return Part(lambda _step: height, lambda _step: blocks)

    return item


_Standing = tuple[tuple[float, Block], ...]
"""Blocks with their heights."""


def _signed(signer: tuple[_Standing, _Standing], above: int) -> _Standing:
    """The words of one who signs; what he is stands as high as with the others."""
    over, under = signer
    if not under:
        return over
    pad = ((line_height(_HAND) + _HAND.after * MM, _EMPTY_LINE),) * (above - len(over))
    return (*pad, *over, *under)


def _joined(texts: Sequence[Text]) -> Sequence[Text]:
    """Two languages on one line where they find room."""
    if len(texts) < 2 or any("\n" in text.text for text in texts):
        return texts
    first, second = texts
    one = Text(
        f"{first.text}\u2002·\u2002\u2068{second.text}\u2069",
        first.style,
        first.language,
        first.paper,
        first.width,
        _JOINED,
    )
    return [one] if one.lines() == 1 else texts


def _signer(maker: Maker, block: Told, width: float) -> Callable[[Record], tuple[_Standing, _Standing] | None]:
    parts = [
        (maker.speech(block.get(name)), style)
        for name, style in (("above", _HAND), ("title", _SIGNED), ("name", _HAND))
    ]
    when = block.get("when")
    if when:
        maker.names.add(when)
    made: dict[Hashable, tuple[_Standing, _Standing]] = {}

    def standing(record: Record, speech: Speech, style: Style) -> _Standing:
        texts = _joined(list(maker.texts(speech, record, style, width).values()))
        return tuple((text.height(0), text.paragraph(0)) for text in texts)

    def item(record: Record) -> tuple[_Standing, _Standing] | None:
        if when and not any(record.values[code][when] for code in maker.layout.languages):
            return None
        key = tuple([speech.key(record) for speech, _style in parts])
        if key not in made:
            if len(made) > _KEPT:
                made.clear()
            over, *under = [standing(record, *part) for part in parts]
            made[key] = (over, tuple(each for some in under for each in some))
        return made[key]

    return item


_MAKERS: dict[str, Make] = {
    "text": _text,
    "rule": _rule,
    "space": _space,
    "picture": _picture,
    "qr": _qr,
    "letterhead": _letterhead,
    "columns": _columns,
    "signatures": _signatures,
}


def maker_of(template: Template, layout: Layout) -> Maker:
    """Who makes the blocks of a template ready."""
    return Maker(template, layout, _MAKERS)
