"""What personal data left the office: when, to whom, what for, who was in it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from craftdesk.base.i18n import N_, _, ngettext
from craftdesk.base.numbers import apart, format_number, isolate
from craftdesk.data import disclosures
from craftdesk.data.disclosures import Disclosure
from craftdesk.data.session import Session
from craftdesk.desk.desk import Desk
from craftdesk.desk.following import Following
from craftdesk.desk.history_view import moment, short_moment
from craftdesk.features.roster import reads as roster
from craftdesk.features.roster.finding import Row
from craftdesk.features.roster.models import Artisan
from craftdesk.ui.actions import ActionButton
from craftdesk.ui.cards import EmptyState, column, row
from craftdesk.ui.facts import Facts
from craftdesk.ui.figures import EventRow
from craftdesk.ui.labels import Label, Line
from craftdesk.ui.page import side_card
from craftdesk.ui.table import Column, Source, Style, TableView
from craftdesk.ui.theme import px

SIDE = 320
MOST_NAMED = 12


def _columns() -> list[Column[Disclosure]]:
    return [
        Column(N_("When"), lambda each: short_moment(each.at), Style.CODE, name="at", width=150),
        Column(N_("To whom it is given"), lambda each: apart(each.recipient), Style.NAME, _purpose, name="recipient"),
        Column(N_("List"), lambda each: _(each.title), Style.TEXT, _narrowed, name="list", width=190, yields=2),
        Column(N_("Persons"), lambda each: each.people, Style.NUMBER, name="people", width=86),
        Column(N_("By"), lambda each: apart(each.who), name="who", width=110, yields=1),
    ]


def _purpose(each: Disclosure) -> str:
    return apart(each.purpose)


def _narrowed(each: Disclosure) -> str:
    return " · ".join(map(apart, each.narrowed))


class GivenPanel(QWidget):
    """The log that law 18-07 asks for; nothing in it can be changed."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        empty = EmptyState(
            "ph.shield-check",
            _("No personal data left the office yet"),
            hint=_("Whoever writes a list of persons into a file says what for and for whom; it is kept here."),
        )
        self.table = TableView(_columns(), "disclosures", lambda each: each.id, empty=empty)
        self.table.chosen.connect(self._show)
        self.side = side_card()
        self.side.setFixedWidth(px(SIDE))
        head = row(Label(_("What is outside cannot be taken back: the log stays as it is."), "muted"))
        head.addStretch(1)
        head.addWidget(ActionButton(self.table.exporting))
        middle = row(spacing=14)
        middle.addWidget(self.table, 1)
        middle.addWidget(self.side)
        outer = column(spacing=10)
        outer.addLayout(head)
        outer.addLayout(middle, 1)
        self.setLayout(outer)
        Following(self, desk, frozenset({Disclosure}), self.refresh)

    def refresh(self) -> None:
        count = self._desk.read(disclosures.number)
        self.table.show_source(Source(lambda: count, partial(self._desk.read, disclosures.disclosures)))
        self.side.setVisible(count > 0)
        if count and self.table.row() is None:
            self.table.grid.setCurrentIndex(self.table.model.index(0, 0))
        self._show(self.table.row())

    def _show(self, chosen: Disclosure | None) -> None:
        self.side.clear()
        if chosen is None:
            return
        self.side.add(Label(apart(chosen.recipient), "heading", wrap=True))
        self.side.add(Label(apart(chosen.purpose), "muted", wrap=True), Line(), Facts(_facts(chosen)), Line())
        named = self._desk.read(_people, chosen.id)
        for person in named:
            open_card = partial(self._desk.open_record, Artisan, person.key)
            self.side.add(EventRow("ph.user", roster.name_of(person), isolate(person.register_no), run=open_card))
        if more := chosen.people - len(named):
            words = ngettext("{number} more person", "{number} more persons", more)
            self.side.add(Label(words.format(number=format_number(more)), "muted"))


def _people(session: Session, key: str) -> Sequence[Row]:
    """Some of the roster who were in it, by name."""
    keys = disclosures.people_of(session, key)[:MOST_NAMED]
    return sorted(roster.rows_of(session, keys), key=roster.name_of)


def _facts(chosen: Disclosure) -> list[tuple[str, str]]:
    return [
        (_("When"), moment(chosen.at)),
        (_("By"), apart(chosen.who)),
        (_("List"), _(chosen.title)),
        (_("Which of them"), _narrowed(chosen)),
        (_("What of them"), _(", ").join(map(_, chosen.columns))),
        (_("National id"), _("in full") if chosen.in_full else ""),
        (_("File"), apart(chosen.file)),
    ]
