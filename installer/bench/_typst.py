"""The same certificates by Typst: one source, the sentences as JSON beside it."""

import json
import tempfile
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from shutil import copy

import typst

from craftdesk.base.i18n import speaking
from craftdesk.base.paths import RESOURCES
from craftdesk.features.certificates.rules import Content
from craftdesk.features.certificates.wording import sentences

SOURCE = """
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


def make(contents: Sequence[Content], out: Path) -> None:
    with tempfile.TemporaryDirectory() as folder, speaking("ar"):
        root = Path(folder)
        copy(RESOURCES / "icons" / "craftdesk.png", root / "logo.png")
        found = [
            asdict(sentences(each)) | {"head": [*each.lines_ar.splitlines(), each.chamber_ar]} for each in contents
        ]
        (root / "certificates.json").write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
        (root / "certificates.typ").write_text(SOURCE, encoding="utf-8")
        typst.compile(
            root / "certificates.typ",
            output=out,
            root=root,
            font_paths=[RESOURCES / "fonts"],
            ignore_system_fonts=True,
        )
