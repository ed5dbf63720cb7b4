"""Many papers in one go: in the order in which they are handed out, with a list that everybody signs."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Any

from craftdesk.base.fields import Field, Kind
from craftdesk.base.i18n import N_, _, ngettext
from craftdesk.base.names import fold
from craftdesk.base.numbers import format_number, isolate
from craftdesk.desk.feature import Option, Paper
from craftdesk.pdf.blocks import Block, Column, Footer, Letterhead, Paragraph, Row, Table
from craftdesk.pdf.document import Binder, Document
from craftdesk.pdf.styles import CELL, CELL_CENTRED, SUBTITLE, TITLE

USUAL, BY_NAME, BY_COMMUNE = "usual", "name", "commune"
ORDERS = {USUAL: N_("As listed"), BY_NAME: N_("By name"), BY_COMMUNE: N_("By commune, then by name")}
OPTIONS: Mapping[str, Option] = {
    "order": Option(Field(N_("Order"), kind=Kind.CHOICE, choices=ORDERS), USUAL, kept=True),
    "signing": Option(Field(N_("With a list to be signed"), kind=Kind.YES_NO), False),
}
"""What every paper that goes to many asks; `signing` adds the list at the end."""
SIGNING_HEIGHT = 11


@dataclass(frozen=True)
class Recipient:
    """Who gets one of the papers: the record's key, the paper's number, name and commune as they are written."""

    key: str
    number: str
    name: str
    commune: str = ""


@dataclass(frozen=True)
class Recipients:
    """All of them in their usual order, and the letterhead of the list that they sign."""

    people: Sequence[Recipient]
    letterhead: Letterhead | None = None
    numbered: str = N_("Number")
    """what the number of the paper is called"""

    def sorted(self, order: str) -> Recipients:
        """Names and communes are sorted as they are searched: whatever their alef, their hamza, their accents."""
        key = _SORTING.get(order)
        return self if key is None else replace(self, people=sorted(self.people, key=key))


def _by_name(one: Recipient) -> tuple[str, ...]:
    return (fold(one.name), one.number)


def _by_commune(one: Recipient) -> tuple[str, ...]:
    # Who has no commune comes last.
    return (fold(one.commune) or "\uffff", *_by_name(one))


_SORTING: Mapping[str, Callable[[Recipient], tuple[str, ...]]] = {BY_NAME: _by_name, BY_COMMUNE: _by_commune}


def options_of(paper: Paper, keys: Sequence[str] = ()) -> Mapping[str, Option]:
    """What a paper asks; one that goes to many asks for their order too, unless it is for one record alone."""
    single = len(keys) == 1 and not keys[0].startswith("{")
    return paper.options if paper.recipients is None or single else {**OPTIONS, **paper.options}


def with_signing_list(made: Document | Binder, paper: Paper, people: Recipients, language: str) -> Binder:
    """The papers of a batch, and after them the list."""
    listed = signing_list(paper, people, language)
    if isinstance(made, Document):
        return Binder((made, listed), made.title)
    return replace(made, documents=chain(made.documents, (listed,)), bookmarks=True)


def signing_list(paper: Paper, people: Recipients, language: str) -> Document:
    """Number, name, commune, and room to sign."""
    count = len(people.people)
    persons = ngettext("{count} person", "{count} persons", count).format(count=format_number(count))
    columns = [
        Column(_("No."), width=11, align="centre"),
        Column(_(people.numbered), width=34, style=CELL_CENTRED),
        Column(_("Name"), share=2.2),
        Column(_("Commune"), share=1.3),
        Column(_("Signature"), width=46),
    ]
    blocks: list[Block] = [
        Paragraph(_("List to be signed"), TITLE),
        Paragraph(f"{_(paper.title)} · {persons}", SUBTITLE),
        Table(columns, _lines(people.people), style=CELL, row_height=SIGNING_HEIGHT),
    ]
    footer = Footer(centre="", trailing=_("Page {page} of {pages}"))
    return Document(_("List to be signed"), language, blocks, letterhead=people.letterhead, footer=footer)


def _lines(people: Sequence[Recipient]) -> Iterator[Row]:
    for place, one in enumerate(people, 1):
        yield [format_number(place), isolate(one.number), one.name, one.commune, ""]


def parted(paper: Paper, chosen: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """What is chosen about the batch, and what the paper itself asks."""
    batch = {name: value for name, value in chosen.items() if name in OPTIONS and name not in paper.options}
    return batch, {name: value for name, value in chosen.items() if name not in batch}
