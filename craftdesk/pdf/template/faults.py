"""What is wrong with a template, told at the block where it is: before it is saved, and while it is written.

`faults` reads what is written; `trials` sets it once with sample values and tells what does not fit or has no letter.
"""

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from craftdesk.base.errors import UserError
from craftdesk.base.i18n import _
from craftdesk.pdf.pictures import picture
from craftdesk.pdf.template.forme import Forme
from craftdesk.pdf.template.kinds import KINDS, PAGE, ROOM, BlockKind, Entry, Setting
from craftdesk.pdf.template.making import maker_of
from craftdesk.pdf.template.measure import SCALES, Text, styled
from craftdesk.pdf.template.pairs import half
from craftdesk.pdf.template.source import Template, Told
from craftdesk.pdf.template.speech import BOTH, Layout, Record
from craftdesk.pdf.template.words import Broken, names_in, parsed
from craftdesk.pdf.text.fonts import MissingLetter

Place = tuple[int, ...]
"""Which block: its number on the page, then its number in the block around it; empty for the page itself."""
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_KNOWN = {"kind", "blocks"}


@dataclass(frozen=True)
class Fault:
    """A sentence about a setting of a block; `language` is that of the text in which it is."""

    place: Place
    setting: str
    message: str
    language: str = ""


def blocks_of(template: Template) -> Iterator[tuple[Place, Told]]:
    """All blocks with their places, those inside others after them."""
    yield from _within((), template.blocks)


def _within(place: Place, blocks: Sequence[Told]) -> Iterator[tuple[Place, Told]]:
    for number, block in enumerate(blocks):
        yield (*place, number), block
        yield from _within((*place, number), block.get("blocks", ()))


def faults(template: Template, fields: Collection[str]) -> list[Fault]:
    """What is wrong as it is written; `fields` are those that the template may name."""
    found = list(_settings_faults((), PAGE, template.page, fields, template))
    for place, block in blocks_of(template):
        kind = KINDS.get(block["kind"])
        if kind is None:
            found.append(
                Fault(place, "kind", _("There are no blocks of the kind “{kind}”.").format(kind=block["kind"]))
            )
            continue
        if block["kind"] not in _holder(template, place).holds:
            found.append(Fault(place, "kind", _("“{kind}” does not stand here.").format(kind=_(kind.label))))
        found += _settings_faults(place, kind, block, fields, template)
    return found


def _holder(template: Template, place: Place) -> BlockKind:
    blocks, held = template.blocks, PAGE
    for number in place[:-1]:
        held = KINDS.get(blocks[number]["kind"], PAGE)
        blocks = blocks[number].get("blocks", ())
    return held


def _settings_faults(
    place: Place, kind: BlockKind, block: Told, fields: Collection[str], template: Template
) -> Iterator[Fault]:
    for name in block.keys() - _KNOWN:
        if kind.setting(name) is None:
            yield Fault(place, name, _("“{name}” is not known here.").format(name=name))
    for setting in kind.settings:
        if (value := block.get(setting.name)) is not None:
            for message, language in _CHECKS[setting.entry](setting, value, _Known(fields, template)):
                yield Fault(place, setting.name, message, language)


@dataclass(frozen=True)
class _Known:
    fields: Collection[str]
    template: Template


_Found = Iterator[tuple[str, str]]
"""Sentences with the language of the text, if it is one."""


def _words(_setting: Setting, value: Any, known: _Known) -> _Found:
    if not isinstance(value, dict) or not all(isinstance(text, str) for text in value.values()):
        yield _("A text is written in Arabic (ar) and in French (fr)."), ""
        return
    for language, text in value.items():
        if len(text) > ROOM:
            yield _("The text is longer than {count} letters.").format(count=ROOM), language
            continue
        try:
            names = names_in(parsed(text))
        except Broken as error:
            yield str(error), language
            continue
        for name in names:
            if name not in known.fields:
                yield _("There is no field “{name}”.").format(name=name), language


