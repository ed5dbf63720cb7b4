"""What ties an artisan, on the artisan's card."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from craftdesk.base.dates import format_day, today
from craftdesk.base.errors import UserError
from craftdesk.base.i18n import N_, _
from craftdesk.data.model import Model
from craftdesk.desk.desk import Desk
from craftdesk.features.roster.models import Artisan
from craftdesk.features.ties import reads, writes
from craftdesk.features.ties.models import NAME_KINDS, CraftBody, OtherName, Tie
from craftdesk.features.ties.reads import Belongings
from craftdesk.features.ties.rules import Seen
from craftdesk.features.ties.ui.telling import ICON, NAME_ICON
from craftdesk.features.ties.ui.tie_form import NameForm, TieForm
from craftdesk.features.ties.wording import days_of, form_of, role_in_words, who
from craftdesk.ui.actions import Action, ActionButton, menu
from craftdesk.ui.cards import clear, column, row
from craftdesk.ui.direction import apart
from craftdesk.ui.figures import EventRow
from craftdesk.ui.labels import Label

SHOWN: frozenset[type[Model]] = frozenset({Artisan, Tie, CraftBody, OtherName})


class TieRow(EventRow):
    """A tie: Enter opens the other end, Del ends it today (or lets one that has ended go on)."""

    def __init__(self, icon: str, title: str, detail: str, tone: str, actions: Sequence[Action]) -> None:
        super().__init__(icon, title, detail, tone, actions[0].run)
        self._actions = actions

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and len(self._actions) > 1:
            self._actions[1].run()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu(self._actions, self).popup(event.globalPos())


class ArtisanTies(QWidget):
    """Other names, people, cooperatives and enterprises; what is over stands last. A new one is typed below them."""

    def __init__(self, desk: Desk, artisan_id: str) -> None:
        super().__init__()
        self._desk, self._key = desk, artisan_id
        self._lines = column(spacing=4)
        self.ties = TieForm(desk, artisan_id, self._close)
        self.names = NameForm(desk, artisan_id, self._close)
        self._buttons = QWidget()
        line = row(
            ActionButton(Action(N_("New tie"), "ph.plus", self.begin_tie), small=True),
            ActionButton(Action(N_("Other name"), "ph.plus", self.begin_name), small=True),
        )
        line.addStretch(1)
        self._buttons.setLayout(line)
        outer = column(spacing=8)
        outer.addLayout(self._lines)
        for each in (self.ties, self.names, self._buttons):
            outer.addWidget(each)
        self.setLayout(outer)
        self._close()
        desk.changed.connect(self._follow)
        self._follow(SHOWN)

    def begin_tie(self) -> None:
        self._open(self.ties)
        self.ties.begin()

    def begin_name(self) -> None:
        self._open(self.names)
        self.names.begin()

    def _open(self, form: QWidget) -> None:
        self._buttons.hide()
        form.show()

    def _close(self) -> None:
        for each in (self.ties, self.names):
            each.hide()
        self._buttons.show()

    def _follow(self, touched: frozenset[type[Model]]) -> None:
        # The artisan may be gone: then the card goes too.
        if bool(touched & SHOWN) and self._desk.read(reads.has_artisan, self._key):
            self._show(self._desk.read(reads.belongings, self._key))

    def _show(self, found: Belongings) -> None:
        clear(self._lines)
        for name in found.names:
            self._lines.addWidget(self._name(name))
        for each in found.seen:
            self._lines.addWidget(self._tie(each, found.artisan))
        if not found.names and not found.seen:
            self._lines.addWidget(Label(_("No tie yet"), "muted"))

    def _name(self, name: OtherName) -> TieRow:
        takes = Action(N_("Remove"), "ph.trash", partial(self._desk.write, writes.remove_name, name.id), "Del")
        until = _("until {day}").format(day=format_day(name.ends)) if name.ends else ""
        detail = " · ".join(filter(None, (_(NAME_KINDS[name.kind]), until)))
        nothing = Action(N_("Other name"), NAME_ICON, lambda: None)
        return TieRow(NAME_ICON, apart(name.label()), detail, "muted", [nothing, takes])

    def _tie(self, seen: Seen, artisan: Artisan) -> TieRow:
        words = role_in_words(seen, artisan)
        if seen.body is not None:
            opens = Action(N_("Open"), "ph.arrow-square-out", partial(self._desk.open_record, CraftBody, seen.body.id))
            icon, detail = ICON, _("{role}, {form}").format(role=words, form=form_of(seen.body))
        else:
            key = seen.other.id if seen.other else ""
            opens = Action(N_("Open"), "ph.arrow-square-out", partial(self._desk.open_record, Artisan, key))
            icon, detail = "ph.user", words
        parts = (detail, days_of(seen.tie), seen.tie.note)
        tone = "muted" if seen.is_over else "primary"
        return TieRow(icon, apart(who(seen)), " · ".join(filter(None, parts)), tone, [opens, self._way(seen)])

    def _way(self, seen: Seen) -> Action:
        if seen.is_over:
            return Action(
                N_("It goes on"), "ph.arrow-u-up-left", partial(self._desk.write, writes.go_on, seen.tie.id), "Del"
            )
        return Action(N_("It ends today"), "ph.x-circle", partial(self._end, seen.tie.id), "Del")

    def _end(self, key: str) -> None:
        try:
            self._desk.write(writes.end_tie, key, today())
        except UserError as error:
            self._desk.tell(str(error), "bad")
