"""The register and the guide by our own kit."""

from collections.abc import Iterator
from pathlib import Path

from craftdesk.pdf.blocks import Block, Column, Footer, Paragraph, Table
from craftdesk.pdf.document import Document
from craftdesk.pdf.styles import BODY, BULLET, CELL, HEADING, TABLE_HEADER, TITLE, Style
from installer.bench import _matter as matter

CELLS = CELL.but(family="amiri")
STYLES: dict[str, Style] = {
    "title": TITLE,
    "heading": HEADING,
    "text": BODY.but(family="amiri", align="justified"),
    "item": BULLET.but(family="amiri"),
}


def register(folder: Path, out: Path) -> None:
    columns = [Column(title, width=width) for title, width in matter.COLUMNS.items()]
    table = Table(
        columns,
        matter.register(folder),
        style=CELLS,
        header_style=TABLE_HEADER.but(family="amiri"),
        row_height=matter.ROW,
        padding=0.5,
    )
    Document(matter.TITLE, "ar", [Paragraph(matter.TITLE, TITLE), table], footer=Footer()).write(out)


def guide(folder: Path, out: Path) -> None:
    blocks = list(_blocks(matter.guide(folder)))
    Document(matter.GUIDE, "ar", blocks, footer=Footer()).write(out)


def _blocks(parts: list[matter.Part]) -> Iterator[Block]:
    for part in parts:
        if part.kind == "table":
            header, *rows = part.rows
            columns = [Column(title) for title in header]
            yield Table(columns, rows, style=CELLS, header_style=TABLE_HEADER.but(family="amiri"), padding=1.6)
        else:
            text = f"•\t{part.text}" if part.kind == "item" else part.text
            yield Paragraph(text, STYLES[part.kind])
