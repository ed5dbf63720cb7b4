"""The register of certificates: by year, by name, and every reprint from here."""

from collections.abc import Sequence
from dataclasses import replace

from craftdesk.base.dates import today
from craftdesk.base.i18n import N_, _
from craftdesk.desk.desk import Desk
from craftdesk.desk.following import Following
from craftdesk.features.certificates import reads
from craftdesk.features.certificates.models import (
    CERTIFICATE_KINDS,
    CERTIFICATE_STATES,
    Certificate,
    CertificateKind,
    CertificateState,
)
from craftdesk.features.certificates.reads import Wanted
from craftdesk.features.certificates.ui.certificate_card import CertificateCard
from craftdesk.features.certificates.ui.check_window import CheckWindow
from craftdesk.features.certificates.ui.partners_window import PartnersWindow
from craftdesk.features.certificates.ui.thanks_dialog import ThanksDialog
from craftdesk.features.certificates.ui.words import (
    ICON,
    PAPER,
    REGISTER,
    counted,
    kind_of,
    language_of,
    state_of,
    tone_of,
)
from craftdesk.features.roster.models import Artisan
from craftdesk.features.training.models import TrainingSession
from craftdesk.ui.actions import Action
from craftdesk.ui.cards import EmptyState
from craftdesk.ui.filters import FilterRow
from craftdesk.ui.page import PageFrame
from craftdesk.ui.table import Column, Source, Style, TableView


