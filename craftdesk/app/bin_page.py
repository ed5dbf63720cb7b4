"""What was deleted and can be brought back."""

from craftdesk.base.i18n import N_, _
from craftdesk.base.numbers import apart
from craftdesk.data import journal
from craftdesk.data.journal import Binned
from craftdesk.desk.desk import Desk
from craftdesk.desk.history_view import short_moment
from craftdesk.ui.actions import Action
from craftdesk.ui.cards import EmptyState
from craftdesk.ui.page import PageFrame
from craftdesk.ui.table import Column, Style, TableView

COLUMNS: tuple[Column[Binned], ...] = (
    Column(N_("Record"), lambda each: each.label, Style.NAME, width=280),
    Column(N_("Kind"), lambda each: _(each.model.kind_title), width=160),
    Column(N_("By which action"), lambda each: each.title, name="title", width=260, yields=1),
    Column(N_("Deleted by"), lambda each: apart(each.who), width=130),
    Column(N_("When"), lambda each: short_moment(each.at), Style.CODE, order=lambda each: each.at, width=190),
)


class BinPage(PageFrame):
    """A restored record has the same number, and what was deleted along with it."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        restore = Action(
            N_("Restore"), "ph.arrow-counter-clockwise", self.restore, "Ctrl+R", self.can_restore, primary=True
        )
        super().__init__(_("Bin"), _("What was deleted stays here and can be restored."), [restore])
        self.table = TableView[Binned](
            COLUMNS,
            "bin",
            key=lambda each: each.record_id,
            page_actions=[restore],
            empty=EmptyState("ph.trash", _("The bin is empty")),
        )
        self.table.chosen.connect(self.refresh_actions)
        self.set_body(self.table)
        desk.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        self.table.show_rows(self._desk.read(journal.binned))
        self.refresh_actions()

    def can_restore(self) -> bool:
        return hasattr(self, "table") and self.table.row() is not None

    def restore(self) -> None:
        """Bring the chosen records back, each as an action of its own."""
        for each in self.table.rows():
            self._desk.write(journal.restore, each.record_id)
