"""The year in charts; its paper says the same."""

from collections.abc import Callable

from PySide6.QtWidgets import QGridLayout, QWidget

from craftdesk.base.charts.chart import Chart
from craftdesk.base.dates import today
from craftdesk.base.i18n import N_, _
from craftdesk.desk.desk import Desk
from craftdesk.features.certificates.models import Certificate
from craftdesk.features.equipment.models import EquipmentRequest
from craftdesk.features.roster.models import Artisan
from craftdesk.features.training.models import Participant, TrainingSession
from craftdesk.features.yearbook import charts, reads
from craftdesk.ui.actions import Action
from craftdesk.ui.cards import Card, scrolling
from craftdesk.ui.chart import ChartView
from craftdesk.ui.page import PageFrame
from craftdesk.ui.theme import px

CHARTS = (
    charts.domains,
    charts.communes,
    charts.sessions,
    charts.registrations,
    charts.certificates,
    charts.requests,
)
COUNTED = {Artisan, TrainingSession, Participant, Certificate, EquipmentRequest}


class YearPage(PageFrame):
    """Six charts, two in a row; they follow what is changed elsewhere."""

    def __init__(self, desk: Desk, others: Callable[[], object] | None = None) -> None:
        self._desk = desk
        self._year = today().year
        actions = [
            *([Action(N_("Figures of the roster"), "ph.users-three", others, "Ctrl+Y")] if others else []),
            Action(N_("Year before"), "ph.clock-counter-clockwise", lambda: self._go(-1), "Ctrl+Up"),
            Action(N_("Year after"), "ph.clock-clockwise", lambda: self._go(1), "Ctrl+Down", enabled=self._is_past),
            Action(N_("Print"), "ph.printer", self._print, "Ctrl+P", primary=True),
        ]
        super().__init__("", "", actions)
        self.views = [ChartView(chart) for chart in self._charts()]
        self.set_body(scrolling(self._grid()))
        desk.changed.connect(self._refresh)
        self._show()

    def _grid(self) -> QWidget:
        place = QWidget()
        grid = QGridLayout(place)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(px(14))
        for number, view in enumerate(self.views):
            card = Card()
            card.add(view)
            grid.addWidget(card, number // 2, number % 2)
        return place

    def _charts(self) -> list[Chart]:
        found = self._desk.read(reads.year_in_figures, year=self._year)
        return [chart(found) for chart in CHARTS]

    def _is_past(self) -> bool:
        return self._year < today().year

    def _go(self, years: int) -> None:
        self._year = min(self._year + years, today().year)
        self._show()

    def _show(self) -> None:
        self.set_title(_("Year {year} in figures").format(year=self._year))
        for view, chart in zip(self.views, self._charts(), strict=True):
            view.show_chart(chart)
        self.refresh_actions()

    def _refresh(self, touched: frozenset[type]) -> None:
        if COUNTED & touched:
            self._show()

    def _print(self) -> None:
        self._desk.show_paper("year-in-figures")
