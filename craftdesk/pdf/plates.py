"""Plates as strips: areas and strokes at their places, counted from the top and the leading edge of the paper."""

from collections.abc import Iterator, Sequence

from craftdesk.pdf.blocks import Area, Plate, Stroke
from craftdesk.pdf.compose import Place, Setter, composes, down_to
from craftdesk.pdf.fitting import fitting
from craftdesk.pdf.strips import MM, Group, Pen, Placed, Strip, height_of, stacked

_CUT = "#8d8d8d"
_THIN = 0.3


class _Turned(Group):
    """Strips that stand on their heads in a room of this width."""

    def __init__(self, width: float, height: float, placed: Sequence[Placed]) -> None:
        super().__init__(height, placed)
        self.width = width

    def draw(self, pen: Pen, x: float, y: float) -> None:
        inner = Pen()
        super().draw(inner, x, y)
        about = f"{2 * x + self.width:.2f} {2 * y - self.height:.2f}"
        # One text: a part of it alone could not be drawn once for all pages.
        pen.add(f"q -1 0 0 -1 {about} cm\n" + "\n".join(inner.operators) + "\nQ")


class _Strokes(Strip):
    """The lines of a sheet, drawn from the top left corner of the paper."""

    def __init__(self, lines: Sequence[tuple[float, float, float, float, bool]]) -> None:
        super().__init__(0)
        self.lines = lines

    def draw(self, pen: Pen, x: float, y: float) -> None:
        for across, down, to_across, to_down, dashed in self.lines:
            inner = Pen()
            inner.rule((x + across, y - down), (x + to_across, y - to_down), _THIN, _CUT)
            pen.add("\n".join(["q [3 3] 0 d" if dashed else "q", *inner.operators, "Q"]))


def _plate(setter: Setter, block: Plate, place: Place) -> Iterator[Strip]:
    placed = [_area(setter, area, place) for area in block.areas]
    if block.strokes:
        placed.insert(0, Placed(0, 0, _Strokes([_line(stroke, place) for stroke in block.strokes])))
    yield Group(0, placed)


def _line(stroke: Stroke, place: Place) -> tuple[float, float, float, float, bool]:
    (down, across), (to_down, to_across) = stroke.start, stroke.end
    return _x(across, place), down * MM, _x(to_across, place), to_down * MM, stroke.dashed


def _x(leading: float, place: Place) -> float:
    """The distance from the left edge of what is so far from the leading one."""
    return place.width - leading * MM if place.base else leading * MM


def _area(setter: Setter, area: Area, place: Place) -> Placed:
    across, down = (side * MM for side in area.inset)
    width, height = area.width * MM - 2 * across, area.height * MM - 2 * down
    strips = fitting(setter, area.blocks, place.but(width), height)
    own = height_of(strips)
    inside = stacked(strips, 0, down_to(area.align, max(0.0, height - own)))
    made = _Turned(width, height, inside) if area.turned else Group(height, inside)
    left = _x(area.leading + (area.width if place.base else 0), place)
    return Placed(left + across, area.top * MM + down, made)


composes(Plate, _plate)
