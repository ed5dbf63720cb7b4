"""The papers as web pages, for the makers that read those."""

import math
from collections.abc import Iterator
from html import escape
from itertools import chain
from pathlib import Path
from typing import Any

from installer.bench import _matter as matter
from installer.bench._makers import _look as look

STYLE = f"""
@font-face {{ font-family: Amiri; src: url("{matter.REGULAR.as_uri()}"); }}
@font-face {{ font-family: Amiri; font-weight: bold; src: url("{matter.BOLD.as_uri()}"); }}
body {{ font: 11pt/1.6 Amiri; margin: 0; }}
"""
UPRIGHT = """
@page { size: 210mm 297mm; margin: 15mm 18mm 18mm;
  @bottom-center { content: counter(page) " / " counter(pages); font: 8pt Amiri; } }
h1 { font-size: 22pt; text-align: center; margin: 2mm 0 3mm; break-after: avoid; }
h2 { font-size: 15pt; margin: 4mm 0 1.2mm; break-after: avoid; }
p, li { margin: 0 0 1.2mm; text-align: justify; }
table { border-collapse: collapse; width: 174mm; font-size: 9.5pt; line-height: 1.45; }
th, td { border: 0.25mm solid #b9b2a6; padding: 0.5mm 1.2mm; text-align: right; }
th { background: #f3efe8; }
tr { break-inside: avoid; }
"""
REGISTER = f"table {{ table-layout: fixed; }} tr {{ height: {matter.ROW}mm; }}"
CERTIFICATE = """
@page { size: 297mm 210mm; margin: 0; }
section { position: relative; width: 297mm; height: 210mm; break-after: page; overflow: hidden; }
section > * { position: absolute; margin: 0; white-space: nowrap; text-align: center; line-height: 1.3; }
p { left: 0; width: 297mm; }
.column { width: 80mm; }
img.frame { left: 0; top: 0; width: 297mm; height: 210mm; }
img.logo { left: 223mm; top: 20mm; width: 20mm; height: 20mm; }
"""


def certificates(folder: Path) -> str:
    """The frame is one picture for all pages."""
    frame = folder / "frame.svg"
    frame.write_text(_frame(), encoding="utf-8")
    return _page(CERTIFICATE, chain.from_iterable(_certificate(says, frame) for says in matter.certificates(folder)))


def register(folder: Path) -> str:
    widths = "".join(f'<col style="width: {width}mm">' for width in matter.COLUMNS.values())
    headings = "".join(f"<th>{title}</th>" for title in matter.COLUMNS)
    head = f"<h1>{matter.TITLE}</h1><table><colgroup>{widths}</colgroup><thead><tr>{headings}</tr></thead><tbody>"
    rows = (f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>" for cells in matter.register(folder))
    return _page(UPRIGHT + REGISTER, chain([head], rows, ["</tbody></table>"]))


def guide(folder: Path) -> str:
    return _page(UPRIGHT, map(_part, matter.guide(folder)))


def _part(part: matter.Part) -> str:
    if part.kind != "table":
        tag = {"title": "h1", "heading": "h2", "text": "p", "item": "li"}[part.kind]
        return f"<{tag}>{escape(part.text)}</{tag}>"
    header, *rows = part.rows
    head = "".join(f"<th>{escape(cell)}</th>" for cell in header)
    body = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>" for cells in rows)
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def _page(style: str, body: Iterator[str] | chain[str]) -> str:
    head = f'<meta charset="utf-8"><style>{STYLE}{style}</style>'
    return f'<!DOCTYPE html><html lang="ar" dir="rtl"><head>{head}</head><body>{"".join(body)}</body></html>'


def _certificate(says: dict[str, Any], frame: Path) -> Iterator[str]:
    yield f'<section><img class="frame" src="{frame.as_uri()}"><img class="logo" src="{matter.LOGO.as_uri()}">'
    for place, text in enumerate(says["head"]):
        yield _line(text, look.TOP + 6 * place, 12.5, "#1a1a1a", bold=True)
    y: float = look.HEAD
    for name, size, bold, colour, height in look.LINES:
        if text := says[name]:
            yield _line(text, y, size, f"rgb{colour}", bold=bool(bold))
            y += height
    for each in look.foot(says):
        weight = "bold" if each.bold else "normal"
        place_ = f"left: {each.x}mm; top: {each.y}mm; font-size: {each.size}pt; font-weight: {weight}"
        yield f'<div class="column" style="{place_}">{escape(each.text)}</div>'
    yield "</section>"


def _line(text: str, y: float, size: float, colour: str, *, bold: bool) -> str:
    weight = "bold" if bold else "normal"
    return f'<p style="top: {y}mm; font-size: {size}pt; color: {colour}; font-weight: {weight}">{escape(text)}</p>'


def _frame() -> str:
    parts = [
        f'<rect x="{inset}" y="{inset}" width="{look.WIDTH - 2 * inset}" height="{look.HEIGHT - 2 * inset}" '
        f'fill="none" stroke="rgb{colour}" stroke-width="{width}"/>'
        for inset, width, colour in look.RULES
    ]
    for x, y, r in look.lozenges():
        parts.append(f'<path fill="rgb{look.GOLD}" d="M{x - r} {y}L{x} {y + r}L{x + r} {y}L{x} {y - r}z"/>')
    for x, y in look.STARS:
        turns = [((4.8, 3.2)[turn % 2], math.pi * turn / 8) for turn in range(16)]
        points = " ".join(f"{x + r * math.cos(angle):.2f},{y + r * math.sin(angle):.2f}" for r, angle in turns)
        parts.append(f'<polygon fill="rgb{look.COPPER}" points="{points}"/>')
    box = f"0 0 {look.WIDTH} {look.HEIGHT}"
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{"".join(parts)}</svg>'
