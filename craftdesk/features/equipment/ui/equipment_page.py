"""The place of equipment in the side bar: the list, one request, or the form."""

from PySide6.QtWidgets import QStackedWidget, QWidget

from craftdesk.base.i18n import N_
from craftdesk.desk.desk import Desk
from craftdesk.desk.feature import NEW
from craftdesk.features.equipment import reads
from craftdesk.features.equipment.ui.request_form import RequestForm
from craftdesk.features.equipment.ui.request_page import RequestPage
from craftdesk.features.equipment.ui.requests_page import RequestsPage
from craftdesk.ui.actions import Action, bind

FORM = "form "
"""Before the key of the request that is being changed; alone it opens the form of a new one."""


class EquipmentPage(QStackedWidget):
    """Shows one of the three at a time; a request is built anew whenever it is opened."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.list = RequestsPage(desk, self.open_record, self.begin)
        self.form: RequestForm | None = None
        self.request: RequestPage | None = None
        self.addWidget(self.list)

    def begin(self, artisan_id: str | None = None) -> None:
        """The form of a new request, of this artisan if one is named."""
        self._shown_form().start(artisan_id)

    def begin_another(self) -> None:
        """The form of a new request from an open one; what was being changed there is kept."""
        if self.form is not None:
            self.form.keep_draft()
        self.begin()

    def _hear_new(self, place: QWidget) -> None:
        bind(place, [Action(N_("New request"), "ph.plus", self.begin_another, "Ctrl+N")])

    def edit(self, key: str) -> None:
        self._shown_form().edit(key)

    def _shown_form(self) -> RequestForm:
        if self.form is None:
            self.form = RequestForm(self._desk, self.open_record, self.leave_form)
            self._hear_new(self.form)
            self.addWidget(self.form)
        self.setCurrentWidget(self.form)
        return self.form

    def leave_form(self) -> None:
        """Back to the request that was being changed, or to the list."""
        if self.request:
            self.open_record(self.request.key)
        else:
            self.show_list()

    def show_list(self) -> None:
        self._drop_request()
        self.setCurrentWidget(self.list)
        self.list.table.grid.setFocus()

    def open_record(self, key: str) -> None:
        """Show a request; "new …" with an artisan's key begins one of this artisan's."""
        if key == FORM:
            self.begin()
        elif key.startswith(FORM):
            self._show_request(key.removeprefix(FORM))
            self.edit(key.removeprefix(FORM))
        elif key.startswith(NEW):
            self.begin(key.removeprefix(NEW))
        elif self._desk.read(reads.is_there, key):
            self._show_request(key)
        else:
            self.show_list()

    def _show_request(self, key: str) -> None:
        self._drop_request()
        self.request = RequestPage(self._desk, key, self.show_list, self.edit)
        self._hear_new(self.request)
        self.addWidget(self.request)
        self.setCurrentWidget(self.request)
        self.request.papers.first().setFocus()

    def opened_record(self) -> str | None:
        if self.form is not None and self.currentWidget() is self.form:
            return FORM + (self.form.key or "")
        return self.request.key if self.request else None

    def _drop_request(self) -> None:
        if self.request:
            self._desk.changed.disconnect(self.request.follow)
            self.removeWidget(self.request)
            self.request.deleteLater()
            self.request = None
