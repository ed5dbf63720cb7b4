"""Where everything of a chart stands: the same for papers (in points) and for screens (in pixels).

Everything is laid out from left to right and turned over as a whole where one reads from right to left: then the first
category stands at the right, and bars across grow from there.
"""

from collections.abc import Callable

from craftdesk.base.charts.across import across
from craftdesk.base.charts.chart import Chart, Kind
from craftdesk.base.charts.parts import ring, share
from craftdesk.base.charts.setter import LINE, Measure, Setter
from craftdesk.base.charts.shapes import Drawing, turned
from craftdesk.base.charts.upright import grouped, lines, stacked
from craftdesk.base.i18n import _

_KINDS: dict[Kind, Callable[[Setter, float], None]] = {
    Kind.GROUPED: grouped,
    Kind.STACKED: stacked,
    Kind.ACROSS: across,
    Kind.LINES: lines,
    Kind.RING: ring,
    Kind.SHARE: share,
}


def natural_height(chart: Chart, width: float, size: float, measure: Measure) -> float:
    """How high a chart stands well where nothing else says it."""
    head = Setter(chart, Drawing(width, 0), size, measure).head()
    if chart.kind is Kind.ACROSS:
        return head + len(chart.categories) * size * 2.1 + (size * LINE if chart.counted else 0)
    if chart.kind is Kind.SHARE:
        return head + size * 2.6
    return head + size * 15


def laid_out(chart: Chart, width: float, height: float, size: float, measure: Measure, *, rtl: bool) -> Drawing:
    """The chart in a room, with texts of a size."""
    drawing = Drawing(width, height)
    setter = Setter(chart, drawing, size, measure)
    top = setter.head()
    if chart.empty:
        setter.words(_("There is nothing to show yet."), width / 2, top + (height - top) / 2, 0.5, muted=True)
    else:
        _KINDS[chart.kind](setter, top)
    return turned(drawing) if rtl else drawing
