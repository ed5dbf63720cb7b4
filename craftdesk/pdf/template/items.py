"""The blocks of a template made ready: each gives what it says of a record, or nothing."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import Any, NamedTuple

from craftdesk.pdf.blocks import Block
from craftdesk.pdf.styles import Style
from craftdesk.pdf.template.kinds import KINDS, Setting
from craftdesk.pdf.template.measure import Text
from craftdesk.pdf.template.source import Template, Told
from craftdesk.pdf.template.speech import ARABIC, FRENCH, Layout, Record, Speech

_KEPT = 4096

Sides = tuple[tuple[Block, ...], tuple[Block, ...]]


class Part:
    """What a block says of a record, at each scale: how high it is and what it is made of.

    `beside` is what stands in two columns instead, in Arabic and in French; what is `doubled` does so only between
    others that do. What is `airy` only takes a share of what is left over.
    """

    __slots__ = ("_blocks", "_heights", "_make", "_measure", "airy", "beside", "doubled")

    def __init__(
        self,
        measure: Callable[[int], float],
        make: Callable[[int], tuple[Block, ...]],
        beside: Callable[[int], Sides] | None = None,
        *,
        airy: bool = False,
        doubled: bool = False,
    ) -> None:
        self._measure, self._make, self.beside, self.airy, self.doubled = measure, make, beside, airy, doubled
        self._heights: dict[int, float] = {}
        self._blocks: dict[int, tuple[Block, ...]] = {}

    def height(self, step: int) -> float:
        found = self._heights.get(step)
        if found is None:
            found = self._heights[step] = self._measure(step)
        return found

    def blocks(self, step: int) -> tuple[Block, ...]:
        found = self._blocks.get(step)
        if found is None:
            found = self._blocks[step] = self._make(step)
        return found


Item = Callable[[Record], Part | None]


def told(block: Told, setting: Setting) -> Any:
    """What a block says, or what it means when it says nothing."""
    return block.get(setting.name, setting.usual)


def settings_of(block: Told) -> dict[str, Any]:
    return {setting.name: told(block, setting) for setting in KINDS[block["kind"]].settings}


class Maker:
    """Makes the blocks of a template ready for a layout, and notes which fields they name."""

    def __init__(self, template: Template, layout: Layout, makers: "Mapping[str, Make]") -> None:
        self.template, self.layout, self._makers = template, layout, makers
        self.names: set[str] = set()

    def item(self, block: Told, width: float, inside: bool = False) -> Item:
        """A block in a room of this width; `inside` columns, two languages stand one under the other."""
        made = self._makers[block["kind"]](self, block, Room(width, inside))
        return self.only_when(block.get("when"), made)

    def only_when(self, name: str | None, item: Item) -> Item:
        if not name:
            return item
        self.names.add(name)
        languages = self.layout.languages

        def chosen(record: Record) -> Part | None:
            return item(record) if any(record.values[code][name] for code in languages) else None

        return chosen

    def speech(self, words: Mapping[str, str] | None) -> Speech:
        found = Speech(words, self.layout)
        self.names.update(found.names)
        return found

    def texts(self, speech: Speech, record: Record, style: Style, width: float, least: float = 1) -> dict[str, Text]:
        """The text of a record by language; said the same in both languages, it stands once."""
        said = speech.said(record)
        if said.get(ARABIC) == said.get(FRENCH):
            said.pop(FRENCH, None)
        return {code: Text(text, style, code, self.layout.paper, width, least) for code, text in said.items()}


class Room(NamedTuple):
    """Where a block stands."""

    width: float
    inside: bool


def kept(speeches: Sequence[Speech], make: Callable[[Record], Part | None]) -> Item:
    """An item that is made once for all records of which it says the same."""
    made: dict[Hashable, Part | None] = {}
    keys = [speech.key for speech in speeches]
    single = keys[0] if len(keys) == 1 else None

    def item(record: Record) -> Part | None:
        key = single(record) if single else tuple([each(record) for each in keys])
        try:
            return made[key]
        except KeyError:
            if len(made) > _KEPT:
                made.clear()
            found = made[key] = make(record)
            return found

    return item


def fixed(height: float, *blocks: Block) -> Item:
    """What is the same for every record and at every scale."""
    found = Part(lambda _step: height, lambda _step: blocks)
    return lambda _record: found


Make = Callable[[Maker, Told, Room], Item]
"""How blocks of a kind are made ready."""