class RegisterPage(PageFrame):
    """Newest first; Enter or Ctrl+P prints what is chosen, the card at the side says what it says."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.wanted = Wanted()
        filters = FilterRow(_("Name, subject or number"))
        self._print = Action(N_("Print"), "ph.printer", self.print_chosen, "Ctrl+P", self._has_rows, primary=True)
        actions = [
            Action(N_("Print all in the list"), "ph.stack", self.print_all, "Ctrl+B", self._has_any),
            Action(N_("Check a certificate"), "ph.shield-check", self.check, "Ctrl+Shift+K"),
            Action("", "ph.handshake", self.show_partners, tip=N_("Keys and partners")),
            Action(N_("Thank somebody"), "ph.heart", self.thank),
            Action(N_("Register"), "ph.list-numbers", self.print_register, "", self._has_any),
            self._print,
        ]
        self.table = self._make_table()
        super().__init__(_("Certificates"), filters=filters, actions=actions)
        self.side = CertificateCard(desk)
        self.set_body(self.table)
        self.set_side(self.side)
        self._connect(filters)
        Following(self, desk, frozenset({Certificate}), self.refresh)

    def _make_table(self) -> TableView[Certificate]:
        # The page itself listens to Ctrl+P: heard twice, a shortcut does nothing.
        actions = [
            replace(self._print, shortcut=""),
            Action(N_("Open the artisan's card"), "ph.identification-card", self.open_artisan, "", self._is_artisan),
            Action(N_("Open the session"), "ph.chalkboard-teacher", self.open_session, "", self._has_session),
        ]
        table = TableView(_columns(), "certificates.register", lambda each: each.id, actions)
        table.asked = lambda: self.wanted
        table.opened.connect(lambda each: self.print_chosen() if each else None)
        return table

    def _connect(self, filters: FilterRow) -> None:
        filters.searched.connect(lambda text: self.narrow(like=text))
        filters.box.went_down.connect(self.table.grid.setFocus)
        filters.offer(_("Kind"), {key: _(label) for key, label in CERTIFICATE_KINDS.items()}, self._narrow_kind)
        years = dict.fromkeys([today().year, *self._desk.read(reads.years)])
        filters.offer(_("Year"), {str(year): str(year) for year in years}, self._narrow_year)
        states = {key: _(label) for key, label in CERTIFICATE_STATES.items()}
        filters.offer(_("State"), states, self._narrow_state)
        self.table.typed.connect(filters.box.type_on)
        self.table.sorted_by.connect(lambda order, descending: self.narrow(order=order, descending=descending))
        self.table.chosen.connect(self._show_card)

    def narrow(self, **changes: object) -> None:
        """Show another part of the register, or the same in another order."""
        self.wanted = replace(self.wanted, **changes)  # type: ignore[arg-type]
        self.refresh()

    def refresh(self) -> None:
        self.table.set_empty(self._empty())
        self.table.show_source(Source(self._count, self._page, self._find))
        if self.table.row() is None and self._has_any():
            self.table.grid.setCurrentIndex(self.table.model.index(0, 0))
        self._say()
        self._show_card(self.table.row())

    def _count(self) -> int:
        return self._desk.read(reads.number_in, self.wanted)

    def _page(self, offset: int, limit: int) -> Sequence[Certificate]:
        return self._desk.read(reads.register, self.wanted, offset, limit)

    def _find(self, key: str) -> int | None:
        keys = self._desk.read(reads.keys_in, self.wanted)
        return keys.index(key) if key in keys else None

    def _say(self) -> None:
        year = today().year
        words = _("{certificates} in {year}").format(
            certificates=counted(self._desk.read(reads.number_issued, year)), year=year
        )
        whole = self._desk.read(reads.number_in, Wanted())
        in_all = _("{certificates} in all").format(certificates=counted(whole))
        self.set_subtitle(f"{words} · {in_all}" if whole else "")
        self._show_chips()
        self.refresh_actions()

    def _empty(self) -> EmptyState:
        if self.wanted != Wanted():
            return EmptyState("ph.magnifying-glass", _("No certificate fits what is asked for"))
        hint = _("Certificates are issued on the card of a session, for all who have the right to one.")
        go = Action(N_("To the sessions"), "ph.chalkboard-teacher", lambda: self._desk.open_page("training"))
        return EmptyState(ICON, _("No certificate was issued yet"), go, hint)

    def _show_card(self, chosen: Certificate | None) -> None:
        self.side.setVisible(self._has_any())
        self.side.show_certificate(chosen)
        self.refresh_actions()

    def open_record(self, key: str) -> None:
        """Show a certificate of any year."""
        self.wanted = Wanted()
        if self.filters:
            self.filters.box.clear()
        self.refresh()
        self.table.select(key)
        self.table.grid.setFocus()

    def opened_record(self) -> str | None:
        chosen = self.table.row()
        return chosen.id if chosen else None

    def print_chosen(self) -> None:
        """Print what is chosen; of several those that were not withdrawn."""
        chosen = self.table.rows()
        if chosen := [each for each in chosen if not each.is_withdrawn] or chosen:
            self._desk.show_paper(PAPER, *(each.id for each in chosen), language=language_of(chosen))

    def check(self) -> None:
        """Whether a certificate that somebody brings is genuine."""
        CheckWindow(self._desk, self.window()).open()

    def show_partners(self) -> None:
        """The office's key, and those of the offices whose certificates are checked here."""
        PartnersWindow(self._desk, self.window()).open()

    def thank(self) -> None:
        """Ask who is thanked and what for."""
        ThanksDialog(self._desk, self).exec()

    def print_all(self) -> None:
        """All certificates of the list that were not withdrawn as one job."""
        valid = replace(self.wanted, state=self.wanted.state or CertificateState.VALID)
        if keys := self._desk.read(reads.keys_in, valid):
            self._desk.show_paper(PAPER, *keys)

    def print_register(self) -> None:
        """The list as a register on paper."""
        self._desk.show_paper(REGISTER, *self._desk.read(reads.keys_in, self.wanted))

    def open_artisan(self) -> None:
        chosen = self.table.row()
        if chosen and chosen.artisan_id:
            self._desk.open_record(Artisan, chosen.artisan_id)

    def open_session(self) -> None:
        chosen = self.table.row()
        if chosen and chosen.session_id:
            self._desk.open_record(TrainingSession, chosen.session_id)

    def _has_rows(self) -> bool:
        return bool(self.table.rows())

    def _has_session(self) -> bool:
        chosen = self.table.row()
        return chosen is not None and chosen.session_id is not None

    def _has_any(self) -> bool:
        return self.table.model.rowCount() > 0

    def _is_artisan(self) -> bool:
        chosen = self.table.row()
        return chosen is not None and chosen.artisan_id is not None

    def _narrow_kind(self, value: str | None) -> None:
        self.narrow(kind=CertificateKind(value) if value else None)

    def _narrow_year(self, value: str | None) -> None:
        self.narrow(year=int(value) if value else None)

    def _narrow_state(self, value: str | None) -> None:
        self.narrow(state=CertificateState(value) if value else None)

    def _show_chips(self) -> None:
        if self.filters is None:
            return
        self.filters.clear_chips()
        if self.wanted.year:
            self.filters.add_chip(str(self.wanted.year), lambda: self._narrow_year(None))
        if self.wanted.kind:
            self.filters.add_chip(_(CERTIFICATE_KINDS[self.wanted.kind]), lambda: self._narrow_kind(None))
        if self.wanted.state:
            self.filters.add_chip(_(CERTIFICATE_STATES[self.wanted.state]), lambda: self._narrow_state(None))


def _columns() -> list[Column[Certificate]]:
    return [
        Column(N_("Number"), lambda each: each.reference, Style.CODE, sort="number", width=104),
        Column(N_("Name"), lambda each: each.name, Style.NAME, _other_name, sort="name", width=220),
        Column(N_("Subject"), lambda each: each.subject, Style.TEXT, kind_of, sort="subject", width=280),
        Column(N_("Issued on"), lambda each: each.issued_on, Style.CODE, sort="issued", width=110, yields=1),
        Column(N_("State"), state_of, Style.PILL, tone=tone_of, width=104, name="state", yields=2),
    ]


def _other_name(each: Certificate) -> str:
    return next((name for name in (each.name_la, each.name_ar) if name != each.name), "")
