"""A chart as it is described once, for papers and for screens; `chart_layout` says where everything of it stands."""

import enum
from dataclasses import dataclass

from craftdesk.base.i18n import _
from craftdesk.base.numbers import format_number, format_percent


class Kind(enum.StrEnum):
    """What is drawn: bars beside or on each other, bars across, lines, a ring or one bar that is divided."""

    GROUPED = "grouped"
    STACKED = "stacked"
    ACROSS = "across"
    LINES = "lines"
    RING = "ring"
    SHARE = "share"


@dataclass(frozen=True)
class Series:
    """One number for each category; none is below zero. A line may end before the last one."""

    label: str
    values: tuple[float, ...]


@dataclass(frozen=True)
class Chart:
    """Numbers by category, in words of the language that is spoken.

    `axis` says what the categories are, `counted` what the numbers count. A ring and a divided bar show the first
    series alone, as parts of its sum. Bars across put several series on each other.
    """

    kind: Kind
    title: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    axis: str = ""
    counted: str = ""

    @property
    def divided(self) -> bool:
        """Whether the categories are parts of a whole."""
        return self.kind in (Kind.RING, Kind.SHARE)

    @property
    def empty(self) -> bool:
        return not any(any(series.values) for series in self.series)

    @property
    def total(self) -> float:
        return sum(self.series[0].values) if self.series else 0

    def point(self, series: int, category: int) -> str:
        """One number with what it is of, such as "January, trainings: 4"."""
        value = self.series[series].values[category]
        told = format_number(value)
        if self.divided and self.total:
            told = f"{told} ({format_percent(value / self.total)})"
        what = self.categories[category]
        if len(self.series) > 1:
            what = _("{category}, {series}").format(category=what, series=self.series[series].label)
        return _("{what}: {number}").format(what=what, number=told)

    def told(self) -> str:
        """The whole chart in words, for those who do not see it."""
        if self.empty:
            return _("There is nothing to show yet.")
        return "\n".join(
            self.point(series, category)
            for series in range(1 if self.divided else len(self.series))
            for category in range(len(self.series[series].values))
        )
