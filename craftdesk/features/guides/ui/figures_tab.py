"""The figures of the law: what they are, as of when, from where; the office confirms or replaces them."""

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from craftdesk.base.dates import format_short, today
from craftdesk.base.errors import UserError
from craftdesk.base.i18n import N_, _
from craftdesk.data.model import fields_of
from craftdesk.desk.desk import Desk
from craftdesk.features.guides import reads, writes
from craftdesk.features.guides.models import LegalFigure
from craftdesk.features.guides.rules import FIGURES, Figure, Unit
from craftdesk.features.guides.wording import in_words
from craftdesk.ui.actions import Action, ActionButton
from craftdesk.ui.cards import row
from craftdesk.ui.form import Form
from craftdesk.ui.labels import Label
from craftdesk.ui.page import SIDE, side_card
from craftdesk.ui.table import Column, Style, TableView
from craftdesk.ui.theme import px

HINTS = {
    Unit.DAY_OF_YEAR: N_("A day of the year: 30-06"),
    Unit.SPAN: N_("Two days of the year: 01-09/15-09"),
    Unit.PERCENTS: N_("Percentages: 10/20/25"),
    Unit.DINARS: N_("An amount in dinars"),
    Unit.DUTY: N_("An amount in dinars"),
    Unit.PERCENT: N_("A percentage"),
}


@dataclass(frozen=True)
class Entry:
    """A figure as the list shows it."""

    figure: Figure

    @property
    def key(self) -> str:
        return self.figure.key

    def state(self) -> str:
        if not self.figure.known:
            return _("to be asked")
        return _("the office's") if self.figure.own else _("supplied")

    def tone(self) -> str:
        if not self.figure.known:
            return "warn"
        return "good" if self.figure.own else "neutral"


COLUMNS: tuple[Column[Entry], ...] = (
    Column(N_("Figure"), lambda each: _(FIGURES[each.key].title), Style.NAME, width=300),
    Column(N_("Value"), lambda each: in_words(each.figure) if each.figure.known else "—", width=150),
    Column(N_("True as of"), lambda each: format_short(each.figure.as_of), Style.CODE, width=116, yields=1),
    Column(N_("State"), Entry.state, Style.PILL, tone=Entry.tone, width=100),
    Column(N_("Source"), lambda each: each.figure.source, width=200, yields=2),
)


class FiguresTab(QWidget):
    """The list, and beside it the chosen figure to be confirmed or replaced."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.table = TableView[Entry](COLUMNS, "legal-figures", key=lambda each: each.key)
        self.side = side_card()
        self.side.setFixedWidth(px(SIDE))
        line = row(spacing=14)
        line.addWidget(self.table, 1)
        line.addWidget(self.side)
        self.setLayout(line)
        self.form: Form | None = None
        self.table.chosen.connect(self._show)
        desk.changed.connect(self._refresh)
        self._refresh(frozenset({LegalFigure}))
        self._show(None)

    def _refresh(self, touched: frozenset[type]) -> None:
        if LegalFigure in touched:
            found = self._desk.read(reads.figures)
            self.table.show_rows([Entry(figure) for figure in found.values()])
            self._show(self.table.row())

    def _show(self, entry: Entry | None) -> None:
        self.side.clear()
        self.form = None
        if entry is None:
            words = _("Choose a figure to confirm it or to enter the new one, with the day and the source.")
            self.side.add(Label(words, "muted", wrap=True))
            return
        figure, kind = entry.figure, FIGURES[entry.key]
        self.side.add(Label(_(kind.title), "heading", wrap=True), Label(self._remark(figure), "muted", wrap=True))
        self.form = self._form(figure, _(HINTS.get(kind.unit, "")))
        self.side.add(self.form)
        self.side.foot.addWidget(ActionButton(Action(N_("Save"), "ph.check", self.form.save, primary=True)))
        if figure.own:
            back = Action(N_("Take the supplied one"), "", lambda: self._forget(entry.key))
            self.side.foot.addWidget(ActionButton(back))

    def _remark(self, figure: Figure) -> str:
        if figure.known:
            return _("In force in the guides.")
        hint = _(" (perhaps {value})").format(value=in_words(figure)) if figure.value else ""
        return _("Not confirmed{hint}: the guide leaves a line to fill in by hand.").format(hint=hint)

    def _form(self, figure: Figure, hint: str) -> Form:
        fields = {name: field for name, field in fields_of(LegalFigure).items() if name != "key"}
        form = Form(fields, scrolls=False)
        form.set_values({"value": figure.value, "as_of": figure.as_of, "source": figure.source})
        form.saved.connect(lambda: self._save(figure.key))
        if hint:
            form.show_warnings({"value": hint})
        return form

    def _save(self, key: str) -> None:
        if self.form is None:
            return
        values = self.form.values()
        try:
            self._desk.write(
                writes.save_figure, key, values["value"] or "", values["as_of"] or today(), values["source"] or ""
            )
        except UserError as error:
            self.form.show_error(error)

    def _forget(self, key: str) -> None:
        self._desk.write(writes.forget_own_figure, key)
