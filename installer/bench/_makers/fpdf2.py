"""The papers by fpdf2, with its own shaping and bidirectional order."""

from pathlib import Path
from typing import Any

from fpdf import FPDF
from fpdf.fonts import FontFace

from installer.bench import _matter as matter
from installer.bench._makers._look import (
    COPPER,
    GOLD,
    HEAD,
    HEIGHT,
    INK,
    LINES,
    RULES,
    STARS,
    TOP,
    WIDTH,
    foot,
    lozenges,
)

SIZES = {"title": 22, "heading": 15, "text": 11, "item": 11}


class _Paper(FPDF):  # type: ignore[misc]
    """A file in Amiri, shaped; the feet tell the pages."""

    def __init__(self, orientation: str = "portrait") -> None:
        super().__init__(orientation=orientation, format="A4")
        self.add_font("Amiri", "", matter.REGULAR)
        self.add_font("Amiri", "B", matter.BOLD)
        self.set_text_shaping(use_shaping_engine=True, direction="rtl", script="arab", language="ara")
        self.numbered = orientation == "portrait"
        self.set_margins(18, 15, 18)
        self.set_auto_page_break(True, 18)

    def footer(self) -> None:
        if self.numbered:
            self.set_y(-13)
            self.set_font("Amiri", "", 8)
            self.cell(0, 5, f"{self.page_no()} / {{nb}}", align="C")


def certificates(folder: Path, out: Path) -> None:
    pdf = _Paper("landscape")
    pdf.set_auto_page_break(False)
    pdf.set_margins(26, TOP, 26)
    for says in matter.certificates(folder):
        _certificate(pdf, says)
    pdf.output(str(out))


def register(folder: Path, out: Path) -> None:
    pdf = _Paper()
    pdf.add_page()
    _line(pdf, matter.TITLE, 22, "B", INK, 14)
    pdf.set_font("Amiri", "", 9.5)
    headings = FontFace(emphasis="BOLD", fill_color=(243, 239, 232))
    widths = tuple(reversed(matter.COLUMNS.values()))
    with pdf.table(col_widths=widths, line_height=matter.ROW, headings_style=headings, text_align="R") as table:
        table.row(tuple(reversed(matter.COLUMNS)))
        for cells in matter.register(folder):
            table.row(cells[::-1])
    pdf.output(str(out))


def guide(folder: Path, out: Path) -> None:
    pdf = _Paper()
    pdf.add_page()
    for part in matter.guide(folder):
        if part.kind == "table":
            _table(pdf, part)
            continue
        pdf.set_font("Amiri", "B" if part.kind in ("title", "heading") else "", SIZES[part.kind])
        text = f"• {part.text}" if part.kind == "item" else part.text
        height = SIZES[part.kind] * 0.56
        pdf.multi_cell(0, height, text, align="C" if part.kind == "title" else "R", new_x="LMARGIN", new_y="NEXT")
        pdf.ln(1.2)
    pdf.output(str(out))


def _table(pdf: FPDF, part: matter.Part) -> None:
    pdf.set_font("Amiri", "", 9.5)
    with pdf.table(line_height=5, padding=1.6, text_align="R") as table:
        for cells in part.rows:
            table.row(cells[::-1])
    pdf.ln(2)


def _certificate(pdf: FPDF, says: dict[str, Any]) -> None:
    pdf.add_page()
    _frame(pdf)
    pdf.image(matter.LOGO, x=223, y=TOP, w=20)
    for text in says["head"]:
        _line(pdf, text, 12.5, "B", INK, 6)
    pdf.set_y(HEAD)
    for name, size, style, colour, height in LINES:
        if text := says[name]:
            _line(pdf, text, size, style, colour, height)
    pdf.set_text_color(*INK)
    for each in foot(says):
        pdf.set_font("Amiri", "B" if each.bold else "", each.size)
        pdf.set_xy(each.x, each.y)
        pdf.cell(80, 7, each.text, align="C")


def _line(pdf: FPDF, text: str, size: float, style: str, colour: tuple[int, int, int], height: float) -> None:
    pdf.set_font("Amiri", style, size)
    pdf.set_text_color(*colour)
    pdf.cell(0, height, text, align="C", new_x="LMARGIN", new_y="NEXT")


def _frame(pdf: FPDF) -> None:
    """The rules, the chain of lozenges and the stars of the corners."""
    for inset, width, colour in RULES:
        pdf.set_draw_color(*colour)
        pdf.set_line_width(width)
        pdf.rect(inset, inset, WIDTH - 2 * inset, HEIGHT - 2 * inset)
    pdf.set_fill_color(*GOLD)
    for x, y, r in lozenges():
        pdf.polygon(((x - r, y), (x, y + r), (x + r, y), (x, y - r)), style="F")
    pdf.set_fill_color(*COPPER)
    for x, y in STARS:
        pdf.star(x, y, 3.2, 4.8, 8, style="F")
