"""The papers by Typst: one source a paper, the texts as JSON beside it."""

import json
import tempfile
from pathlib import Path
from shutil import copy

import typst

from installer.bench import _matter as matter

CERTIFICATES = """
#let copper = rgb("#8a5a2b")
#let gold = rgb("#c9a66b")
#let deep = rgb("#1f3d4d")
#let lozenge(x, y, r) = place(
  dx: x - r, dy: y - r, polygon(fill: gold, (0mm, r), (r, 2 * r), (2 * r, r), (r, 0mm)))
#let star(x, y, r) = {
  place(dx: x - r, dy: y - r, rotate(0deg, rect(width: 2 * r, height: 2 * r, fill: copper)))
  place(dx: x - r, dy: y - r, rotate(45deg, rect(width: 2 * r, height: 2 * r, fill: copper)))
}
#let rule(inset, width, colour) = place(
  dx: inset, dy: inset, rect(width: 297mm - 2 * inset, height: 210mm - 2 * inset, stroke: width + colour))
#let frame = {
  rule(8mm, 1.4pt, copper)
  rule(9.1mm, 0.4pt, gold)
  rule(13.3mm, 0.4pt, gold)
  rule(14.4mm, 0.9pt, copper)
  for n in range(53) { for y in (11.2mm, 198.8mm) { lozenge(18mm + 5mm * n, y, if calc.odd(n) {0.6mm} else {1.25mm}) } }
  for n in range(35) { for x in (11.2mm, 285.8mm) { lozenge(x, 18mm + 5mm * n, if calc.odd(n) {0.6mm} else {1.25mm}) } }
  for x in (11.2mm, 285.8mm) { for y in (11.2mm, 198.8mm) { star(x, y, 3.2mm) } }
}
#set page(width: 297mm, height: 210mm, margin: (x: 26mm, top: 20mm, bottom: 18mm), background: align(left + top, {
  set text(dir: ltr)
  frame
}))
#set text(font: "Amiri", lang: "ar", dir: rtl, size: 14.4pt)
#set par(spacing: 1.2mm, leading: 5pt)
#let line-of(body, size, weight: "regular", fill: black) = align(
  center, block(above: 0mm, below: 3mm, text(size: size, weight: weight, fill: fill, body)))
#let signed(..texts) = align(center, stack(spacing: 3mm, ..texts))
#for (i, one) in json("certificates.json").enumerate() {
  if i > 0 { pagebreak() }
  grid(columns: (3fr, 12fr, 3fr), image("logo.png", height: 20mm),
    align(center, text(size: 12.5pt, weight: "bold", one.head.join(linebreak()))), [])
  v(1fr)
  line-of(one.title, 38.7pt, weight: "bold", fill: copper)
  line-of(one.opening, 14.4pt)
  line-of(one.name, 26.1pt, weight: "bold", fill: deep)
  line-of(one.other_name, 12.2pt)
  line-of(one.born, 14.4pt)
  line-of(one.took_part, 14.4pt)
  line-of(one.subject, 18pt, weight: "bold")
  line-of(one.held, 14.4pt)
  line-of(one.partner, 14.4pt)
  line-of(one.closing, 12.2pt)
  v(1fr)
  grid(columns: (4fr, 5fr, 5fr), signed(one.number), signed([~], strong(one.trained_by), one.trainers),
    signed(one.made, strong(one.signature), one.director))
  v(13mm)
}
"""
PAGE = """
#set page(paper: "a4", margin: (x: 18mm, top: 15mm, bottom: 18mm), footer: context align(center, text(
  size: 8pt, counter(page).display("1 / 1", both: true))))
#set text(font: "Amiri", lang: "ar", dir: rtl, size: 11pt)
"""
REGISTER = (
    PAGE
    + """
#let given = json("register.json")
#align(center, text(size: 22pt, weight: "bold", given.title))
#set text(size: 9.5pt)
#set table(stroke: 0.25mm + rgb("#b9b2a6"), inset: (x: 1.2mm, y: 0.5mm), align: start + horizon)
#table(
  columns: given.widths.map(width => width * 1mm),
  rows: given.row * 1mm,
  table.header(..given.headings.map(each => table.cell(fill: rgb("#f3efe8"), strong(each)))),
  ..given.rows.flatten()
)
"""
)
GUIDE = (
    PAGE
    + """
#set par(justify: true, spacing: 1.2mm + 10.5pt, leading: 10.5pt)
#set table(stroke: 0.25mm + rgb("#b9b2a6"), inset: 1.6mm)
#for (kind, body, rows) in json("guide.json") {
  if kind == "title" {
    align(center, text(size: 22pt, weight: "bold", body))
  } else if kind == "heading" {
    block(above: 4mm, sticky: true, text(size: 15pt, weight: "bold", body))
  } else if kind == "table" {
    set text(size: 9.5pt)
    set par(justify: false)
    table(columns: rows.at(0).len(), table.header(..rows.at(0).map(strong)), ..rows.slice(1).flatten())
  } else if kind == "item" {
    list(body)
  } else {
    par(body)
  }
}
"""
)


def certificates(folder: Path, out: Path) -> None:
    _compile(CERTIFICATES, {"certificates.json": matter.certificates(folder)}, out)


def register(folder: Path, out: Path) -> None:
    given = {
        "title": matter.TITLE,
        "row": matter.ROW,
        "headings": list(matter.COLUMNS),
        "widths": list(matter.COLUMNS.values()),
        "rows": list(matter.register(folder)),
    }
    _compile(REGISTER, {"register.json": given}, out)


def guide(folder: Path, out: Path) -> None:
    _compile(GUIDE, {"guide.json": matter.guide(folder)}, out)


def _compile(source: str, given: dict[str, object], out: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        copy(matter.LOGO, root / "logo.png")
        for name, what in given.items():
            (root / name).write_text(json.dumps(what, ensure_ascii=False), encoding="utf-8")
        (root / "paper.typ").write_text(source, encoding="utf-8")
        typst.compile(root / "paper.typ", output=out, root=root, font_paths=[matter.FONTS], ignore_system_fonts=True)
