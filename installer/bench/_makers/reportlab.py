"""The papers by ReportLab, its texts reshaped by arabic-reshaper and ordered by python-bidi.

Lines are broken before they are put in order, so that the first stands first. What is not helped: the text of the file
holds presentation forms, and brackets come out unmirrored.
"""

import math
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from arabic_reshaper import reshape
from bidi import get_display
from reportlab.lib.colors import Color
from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.units import mm
from reportlab.lib.utils import simpleSplit
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, LongTable, SimpleDocTemplate, Spacer, Table

from installer.bench import _matter as matter
from installer.bench._makers import _look as look

SIZES = {"title": ("AmiriBold", 22), "heading": ("AmiriBold", 15), "text": ("Amiri", 11), "item": ("Amiri", 11)}
GRID: list[Any] = [
    ("GRID", (0, 0), (-1, -1), 0.25 * mm, Color(0.73, 0.7, 0.65)),
    ("BACKGROUND", (0, 0), (-1, 0), Color(0.95, 0.94, 0.91)),
    ("FONT", (0, 0), (-1, -1), "Amiri", 9.5),
    ("FONT", (0, 0), (-1, 0), "AmiriBold", 9.5),
    ("ALIGN", (0, 0), (-1, -1), "RIGHT"),
    ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
]
_MARKS = re.compile("[\u2066-\u2069]")


def visual(text: str) -> str:
    """A line as it is drawn, from left to right; its marks of direction have no letters in the font."""
    return _MARKS.sub("", str(get_display(reshape(text), base_dir="R")))


def lines_of(text: str, font: str, size: float, width: float) -> list[str]:
    return [visual(line) for line in simpleSplit(reshape(text), font, size, width)]


def certificates(folder: Path, out: Path) -> None:
    _fonts()
    canvas = Canvas(str(out), pagesize=landscape(A4), pageCompression=1)
    for says in matter.certificates(folder):
        _certificate(canvas, says)
        canvas.showPage()
    canvas.save()


def register(folder: Path, out: Path) -> None:
    _fonts()
    rows = [list(map(visual, cells[::-1])) for cells in (list(matter.COLUMNS), *matter.register(folder))]
    widths = [width * mm for width in reversed(matter.COLUMNS.values())]
    table = LongTable(rows, widths, [matter.ROW * mm] * len(rows), repeatRows=1, style=GRID)
    _build(out, [_Lines(matter.TITLE, "title"), table])


def guide(folder: Path, out: Path) -> None:
    _fonts()
    story: list[Flowable] = []
    for part in matter.guide(folder):
        story += _flowables(part)
    _build(out, story)


def _flowables(part: matter.Part) -> Iterator[Flowable]:
    if part.kind == "table":
        width = 174 * mm / len(part.rows[0])
        cells = [["\n".join(lines_of(text, "Amiri", 9.5, width - 12)) for text in row[::-1]] for row in part.rows]
        yield Table(cells, [width] * len(part.rows[0]), repeatRows=1, style=[*GRID, ("LEADING", (0, 0), (-1, -1), 14)])
        yield Spacer(0, 2 * mm)
    else:
        yield _Lines(f"• {part.text}" if part.kind == "item" else part.text, part.kind)


