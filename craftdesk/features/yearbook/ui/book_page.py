"""The place of the figures: those of the year, and those of the roster."""

from PySide6.QtWidgets import QStackedWidget

from craftdesk.desk.desk import Desk
from craftdesk.features.figures.ui.roster_figures import RosterFigures
from craftdesk.features.yearbook.ui.year_page import YearPage

YEAR, ROSTER, QUESTION = "year", "roster", "{"
"""What `open_record` takes: one of the two pages, or a question of the figures as a text."""


class BookPage(QStackedWidget):
    """Goes between the two; the figures of the roster are counted when they are first shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.year = YearPage(desk, self.show_roster)
        self.roster = RosterFigures(desk, self.show_year)
        self.addWidget(self.year)
        self.addWidget(self.roster)

    def show_year(self) -> None:
        self.setCurrentWidget(self.year)

    def show_roster(self) -> None:
        self.setCurrentWidget(self.roster)

    def open_record(self, key: str) -> None:
        if key == YEAR:
            self.show_year()
            return
        if key.startswith(QUESTION):
            self.roster.ask_text(key)
        self.show_roster()

    def opened_record(self) -> str:
        """Where the user is, as `open_record` takes it."""
        return self.roster.text() if self.currentWidget() is self.roster else YEAR