def _number(setting: Setting, value: Any, _known: _Known) -> _Found:
    right = isinstance(value, int | float) and not isinstance(value, bool) and setting.low <= value <= setting.high
    if not right:
        words = _("A number from {low} to {high} belongs here.")
        yield words.format(low=f"{setting.low:g}", high=f"{setting.high:g}"), ""


def _flag(_setting: Setting, value: Any, _known: _Known) -> _Found:
    if not isinstance(value, bool):
        yield _("Yes or no belongs here (true, false)."), ""


def _colour(_setting: Setting, value: Any, _known: _Known) -> _Found:
    if value != "" and not (isinstance(value, str) and _COLOUR.fullmatch(value)):
        yield _("“{value}” is no colour: write it like #8a5a2b.").format(value=value), ""


def _choice(setting: Setting, value: Any, _known: _Known) -> _Found:
    if not isinstance(value, str) or value not in setting.choices:
        choices = ", ".join(key for key in setting.choices if key)
        yield _("“{value}” is not among: {choices}.").format(value=value, choices=choices), ""


def _picture(_setting: Setting, value: Any, known: _Known) -> _Found:
    if value == "":
        return
    data = known.template.pictures.get(value) if isinstance(value, str) else None
    if data is None:
        yield _("The picture “{name}” is missing.").format(name=value), ""
        return
    try:
        picture(data)
    except UserError:
        yield _("The picture “{name}” cannot be read: choose a PNG or JPEG file.").format(name=value), ""


def _field(_setting: Setting, value: Any, known: _Known) -> _Found:
    if value != "" and value not in known.fields:
        yield _("There is no field “{name}”.").format(name=value), ""


_CHECKS: Mapping[Entry, Callable[[Setting, Any, _Known], _Found]] = {
    Entry.WORDS: _words,
    Entry.NUMBER: _number,
    Entry.FLAG: _flag,
    Entry.COLOUR: _colour,
    Entry.CHOICE: _choice,
    Entry.PICTURE: _picture,
    Entry.FIELD: _field,
}


# What shows only when it is set.


def trials(template: Template, layout: Layout, record: Record) -> list[Fault]:
    """What does not fit or cannot be printed when this record is set; the template has no `faults`."""
    found = list(_missing_letters(template, layout, record))
    if found:
        return found
    made = Forme(template, layout)
    scale = made.scale(record)
    if scale is None:
        return [Fault((), "", _("The text does not fit on one page, not even at the smallest size."))]
    return list(_broken_words(template, layout, record, SCALES.index(scale)))


def _texts(template: Template, layout: Layout, record: Record) -> Iterator[tuple[Place, str, str, Text]]:
    """Every text of a record with its place, setting and language, in the room that it has."""
    maker, width = maker_of(template, layout), Forme(template, layout).width
    for place, block in blocks_of(template):
        room = width * _share(template, place)
        if layout.language == BOTH and len(place) == 1 and block.get("pairing", "beside") == "beside":
            room = half(width)
        for setting in KINDS[block["kind"]].settings:
            if setting.entry is Entry.WORDS and block["kind"] != "qr":
                for language, text in maker.speech(block.get(setting.name)).said(record).items():
                    yield place, setting.name, language, Text(text, styled(block), language, layout.paper, room)


def _share(template: Template, place: Place) -> float:
    """The share of the width that the column around a block has."""
    if len(place) < 2:
        return 1.0
    columns = template.blocks[place[0]].get("blocks", ())
    shares = [column.get("share", 1) for column in columns]
    return float(shares[place[1]] / sum(shares) * 0.94)


def _missing_letters(template: Template, layout: Layout, record: Record) -> Iterator[Fault]:
    for place, setting, language, text in _texts(template, layout, record):
        try:
            text.lines()
        except MissingLetter as error:
            yield Fault(place, setting, str(error), language)


def _broken_words(template: Template, layout: Layout, record: Record, step: int) -> Iterator[Fault]:
    for place, setting, language, text in _texts(template, layout, record):
        shrinks = len(place) == 1 or template.blocks[place[0]]["kind"] == "columns"
        if text.longest_word(step if shrinks else 0) > 1:
            yield Fault(place, setting, _("A word is wider than its place and would be broken."), language)
