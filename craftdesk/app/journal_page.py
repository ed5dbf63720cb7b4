"""All actions in this office, newest first, each with its Undo."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from craftdesk.base.i18n import N_, _
from craftdesk.base.numbers import apart
from craftdesk.data import journal
from craftdesk.data.session import Session
from craftdesk.desk import history
from craftdesk.desk.desk import Desk
from craftdesk.desk.history_view import ICONS, moment, short_moment
from craftdesk.ui.actions import Action
from craftdesk.ui.cards import EmptyState
from craftdesk.ui.figures import EventRow
from craftdesk.ui.labels import Label, Line
from craftdesk.ui.page import PageFrame, side_card
from craftdesk.ui.table import Column, Style, TableView

MOST = 500


@dataclass(frozen=True)
class Entry:
    """An action as the list shows it."""

    id: str
    at: datetime
    who: str
    title: str
    records: int
    undone: bool
    undoes: bool


def entries(session: Session) -> Sequence[Entry]:
    return [
        Entry(each.id, each.at, each.who, each.label(), number, bool(each.undone_by), bool(each.undoes))
        for each, number in journal.change_sets(session, MOST)
    ]


COLUMNS: tuple[Column[Entry], ...] = (
    Column(N_("Action"), lambda each: each.title, Style.NAME, width=280),
    Column(N_("By"), lambda each: apart(each.who) or _("the program"), width=110, yields=3),
    Column(N_("When"), lambda each: short_moment(each.at), Style.CODE, order=lambda each: each.at, width=164),
    Column(N_("Records"), lambda each: each.records, Style.NUMBER, width=80, yields=2),
    Column(
        N_("State"),
        lambda each: _("undone") if each.undone else _("an undo") if each.undoes else _("in force"),
        Style.PILL,
        tone=lambda each: "neutral" if each.undone else "warn" if each.undoes else "good",
        width=110,
        yields=1,
    ),
)


def titled(each: history.Touched) -> str:
    return _("{label}: {value}").format(label=_(each.model.kind_title), value=apart(each.label))


class JournalPage(PageFrame):
    """The chosen action shows what it changed; undoing an undo does it again."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._undo = Action(N_("Undo this action"), "ph.arrow-u-up-left", self.undo, "", self.can_undo, primary=True)
        super().__init__(_("Journal"), _("Every action can be undone, days later too."), [self._undo], long=True)
        self.table = TableView[Entry](
            COLUMNS,
            "journal",
            key=lambda each: each.id,
            page_actions=[self._undo],
            empty=EmptyState("ph.clock-counter-clockwise", _("Nothing was done in this office yet")),
        )
        self.table.chosen.connect(self._show)
        self.side = side_card()
        self.set_body(self.table)
        self.set_side(self.side)
        desk.changed.connect(self.refresh)
        self.refresh()
        self._show(self.table.row())

    def refresh(self) -> None:
        self.table.show_rows(self._desk.read(entries))
        self.refresh_actions()

    def can_undo(self) -> bool:
        """What set the office up stays."""
        entry = self.table.row() if hasattr(self, "table") else None
        return entry is not None and not entry.undone and bool(entry.who)

    def undo(self) -> None:
        entry = self.table.row()
        if entry is not None:
            self._desk.undo(entry.id)

    def _show(self, entry: Entry | None) -> None:
        self.refresh_actions()
        self.side.clear()
        if entry is None:
            self.side.add(Label(_("Choose an action to see what it changed."), "muted", wrap=True))
            return
        self.side.add(Label(entry.title, "heading", wrap=True))
        self.side.add(Label(f"{apart(entry.who) or _('the program')} · {moment(entry.at)}", "muted", wrap=True), Line())
        if kept := self._desk.read(history.kept, entry.id) if entry.undone or entry.undoes else []:
            self.side.add(Label(_("Left as it is, because it was changed or used since:"), "warning", wrap=True))
            for each in kept:
                self._add(each, "")
            self.side.add(Line())
        for each in self._desk.read(history.touched, entry.id):
            self._add(each, "\n".join(each.sentences) or _(history.KINDS[each.kind]))

    def _add(self, each: history.Touched, detail: str) -> None:
        run = (lambda: self._desk.open_record(each.model, each.key)) if each.there else None
        self.side.add(EventRow(ICONS[each.kind], titled(each), detail, run=run))
