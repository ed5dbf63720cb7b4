"""Puts the parts of a chart into a drawing, from left to right: its title, its legend, its texts."""

from collections.abc import Callable

from craftdesk.base.charts.chart import Chart, Kind
from craftdesk.base.charts.shapes import Box, Dot, Drawing, Mark, Shape, Stroke, Words

Measure = Callable[[str, float, bool], float]
"""How wide a text is at a size, bold or not."""
LINE = 1.55  # the height of a line of text, in sizes: Arabic needs more than Latin
MIDDLE = 0.34  # from the baseline to the middle of small letters and of figures


class Setter:
    """Puts shapes into a drawing, from left to right."""

    def __init__(self, chart: Chart, drawing: Drawing, size: float, measure: Measure) -> None:
        self.chart, self.drawing, self.size, self._measure = chart, drawing, size, measure

    def add(self, shape: Shape) -> None:
        self.drawing.shapes.append(shape)

    def width_of(self, text: str, bold: bool = False) -> float:
        return self._measure(text, self.size, bold)

    def words(self, text: str, x: float, middle: float, align: float = 0, **look: object) -> None:
        """A line of text around a height; `align`: 0 begins, 0.5 is centred and 1 ends at x."""
        size = float(str(look.pop("size", self.size)))
        width = self._measure(text, size, bool(look.get("bold")))
        self.add(Words(x - width * align, middle + size * MIDDLE, width, text, size, **look))  # type: ignore[arg-type]

    def mark(self, box: tuple[float, float, float, float], series: int, category: int) -> None:
        self.drawing.marks.append(Mark(box, self.chart.point(series, category)))

    def head(self) -> float:
        """The title and the legend; gives where the rest begins."""
        y = 0.0
        if self.chart.title:
            large = self.size * 1.25
            for line in self.broken(self.chart.title, self.drawing.width, large, bold=True):
                self.words(line, 0, y + large * LINE / 2, size=large, bold=True)
                y += large * LINE
            y += self.size * 0.3
        return self._legend(y) + self.size * 0.5

    def _legend(self, y: float) -> float:
        """The samples of the tones, as many on a line as there is room for."""
        labels = self._legend_labels()
        line, sample, x = self.size * LINE, self.size * 0.8, 0.0
        for tone, label in enumerate(labels):
            wide = sample * 1.5 + self.width_of(label)
            if x and x + wide > self.drawing.width:
                x, y = 0.0, y + line
            self._sample(x, y + line / 2, sample, tone)
            self.words(label, x + sample * 1.5, y + line / 2)
            x += wide + self.size * 1.4
        return y + line if labels else y

    def _legend_labels(self) -> list[str]:
        if self.chart.kind is Kind.SHARE:
            return [self.chart.point(0, place) for place in range(len(self.chart.categories))]
        return [each.label for each in self.chart.series] if len(self.chart.series) > 1 else []

    def _sample(self, x: float, middle: float, side: float, tone: int) -> None:
        if self.chart.kind is Kind.LINES:
            self.add(Stroke(((x, middle), (x + side, middle)), tone))
            self.add(Dot(x + side / 2, middle, side * 0.32, tone))
        else:
            self.add(Box(x, middle - side / 2, side, side, tone))

    def inside(self, middle: float, text: str) -> float:
        """The middle of a text, moved so far that the text stays in the room."""
        half = self.width_of(text) / 2
        return max(half, min(middle, self.drawing.width - half))

    def broken(self, text: str, width: float, size: float = 0, *, bold: bool = False) -> list[str]:
        """The text in lines that are no wider, where its words allow it."""
        lines: list[str] = []
        for word in text.split(" "):
            if lines and self._measure(f"{lines[-1]} {word}", size or self.size, bold) <= width:
                lines[-1] += f" {word}"
            else:
                lines.append(word)
        return lines

    def cut(self, text: str, width: float) -> str:
        """The text with an ellipsis where it is wider than its room."""
        if self.width_of(text) <= width + 0.01:
            return text
        end = len(text)
        while end > 1 and self.width_of(f"{text[:end].rstrip()}…") > width:
            end -= 1
        return f"{text[:end].rstrip()}…"
