"""Who may be on the roster twice: the cases in a list, the records side by side, Enter for the next."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from craftdesk.base.errors import UserError
from craftdesk.base.i18n import N_, _
from craftdesk.desk.desk import Desk
from craftdesk.desk.following import Following
from craftdesk.desk.history_view import short_moment
from craftdesk.features.roster.models import Artisan
from craftdesk.features.twins import looking, reads, writes
from craftdesk.features.twins.looking import Look
from craftdesk.features.twins.models import NotTwins, TwinLook, TwinPair
from craftdesk.features.twins.reads import Group, Listed, Looked
from craftdesk.features.twins.rules import Level
from craftdesk.features.twins.ui.compare_card import CompareCard
from craftdesk.features.twins.ui.words import ICON, counted, level_tone, level_words, names_of, others_of
from craftdesk.ui.actions import Action
from craftdesk.ui.cards import EmptyState, row
from craftdesk.ui.page import PageFrame
from craftdesk.ui.table import Column, Source, Style, TableView
from craftdesk.ui.theme import px

LIST = (200, 300)
"""The least and the greatest width of the list of cases."""
_HEARD = frozenset({Artisan, NotTwins, TwinPair, TwinLook})


class TwinsPage(PageFrame):
    """The surest first. What was decided leaves the list and the next case comes by itself; an Undo brings it back."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._look = Action(N_("Look again"), "ph.magnifying-glass", self.look, "F5", self._can_look)
        self._apart = Action(N_("Not the same person"), "ph.user-minus", self.tell_apart, "Del", self._has_case)
        self._join = Action(N_("Join the records"), "ph.git-merge", self.join, "Return", self._has_case, primary=True)
        super().__init__(_("Twins"), actions=[self._look], long=True)
        self.groups: list[Group] = []
        self._looked = Looked(None, 0)
        self._decided = ""
        self._looked_by_itself = False
        self._alone: Group | None = None
        self._notes = ""
        self.card = CompareCard()
        self.table = TableView[Listed](_columns(), "twins", lambda each: each.key)
        self._set_side_by_side()
        # Their keys are heard by the records side by side alone: in a list or on a button Enter means something else.
        self.set_actions([self._look, self._apart, self._join])
        self._connect()
        self._tell_keys()
        Following(self, desk, _HEARD, self.refresh)

    def _set_side_by_side(self) -> None:
        cases = row(self.table, spacing=14)
        cases.addWidget(self.card, 1)
        inside = QWidget()
        inside.setLayout(cases)
        place = QWidget()
        self._stack = QStackedLayout(place)
        self._stack.addWidget(inside)
        self.set_body(place)

    def _connect(self) -> None:
        grid = self.card.grid
        self.table.chosen.connect(self._chosen)
        self.table.opened.connect(lambda _each: grid.setFocus())
        grid.joined.connect(self.join)
        grid.told_apart.connect(self.tell_apart)
        grid.next_wished.connect(lambda: self._step(1))
        grid.last_wished.connect(lambda: self._step(-1))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.card.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        least, most = map(px, LIST)
        self.table.setFixedWidth(max(least, min(most, self.width() // 4)))

    def refresh(self) -> None:
        """Compare again who was changed since; show what is left."""
        self._looked = self._desk.read(reads.looked)
        if self._looked.changed > reads.FEW or self._looked.at is None:
            self._look_by_itself()
        elif self._looked.changed and self._desk.write_quietly(writes.catch_up):
            # The write was heard, and what it found is shown.
            return
        self._show_cases()

    def _show_cases(self) -> None:
        standing, place = self.table.row(), self.table.grid.currentIndex().row()
        self.groups = self._desk.read(reads.groups)
        self.table.show_source(Source(lambda: len(self.groups), self._page, self._find))
        found = self._find(self._decided)
        if found is not None:
            self._decided, self._alone = "", None
        elif self._alone is not None:
            found = self._find(self._alone.key)
        elif standing is not None:
            found = self._find(standing.key)
        if self._alone is not None and found is None:
            self._show_group(self._alone)
        elif self.groups:
            self._alone = None
            self._go_to(min(max(place, 0), len(self.groups) - 1) if found is None else found)
        self._say()

    def _page(self, offset: int, limit: int) -> Sequence[Listed]:
        return self._desk.read(reads.listed, self.groups[offset : offset + limit])

    def _find(self, key: str) -> int | None:
        keys = set(key.split())
        return next((place for place, group in enumerate(self.groups) if keys == set(group.keys)), None)

    def _go_to(self, place: int) -> None:
        """Stand on a case; what it says is read anew, even where it was shown before."""
        self.card.group = None
        self.table.select(self.groups[place].key)
        if self.card.group is None:
            self._show_group(self.groups[place])

    def _step(self, by: int) -> None:
        place = self.table.grid.currentIndex().row() + by
        if 0 <= place < len(self.groups):
            self._go_to(place)

    def _chosen(self, listed: Listed | None) -> None:
        if listed is not None:
            self._show_group(listed.group)

    def _show_group(self, group: Group) -> None:
        self.card.show_group(group, self._desk.read(reads.seen, group.keys))
        self.refresh_actions()

    def _has_case(self) -> bool:
        return bool(self.card.grid.compared.people) and self._stack.currentIndex() == 0

    def join(self) -> None:
        """Make one record of those side by side, with the values that were chosen."""
        if self._has_case() and self.card.group is not None:
            kept, others = self.card.kept_and_others()
            wanted = self.card.grid.compared.wanted()
            self._tell_keys()
            self._decide(self.card.group, lambda: self._joined(kept, others, wanted))

    def _joined(self, kept: str, others: Sequence[str], wanted: Mapping[str, Any]) -> None:
        self._tell_keys(" · ".join(self._desk.write(writes.merge_all, kept, others, wanted).notes))

    def tell_apart(self) -> None:
        """Remember that they are not one person; of several, that the one under the cursor is none of the others."""
        if self._has_case() and self.card.group is not None:
            one, others = self.card.pointed()
            self._tell_keys()
            self._decide(self.card.group, lambda: self._desk.write(writes.keep_one_apart, one, others))

    def _decide(self, group: Group, decision: Callable[[], object]) -> None:
        """What was decided is remembered, so that an Undo leads back to it."""
        self._decided, self._alone = group.key, None
        try:
            decision()
        except UserError as error:
            self._desk.tell(str(error), "bad")

    def _can_look(self) -> bool:
        return not self._desk.is_working()

    def look(self) -> None:
        """Look through the whole roster beside the screens."""
        if self._can_look():
            database = self._desk.database
            title = _("Looking for twins")
            self._desk.work(lambda progress: looking.look(database, progress.step), self._keep, title=title)

    def _look_by_itself(self) -> None:
        """Once: who stopped it is not asked again."""
        if not self._looked_by_itself and self._desk.read(reads.anybody):
            self._looked_by_itself = True
            self.look()

    def _keep(self, found: Look) -> None:
        self._looked_by_itself = False
        self._desk.write_quietly(writes.keep_found, found)

    def _say(self) -> None:
        at, cases = self._looked.at, len(self.groups)
        last = _("last look: {moment}").format(moment=short_moment(at)) if at else ""
        late = _("many artisans were changed since") if self._looked.changed > reads.FEW else ""
        self.set_subtitle(" · ".join(filter(None, (counted(cases) if cases else "", last, late))))
        if not self.groups and self._alone is None:
            self._show_empty()
        else:
            self._stack.setCurrentIndex(0)
        self.table.setVisible(bool(self.groups))
        self._tell_keys(self._notes)
        self.refresh_actions()

    def _show_empty(self) -> None:
        if (old := self._stack.widget(1)) is not None:
            self._stack.removeWidget(old)
            old.deleteLater()
        self._stack.insertWidget(1, self._nothing())
        self._stack.setCurrentIndex(1)

    def _nothing(self) -> EmptyState:
        if self._looked.at is None:
            hint = _("Names in any spelling, births, numbers and phones are compared; you can go on working meanwhile.")
            return EmptyState(ICON, _("Nobody has looked for twins yet"), self._look, hint)
        hint = _("Who was joined can be parted again from the journal, days later too.")
        return EmptyState("ph.check-circle", _("Nobody is on the roster twice"), None, hint)

    def _tell_keys(self, notes: str = "") -> None:
        """What the last merge could not simply move along, and the keys."""
        self._notes = notes
        keys = _("Enter: join · Del: not the same person · Space: choose the value · Page Down: next")
        self.set_notes(notes, keys if self._has_case() else "")

    def open_record(self, key: str) -> None:
        """Compare the artisans of these keys ("key key"), whether they were found to be twins or not."""
        place = self._find(key)
        if place is not None:
            self._go_to(place)
            return
        self._alone = Group(tuple(key.split()), Level.POSSIBLE, 0, ())
        self.table.grid.clearSelection()
        self.table.grid.setCurrentIndex(QModelIndex())
        self._show_group(self._alone)
        self._say()

    def opened_record(self) -> str | None:
        return self.card.group.key if self.card.group is not None and self._has_case() else None


def _columns() -> list[Column[Listed]]:
    def level(each: Listed) -> str:
        return level_words(each.group)

    def tone(each: Listed) -> str:
        return level_tone(each.group)

    return [
        Column(N_("Name"), names_of, Style.NAME, others_of, name="name", width=180),
        Column(N_("How sure"), level, Style.PILL, tone=tone, name="level", width=92, yields=1),
    ]
