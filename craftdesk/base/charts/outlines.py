"""The outlines of what is round, as points, so that papers and screens draw the same; and how lines are dashed."""

import math

from craftdesk.base.charts.shapes import TONES, Dot, Slice

DASHES: tuple[tuple[float, ...], ...] = ((), (4, 2), (1, 2), (7, 2, 1, 2), (2, 2), (9, 3))
"""How the line of each tone is dashed, in widths of the line: lines are told apart in grey too."""
_CORNERS = (24, 4, 4, 3, 6, 3)
_TURNS = (0.0, 45.0, 0.0, 0.0, 0.0, 180.0)
_STEP = 3.0


def of_dot(dot: Dot) -> list[tuple[float, float]]:
    """A sign for each tone: round, square, standing on a corner, with three corners, with six."""
    corners, turn = _CORNERS[dot.tone % TONES], _TURNS[dot.tone % TONES]
    reach = dot.radius * (1 if corners > 4 else 1.25)
    return [_point(dot.x, dot.y, reach, turn + 360 * number / corners) for number in range(corners)]


def of_slice(part: Slice) -> list[tuple[float, float]]:
    """Out along the outer edge and back along the inner one."""
    steps = max(2, math.ceil(part.sweep / _STEP))
    turns = [part.start + part.sweep * number / steps for number in range(steps + 1)]
    out = [_point(part.x, part.y, part.outer, turn) for turn in turns]
    return out + [_point(part.x, part.y, part.inner, turn) for turn in reversed(turns)]


def is_on_slice(part: Slice, x: float, y: float) -> bool:
    """Whether a point lies on a part of a ring."""
    turn = math.degrees(math.atan2(x - part.x, part.y - y)) % 360
    reach = math.hypot(x - part.x, y - part.y)
    return part.inner <= reach <= part.outer and part.start <= turn < part.start + part.sweep


def _point(x: float, y: float, reach: float, turn: float) -> tuple[float, float]:
    angle = math.radians(turn)
    return x + reach * math.sin(angle), y - reach * math.cos(angle)