class _Lines(Flowable):
    """A paragraph from right to left, which the library's own cannot set."""

    def __init__(self, text: str, kind: str) -> None:
        super().__init__()
        self._text, self._kind = text, kind
        self._lines: list[str] = []
        self.keepWithNext = kind in ("title", "heading")

    def wrap(self, room: float, height: float) -> tuple[float, float]:  # noqa: ARG002
        font, size = SIZES[self._kind]
        self.width = room
        self._lines = self._lines or lines_of(self._text, font, size, room)
        return room, len(self._lines) * size * 1.6 + 1.2 * mm

    def split(self, room: float, height: float) -> list[Flowable]:
        self.wrap(room, height)
        fit = int((height - 1.2 * mm) // (SIZES[self._kind][1] * 1.6))
        if fit < 1:
            return []
        parts = [_Lines("", self._kind), _Lines("", self._kind)]
        parts[0]._lines, parts[1]._lines = self._lines[:fit], self._lines[fit:]  # noqa: SLF001
        return [*parts]

    def draw(self) -> None:
        font, size = SIZES[self._kind]
        self.canv.setFont(font, size)
        y = (len(self._lines) * size * 1.6) - size * 1.1
        for line in self._lines:
            if self._kind == "title":
                self.canv.drawCentredString(self.width / 2, y, line)
            else:
                self.canv.drawRightString(self.width, y, line)
            y -= size * 1.6


def _build(out: Path, story: list[Flowable]) -> None:
    margins: dict[str, Any] = {
        "leftMargin": 18 * mm,
        "rightMargin": 18 * mm,
        "topMargin": 15 * mm,
        "bottomMargin": 16 * mm,
    }
    SimpleDocTemplate(str(out), pagesize=A4, **margins).build(story, canvasmaker=_Numbered)


class _Numbered(Canvas):
    """Keeps its pages until it is known how many there are."""

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self._kept: list[dict[str, Any]] = []

    def showPage(self) -> None:  # noqa: N802
        self._kept.append(dict(self.__dict__))
        self._startPage()  # type: ignore[attr-defined]

    def save(self) -> None:
        for number, page in enumerate(self._kept, 1):
            self.__dict__.update(page)
            self.setFont("Amiri", 8)
            self.drawCentredString(A4[0] / 2, 10 * mm, f"{number} / {len(self._kept)}")
            super().showPage()
        super().save()


def _certificate(canvas: Canvas, says: dict[str, Any]) -> None:
    _frame(canvas)
    canvas.drawImage(str(matter.LOGO), 223 * mm, (look.HEIGHT - look.TOP - 20) * mm, 20 * mm, 20 * mm, mask="auto")
    for place, text in enumerate(says["head"]):
        _line(canvas, text, look.WIDTH / 2, look.TOP + 6 * place + 4.5, ("AmiriBold", 12.5, look.INK))
    y: float = look.HEAD
    for name, size, bold, colour, height in look.LINES:
        if text := says[name]:
            _line(canvas, text, look.WIDTH / 2, y + height * 0.68, ("AmiriBold" if bold else "Amiri", size, colour))
            y += height
    for each in look.foot(says):
        font = "AmiriBold" if each.bold else "Amiri"
        _line(canvas, each.text, each.x + 40, each.y + 5, (font, each.size, look.INK))


def _line(canvas: Canvas, text: str, x: float, y: float, ink: tuple[str, float, tuple[int, int, int]]) -> None:
    font, size, colour = ink
    canvas.setFont(font, size)
    canvas.setFillColorRGB(*(part / 255 for part in colour))
    canvas.drawCentredString(x * mm, (look.HEIGHT - y) * mm, visual(text))


def _frame(canvas: Canvas) -> None:
    """Drawn once, and stamped on every page."""
    if not canvas.hasForm("frame"):
        canvas.beginForm("frame")
        _draw_frame(canvas)
        canvas.endForm()
    canvas.doForm("frame")


def _draw_frame(canvas: Canvas) -> None:
    for inset, width, colour in look.RULES:
        canvas.setStrokeColorRGB(*(part / 255 for part in colour))
        canvas.setLineWidth(width * mm)
        canvas.rect(inset * mm, inset * mm, (look.WIDTH - 2 * inset) * mm, (look.HEIGHT - 2 * inset) * mm)
    canvas.setFillColorRGB(*(part / 255 for part in look.GOLD))
    for x, y, r in look.lozenges():
        _polygon(canvas, [(x - r, y), (x, y + r), (x + r, y), (x, y - r)])
    canvas.setFillColorRGB(*(part / 255 for part in look.COPPER))
    for x, y in look.STARS:
        reach = (4.8, 3.2)
        turns = [(reach[turn % 2], math.pi * turn / 8) for turn in range(16)]
        _polygon(canvas, [(x + r * math.cos(angle), y + r * math.sin(angle)) for r, angle in turns])


def _polygon(canvas: Canvas, points: list[tuple[float, float]]) -> None:
    path = canvas.beginPath()
    path.moveTo(points[0][0] * mm, points[0][1] * mm)
    for x, y in points[1:]:
        path.lineTo(x * mm, y * mm)
    path.close()
    canvas.drawPath(path, stroke=0, fill=1)


def _fonts() -> None:
    registerFont(TTFont("Amiri", str(matter.REGULAR)))
    registerFont(TTFont("AmiriBold", str(matter.BOLD)))
