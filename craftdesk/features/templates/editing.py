"""Changing a template step by step; each change gives a new one and leaves the old one as it was."""

from collections.abc import Callable, Sequence
from copy import deepcopy
from hashlib import sha256
from typing import Any

from craftdesk.pdf.template.faults import Place, blocks_of
from craftdesk.pdf.template.kinds import KINDS, PAGE, BlockKind
from craftdesk.pdf.template.source import Template, Told

_PNG = b"\x89PNG"
_NEW: dict[str, Told] = {
    "text": {"text": {"ar": "نص جديد", "fr": "Nouveau texte"}},
    "qr": {"text": {"ar": "{number}", "fr": "{number}"}},
    "columns": {"blocks": [{"kind": "column"}, {"kind": "column"}]},
    "signatures": {"blocks": [{"kind": "signer", "title": {"ar": "المدير", "fr": "Le directeur"}}]},
    "signer": {"title": {"ar": "المدير", "fr": "Le directeur"}},
    "space": {"height": 5},
}


def block_at(template: Template, place: Place) -> Told:
    """The block at a place; the page itself for the empty one."""
    if not place:
        return template.page
    found: Told = {"blocks": template.blocks}
    for number in place:
        found = found["blocks"][number]
    return found


def nearest(template: Template, place: Place) -> Place:
    """The place itself, or the nearest one above it where a template has no block there."""
    places = {found for found, _block in blocks_of(template)} | {()}
    while place not in places:
        place = (*place[:-1], place[-1] - 1) if place[-1] else place[:-1]
    return place


def kind_at(template: Template, place: Place) -> BlockKind:
    return KINDS[block_at(template, place)["kind"]] if place else PAGE


def with_setting(template: Template, place: Place, name: str, value: Any, language: str = "") -> Template:
    """A block that says something else; what is empty is not written."""

    def change(block: Told) -> None:
        said = dict(block.get(name, {})) | {language: value or ""} if language else value
        if said in (None, "") or (language and not any(said.values())):
            block.pop(name, None)
        else:
            block[name] = said

    if not place:
        page = dict(template.page)
        change(page)
        return template.but(page=page)
    return _changed(template, place, change)


def with_picture(template: Template, place: Place, name: str, data: bytes | None) -> Template:
    """A block that shows another picture; it is named by what it shows."""
    if data is None:
        return with_setting(template, place, name, None)
    file = f"{sha256(data).hexdigest()[:12]}.{'png' if data.startswith(_PNG) else 'jpg'}"
    found = with_setting(template, place, name, file)
    return found.but(pictures={**template.pictures, file: data})


def moved(template: Template, place: Place, step: int) -> tuple[Template, Place]:
    """A block one place further up (-1) or down (1) among its neighbours, and where it stands now."""
    to = place[-1] + step
    if not 0 <= to < len(_beside(template, place)):
        return template, place

    def change(blocks: list[Told]) -> None:
        blocks.insert(to, blocks.pop(place[-1]))

    return _rearranged(template, place, change), (*place[:-1], to)


def added(template: Template, place: Place, kind: str) -> tuple[Template, Place]:
    """A new block behind the one at the place (at the end for the page), or in it where it belongs inside."""
    inside = bool(place) and kind in kind_at(template, place).holds
    beside = (*place, len(block_at(template, place).get("blocks", ()))) if inside else _after(template, place)
    made = {"kind": kind, **deepcopy(_NEW.get(kind, {}))}
    return _rearranged(template, beside, lambda blocks: blocks.insert(beside[-1], made)), beside


def _after(template: Template, place: Place) -> Place:
    return (*place[:-1], place[-1] + 1) if place else (len(template.blocks),)


def offered(template: Template, place: Place) -> list[str]:
    """The kinds of blocks that can be added at a place: into the block, else behind it."""
    inside = kind_at(template, place).holds if place else PAGE.holds
    return list(inside or kind_at(template, place[:-1]).holds)


def removed(template: Template, place: Place) -> tuple[Template, Place]:
    """Without a block, and the place that is next to it."""
    left = len(_beside(template, place)) - 1
    found = _rearranged(template, place, lambda blocks: blocks.pop(place[-1]))
    return found, (*place[:-1], min(place[-1], left - 1)) if left else place[:-1]


def _beside(template: Template, place: Place) -> Sequence[Told]:
    return template.blocks if len(place) == 1 else block_at(template, place[:-1]).get("blocks", ())


def _changed(template: Template, place: Place, change: Callable[[Told], object]) -> Template:
    blocks = deepcopy(list(template.blocks))
    found: Told = {"blocks": blocks}
    for number in place:
        found = found["blocks"][number]
    change(found)
    return template.but(blocks=blocks)


def _rearranged(template: Template, place: Place, change: Callable[[list[Told]], object]) -> Template:
    if len(place) == 1:
        blocks = deepcopy(list(template.blocks))
        change(blocks)
        return template.but(blocks=blocks)
    return _changed(template, place[:-1], lambda block: change(block.setdefault("blocks", [])))
