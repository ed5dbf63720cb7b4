"""Markdown as blocks of a paper: headings, paragraphs, lists, tables, notes."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from craftdesk.pdf.blocks import Block, Box, Cell, Column, Paragraph, Run, Table
from craftdesk.pdf.styles import ACCENT, BODY, BULLET, HEADING, SHADE, SUBHEADING, TITLE, Style

if TYPE_CHECKING:
    from markdown_it.token import Token

HEADINGS: dict[str, Style] = {"h1": TITLE, "h2": HEADING, "h3": SUBHEADING}
BULLET_SIGN = "•"


def blocks(text: str) -> list[Block]:
    """The blocks of a Markdown text."""
    from markdown_it import MarkdownIt  # noqa: PLC0415 - only a guide needs it

    return list(_Reader(MarkdownIt("commonmark").enable("table").parse(text)).read())


class _Reader:
    """Walks through the tokens once, from front to back."""

    def __init__(self, tokens: Sequence["Token"]) -> None:
        self._tokens = iter(tokens)
        self._lists: list[int | None] = []

    def read(self, until: str = "") -> Iterator[Block]:
        for token in self._tokens:
            if token.type == until:
                return
            yield from self._block(token)

    def _block(self, token: "Token") -> Iterator[Block]:
        if token.type == "heading_open":
            yield Paragraph(self._inline(), HEADINGS[token.tag])
        elif token.type == "paragraph_open":
            yield self._paragraph()
        elif token.type in ("bullet_list_open", "ordered_list_open"):
            yield from self._list(token)
        elif token.type == "blockquote_open":
            inside = tuple(self.read("blockquote_close"))
            yield Box(inside, border=ACCENT, shade=SHADE, padding=2.5, radius=1.5)
        elif token.type == "table_open":
            yield self._table()

    def _paragraph(self) -> Block:
        text = self._inline()
        if not self._lists:
            return Paragraph(text, BODY)
        number = self._lists[-1]
        if number is not None:
            self._lists[-1] = number + 1
        sign = BULLET_SIGN if number is None else f"{number}."
        return Paragraph([f"{sign}\u2003", *text], BULLET)

    def _list(self, token: "Token") -> Iterator[Block]:
        self._lists.append(None if token.type == "bullet_list_open" else int(token.attrGet("start") or 1))
        yield from self.read(token.type.replace("open", "close"))
        self._lists.pop()

    def _table(self) -> Table:
        rows: list[list[Cell]] = []
        for token in self._tokens:
            if token.type == "table_close":
                break
            if token.type == "tr_open":
                rows.append([])
            elif token.type in ("th_open", "td_open"):
                rows[-1].append(Cell(self._inline()))
        header, *body = rows
        columns = [Column(cell.content, share=share) for cell, share in zip(header, _shares(rows), strict=True)]  # type: ignore[arg-type]
        return Table(columns, body, padding=1.6)

    def _inline(self) -> list[str | Run]:
        """The runs of the next inline token."""
        for token in self._tokens:
            if token.type == "inline":
                return list(_runs(token.children or ()))
        return []


def _runs(tokens: Sequence["Token"]) -> Iterator[str | Run]:
    bold = 0
    for token in tokens:
        if token.type == "strong_open":
            bold += 1
        elif token.type == "strong_close":
            bold -= 1
        elif token.type == "softbreak":
            yield " "
        elif token.content:
            yield Run(token.content, bold=True) if bold else token.content


def _shares(rows: Sequence[Sequence[Cell]]) -> list[float]:
    """Columns share the width by their longest text, within reason."""
    longest = [max(len(_plain(row[place])) for row in rows) for place in range(len(rows[0]))]
    return [float(min(max(length, 14), 42)) for length in longest]


def _plain(cell: Cell) -> str:
    content = cell.content if isinstance(cell.content, Sequence) else ()
    return "".join(part.text if isinstance(part, Run) else str(part) for part in content)
