"""The same certificates by fpdf2, with its own shaping and bidirectional order."""

from collections.abc import Sequence
from pathlib import Path

from fpdf import FPDF

from craftdesk.base.i18n import speaking
from craftdesk.base.paths import RESOURCES
from craftdesk.features.certificates.rules import Content
from craftdesk.features.certificates.wording import Sentences, sentences

FONTS = RESOURCES / "fonts"
LOGO = RESOURCES / "icons" / "craftdesk.png"
INK, COPPER, DEEP, GOLD = (26, 26, 26), (138, 90, 43), (31, 61, 77), (201, 166, 107)
TOP = 20
# Which line, at which size, in bold or not, in which colour, and how high: as ours are set.
LINES = (
    ("title", 38.7, "B", COPPER, 21.5),
    ("opening", 14.4, "", INK, 8.3),
    ("name", 26.1, "B", DEEP, 13),
    ("other_name", 12.2, "", INK, 6.5),
    ("born", 14.4, "", INK, 8.3),
    ("took_part", 14.4, "", INK, 8.3),
    ("subject", 18, "B", INK, 11.4),
    ("held", 14.4, "", INK, 8.3),
    ("partner", 14.4, "", INK, 8.3),
    ("closing", 12.2, "", INK, 8.5),
)


def make(contents: Sequence[Content], out: Path) -> None:
    pdf = FPDF(orientation="landscape", format="A4")
    pdf.set_auto_page_break(False)
    pdf.set_margins(26, TOP, 26)
    pdf.add_font("Amiri", "", FONTS / "Amiri-Regular.ttf")
    pdf.add_font("Amiri", "B", FONTS / "Amiri-Bold.ttf")
    pdf.set_text_shaping(use_shaping_engine=True, direction="rtl", script="arab", language="ara")
    for content in contents:
        with speaking("ar"):
            _page(pdf, content, sentences(content))
    pdf.output(str(out))


def _page(pdf: FPDF, content: Content, says: Sentences) -> None:
    pdf.add_page()
    _frame(pdf)
    pdf.image(LOGO, x=223, y=TOP, w=20)
    for text in (*content.lines_ar.splitlines(), content.chamber_ar):
        _line(pdf, text, 12.5, "B", INK, 6)
    pdf.set_y(52)
    for name, size, style, colour, height in LINES:
        if text := getattr(says, name):
            _line(pdf, text, size, style, colour, height)
    _foot(pdf, says)


def _line(pdf: FPDF, text: str, size: float, style: str, colour: tuple[int, int, int], height: float) -> None:
    pdf.set_font("Amiri", style, size)
    pdf.set_text_color(*colour)
    pdf.cell(0, height, text, align="C", new_x="LMARGIN", new_y="NEXT")


def _foot(pdf: FPDF, says: Sentences) -> None:
    columns = (
        (180, (says.number,)),
        (106, ("", says.trained_by, says.trainers)),
        (30, (says.made, says.signature, says.director)),
    )
    pdf.set_text_color(*INK)
    for x, texts in columns:
        for place, text in enumerate(texts):
            pdf.set_font("Amiri", "B" if place == 1 else "", 14 if place == 1 else 13)
            pdf.set_xy(x, 156 + 7 * place)
            pdf.cell(80, 7, text, align="C")


def _frame(pdf: FPDF) -> None:
    """The rules, the chain of lozenges and the stars of the corners."""
    for inset, width, colour in ((8, 0.5, COPPER), (9.1, 0.14, GOLD), (13.3, 0.14, GOLD), (14.4, 0.32, COPPER)):
        pdf.set_draw_color(*colour)
        pdf.set_line_width(width)
        pdf.rect(inset, inset, 297 - 2 * inset, 210 - 2 * inset)
    pdf.set_fill_color(*GOLD)
    for place, along in enumerate(range(18, 280, 5)):
        for y in (11.2, 198.8):
            _lozenge(pdf, along, y, 0.6 if place % 2 else 1.25)
    for place, along in enumerate(range(18, 193, 5)):
        for x in (11.2, 285.8):
            _lozenge(pdf, x, along, 0.6 if place % 2 else 1.25)
    pdf.set_fill_color(*COPPER)
    for x in (11.2, 285.8):
        for y in (11.2, 198.8):
            pdf.star(x, y, 3.2, 4.8, 8, style="F")


def _lozenge(pdf: FPDF, x: float, y: float, radius: float) -> None:
    pdf.polygon(((x - radius, y), (x, y + radius), (x + radius, y), (x, y - radius)), style="F")
