"""The first page: what awaits today, and how the office stands."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from craftdesk.app.who import shown_name, user_name
from craftdesk.base.dates import format_long_day, today
from craftdesk.base.i18n import N_, _
from craftdesk.base.numbers import format_number
from craftdesk.ui.actions import Action
from craftdesk.ui.cards import Card, EmptyState, Section, row
from craftdesk.ui.direction import apart
from craftdesk.ui.figures import Bar, BarList, Pressable, StatCard, StatRows, TaskRow
from craftdesk.ui.labels import Label, Pill
from craftdesk.ui.page import PageFrame
from craftdesk.ui.theme import px

if TYPE_CHECKING:
    from craftdesk.data.session import Session
    from craftdesk.desk.desk import Desk
    from craftdesk.desk.feature import Agenda, Dated, Feature, Figure, Shares, Waiting

NOON, EVENING = 12, 18
SIDE = 436
BETWEEN = 7
"""Between two things that wait, so that nine of them are in sight."""


class Outlook(NamedTuple):
    """What the cards say about today."""

    figures: Sequence[Figure]
    waiting: Sequence[Waiting]
    shares: Sequence[Shares]
    agendas: Sequence[Agenda]


def outlook(session: Session, features: Sequence[Feature]) -> Outlook:
    """Ask every card."""
    return Outlook(
        [figure for each in features if each.figures for figure in each.figures(session)],
        [waiting for each in features if each.waiting for waiting in each.waiting(session)],
        [each.shares(session) for each in features if each.shares],
        [each.agenda(session) for each in features if each.agenda],
    )


def greeting(moment: datetime, name: str) -> str:
    if moment.hour < NOON:
        words = _("Good morning, {name}") if name else _("Good morning")
    elif moment.hour < EVENING:
        words = _("Good afternoon, {name}") if name else _("Good afternoon")
    else:
        words = _("Good evening, {name}") if name else _("Good evening")
    return words.format(name=apart(name))


class HomePage(PageFrame):
    """Asks the cards beside the screens: at its first showing, and after changes when it is in sight again.

    Without a desk it is the page as it stands while the program is still being loaded.
    """

    def __init__(self, desk: Desk | None = None, features: Sequence[Feature] = ()) -> None:
        now = datetime.now().astimezone()
        name = shown_name(desk.database.who if desk else user_name())
        super().__init__(greeting(now, name), format_long_day(today()))
        self._desk = desk
        self._features = features
        self._stale = True
        self._figures = StatRows()
        self._waiting = Card(_("Waiting for you today"), scrolls=True)
        self._waiting.body.setSpacing(px(BETWEEN))
        self._aside = Card(scrolls=True)
        self._aside.setMaximumWidth(px(SIDE))
        below = QHBoxLayout()
        below.setSpacing(px(14))
        below.addWidget(self._waiting, 3)
        below.addWidget(self._aside, 2)
        self.body.addWidget(self._figures)
        self.body.addLayout(below, 1)
        if desk is not None:
            desk.changed.connect(self._changed)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask()

    def _changed(self) -> None:
        self._stale = True
        if self.isVisible():
            self._ask()

    def _ask(self) -> None:
        if self._stale and self._desk is not None:
            self._stale = False
            self._desk.read_beside(self.show_outlook, partial(outlook, features=self._features))

    def show_outlook(self, seen: Outlook) -> None:
        """Lay out what the cards say."""
        self._figures.show_cards([self._figure(figure) for figure in seen.figures])
        self._waiting.clear()
        self._waiting.add(*map(self._task, seen.waiting))
        if not seen.waiting:
            self._waiting.add(self._nothing(all(figure.number == 0 for figure in seen.figures)))
        self._aside.clear()
        self._aside.add(*(_bars(shares) for shares in seen.shares), *map(self._agenda, seen.agendas))

    def _nothing(self, new: bool) -> EmptyState:
        """Nothing to do; in a new office, where to begin."""
        page = next((page for feature in self._features for page in feature.pages), None)
        if not new or page is None:
            return EmptyState("ph.coffee", _("Nothing waits for you today"))
        go = Action(page.title, page.icon, partial(self._go, page.name), primary=True)
        hint = _("Import the office's file, or add the first artisan.")
        return EmptyState("ph.flag", _("The office is set up. Begin with the roster."), go, hint)

    def _figure(self, figure: Figure) -> StatCard:
        return StatCard(
            figure.icon, format_number(figure.number), figure.title, figure.tone, partial(self._go, figure.page)
        )

    def _go(self, page: str, record: str | None = None) -> None:
        if self._desk is not None:
            self._desk.open_page(page, record)

    def _task(self, waiting: Waiting) -> TaskRow:
        go = partial(self._go, waiting.page, waiting.record)
        return TaskRow(waiting.icon, waiting.title, waiting.detail, Action(N_("Open"), "", go), waiting.tone)

    def _agenda(self, agenda: Agenda) -> Section:
        section = Section(agenda.title)
        section.add(*map(self._dated, agenda.entries))
        if not agenda.entries:
            section.add(Label(_("Nothing is planned."), "muted"))
        return section

    def _dated(self, entry: Dated) -> QWidget:
        opens = None
        if self._desk is not None and entry.model is not None and entry.key is not None:
            opens = partial(self._desk.open_record, entry.model, entry.key)
        made = Pressable(opens, f"{entry.when} {entry.title}")
        line = row(Pill(entry.when, "primary"), spacing=10)
        line.addWidget(Label("\u00a0· ".join(filter(None, (entry.title, entry.detail))), wrap=True), 1)
        made.setLayout(line)
        return made


def _bars(shares: Shares) -> Section:
    most = max((share.number for share in shares.shares), default=0) or 1
    bars = [Bar(each.title, format_number(each.number), each.number / most, each.tone) for each in shares.shares]
    section = Section(shares.title)
    section.add(BarList(bars))
    return section
