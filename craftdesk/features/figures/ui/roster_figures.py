"""The roster in figures on the screen: a table whose every number opens its people, and its chart beside it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QWidget

from craftdesk.base.errors import UserError
from craftdesk.base.i18n import N_, _
from craftdesk.desk.desk import Desk
from craftdesk.desk.following import Following
from craftdesk.features.figures import charts, opening, reads
from craftdesk.features.figures.paper_options import OPTIONS, PAPER
from craftdesk.features.figures.reads import TOTAL, Figures, Line
from craftdesk.features.figures.rules import BYS, By, Measure, Question, asked, dumped, with_options
from craftdesk.features.roster import narrowing
from craftdesk.features.roster.models import Artisan, StatusChange
from craftdesk.ui.actions import Action
from craftdesk.ui.cards import Card, clear, column, row
from craftdesk.ui.chart import ChartView
from craftdesk.ui.form import Form, FormSection
from craftdesk.ui.page import PageFrame
from craftdesk.ui.table import EXPORT, Column, Style, TableView
from craftdesk.ui.theme import px

FIELDS = {name: option.field for name, option in OPTIONS.items()}
SUM = "sum"
"""The key of the row of the sums, which comes last however the rows are sorted."""
CHART = 420


class RosterFigures(PageFrame):
    """What is chosen above is counted at once; Enter or a double click on a number shows its people in the roster."""

    def __init__(self, desk: Desk, others: Callable[[], object]) -> None:
        self._desk = desk
        self.found: Figures | None = None
        self._question = Question()
        bound = [
            Action(N_("Year in figures"), "ph.calendar", others, "Ctrl+Y"),
            Action(N_("Print"), "ph.printer", self.print_figures, "Ctrl+P", self._has_any),
            Action(N_("Show the people"), "ph.users-three", self.open_people, "Ctrl+L", self._has_any, primary=True),
        ]
        super().__init__(_("Figures of the roster"), "", bound, long=True)
        # The window itself hears the key of the export.
        export = Action("", "ph.export", self._export, EXPORT, tip=N_("Write the list into a file"))
        self.set_actions([export, *bound])
        self.form = Form(FIELDS, [FormSection("", tuple(FIELDS), columns=6)], scrolls=False)
        self.form.set_values(_values(self._question))
        self.form.changed.connect(self._choose)
        self._follow()
        self.table: TableView[Line] | None = None
        self.chart: ChartView | None = None
        self._place = row(spacing=14)
        self.set_body(self._inside())
        self.set_notes("", _("Enter or a double click on a number shows its people."))
        Following(self, desk, frozenset({Artisan, StatusChange}), self.refresh)

    def _inside(self) -> QWidget:
        chosen = Card()
        chosen.add(self.form)
        whole = QWidget()
        lines = column(chosen, spacing=14)
        lines.addLayout(self._place, 1)
        whole.setLayout(lines)
        return whole

    def question(self) -> Question:
        """What is asked now."""
        return self._question

    def ask(self, question: Question) -> None:
        """Show the figures of a question."""
        self._question = question.sound()
        self.form.set_values(_values(self._question))
        self._follow()
        self.refresh()

    def ask_text(self, text: str) -> None:
        self.ask(asked(text))

    def text(self) -> str:
        return dumped(self._question)

    def _choose(self, _name: str) -> None:
        wrong = self.form.problems()
        try:
            values = {name: None if name in wrong else value for name, value in self.form.values().items()}
            self._question = with_options(Question(), values)
        except UserError as error:
            self.form.show_error(error)
            return
        self._follow()
        self.refresh()

    def _follow(self) -> None:
        """What is counted is asked where it is not all shown."""
        self.form.row("measure").setVisible(self._question.across is not None)

    def refresh(self) -> None:
        question = self._question
        self._desk.read_beside(self._show, lambda session: reads.figures(session, question))

    def _show(self, found: Figures) -> None:
        self.found = found
        self.set_subtitle(charts.title(found))
        stood_there = self.table is None or self.table.isAncestorOf(self.focusWidget() or self)
        clear(self._place)
        self.table, self.chart = self._made_table(found), ChartView(charts.chart(found))
        card = Card(scrolls=True)
        card.add(self.chart)
        card.setFixedWidth(px(CHART))
        self._place.addWidget(self.table, 1)
        self._place.addWidget(card)
        self.refresh_actions()
        if stood_there and self.isVisible():
            self.table.grid.setFocus()

    def _made_table(self, found: Figures) -> TableView[Line]:
        made = TableView(columns(found), "figures", lambda line: line.id)
        made.personal = False
        made.narrowed = lambda: [charts.title(found)]
        made.grid.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        made.grid.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        sums = Line(SUM, _("Total"), found.sums)
        made.show_rows([*found.rows, *([sums] if found.rows else [])])
        made.opened.connect(lambda _line: self.open_people())
        return made

    def _has_any(self) -> bool:
        return self.found is not None and bool(self.found.rows)

    def open_people(self) -> None:
        """Show the people behind the number on which the cursor stands; on a name, those of its last number."""
        if self.table is None or self.found is None:
            return
        index = self.table.grid.currentIndex()
        line = self.table.model.row_at(index.row())
        headings = list(self.found.headings)
        if line is None:
            return
        heading = headings[index.column() - 1] if 0 < index.column() <= len(headings) else usual_heading(self.found)
        wanted = opening.people(self.found, None if line.key == SUM else line.key, heading)
        if wanted is None:
            self._desk.tell(_("A difference is nobody's number: open the gross or the struck off."), "warn")
        else:
            self._desk.open_page("roster", narrowing.dumped(wanted))

    def print_figures(self) -> None:
        self._desk.show_paper(PAPER, dumped(self._question))

    def _export(self) -> None:
        if self.table is not None:
            self.table.export()


def usual_heading(found: Figures) -> str:
    """The number that a name stands for."""
    if TOTAL in found.headings:
        return TOTAL
    return Measure.GROSS if found.question.period else Measure.NET


def _values(question: Question) -> dict[str, object]:
    return {name: getattr(question, name) for name in FIELDS}


def columns(found: Figures) -> list[Column[Line]]:
    """The names, the numbers, and the share of each in a whole that is divided."""
    by = found.question.by
    made: list[Column[Line]] = [
        Column(
            BYS[by],
            lambda line: line.label,
            Style.NAME,
            order=lambda line: None if line.key == SUM else _order(by, line),
            width=200,
            name="label",
        )
    ]
    for place, (key, label) in enumerate(found.headings.items()):
        made.append(
            Column(
                label,
                partial(_number, place),
                Style.NUMBER,
                order=partial(_number_order, place),
                width=84,
                name=key,
            )
        )
    whole = found.sums[-1]
    if found.across is None and not found.question.period and whole:
        made.append(
            Column(N_("Share"), lambda line: line.numbers[-1] / whole, Style.BAR, width=130, name="share", yields=1)
        )
    return made


def _order(by: By, line: Line) -> str:
    return line.key if by in (By.YEAR, By.SECTOR, By.DOMAIN) else line.label


def _number(place: int, line: Line) -> int:
    return line.numbers[place]


def _number_order(place: int, line: Line) -> int | None:
    return None if line.key == SUM else line.numbers[place]
