"""The list of files: search, narrow by standing and procedure, open by Enter, a new one by Ctrl+N."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from craftdesk.base.dates import format_short
from craftdesk.base.i18n import N_, _
from craftdesk.data.model import Model
from craftdesk.desk.desk import Desk
from craftdesk.desk.following import Following
from craftdesk.features.dossiers import reads, writes
from craftdesk.features.dossiers.models import Dossier, DossierDocument, OwnProcedure
from craftdesk.features.dossiers.reads import Entry, Sought
from craftdesk.features.dossiers.rules import STANDINGS, TONES, Standing, names_of
from craftdesk.features.dossiers.ui.words import ICON, RECEIPT, counted, missing_in_words, standing_in_words
from craftdesk.features.roster.models import Artisan
from craftdesk.ui.actions import Action
from craftdesk.ui.cards import EmptyState
from craftdesk.ui.direction import code
from craftdesk.ui.filters import FilterRow
from craftdesk.ui.page import PageFrame
from craftdesk.ui.table import Column, Source, Style, TableView

SHOWN: frozenset[type[Model]] = frozenset({Dossier, DossierDocument, OwnProcedure})


class DossierList(PageFrame):
    """Newest first; the chips say what the list is narrowed to."""

    def __init__(self, desk: Desk, opened: Callable[[str], object], begin: Callable[[], object]) -> None:
        self._desk, self._opened = desk, opened
        self.sought = Sought()
        filters = FilterRow(_("Name, number or procedure"))
        self._new = Action(N_("New file"), "ph.plus", begin, "Ctrl+N", primary=True)
        self.table = self._make_table()
        super().__init__(_("Files of procedures"), filters=filters, actions=[self._new])
        self.set_body(self.table)
        self._connect(filters)
        Following(self, desk, SHOWN, self.refresh)

    def _make_table(self) -> TableView[Entry]:
        chosen = self._has_row
        actions = [
            Action(N_("Open"), "ph.arrow-square-out", lambda: self._open(self.table.row()), "", chosen),
            Action(N_("Receipt"), "ph.printer", self._print, "Ctrl+P", chosen),
            Action(N_("Open the artisan's card"), "ph.identification-card", self._open_artisan, "", chosen),
            Action(N_("Delete"), "ph.trash", self._delete, "Del", chosen),
        ]
        table = TableView(_columns(), "dossiers", lambda entry: entry.id, actions)
        table.opened.connect(self._open)
        return table

    def _connect(self, filters: FilterRow) -> None:
        filters.searched.connect(lambda text: self.narrow(like=text))
        filters.box.went_down.connect(self.table.grid.setFocus)
        standings = {key: _(label) for key, label in STANDINGS.items()}
        filters.offer(_("State"), standings, lambda value: self.narrow(standing=Standing(value)))
        found = self._desk.read(reads.procedures)
        filters.offer(
            _("Procedure"), {each.code: each.label() for each in found}, lambda value: self.narrow(procedure=value)
        )
        self.table.typed.connect(filters.box.type_on)

    def narrow(self, **changes: object) -> None:
        """Show other files."""
        self.sought = replace(self.sought, **changes)  # type: ignore[arg-type]
        self.refresh()

    def refresh(self) -> None:
        self.table.set_empty(self._empty())
        self.table.show_source(Source(self._count, self._page, self._find))
        self._say()
        self._show_chips()

    def _count(self) -> int:
        return self._desk.read(reads.number_in, self.sought)

    def _page(self, offset: int, limit: int) -> Sequence[Entry]:
        return self._desk.read(reads.dossiers, self.sought, offset, limit)

    def _find(self, key: str) -> int | None:
        keys = self._desk.read(reads.keys_in, self.sought)
        return keys.index(key) if key in keys else None

    def _say(self) -> None:
        whole = self._desk.read(reads.number_in, Sought())
        waiting = self._desk.read(reads.number_in, Sought(standing=Standing.INCOMPLETE))
        words = _("{count} incomplete").format(count=waiting)
        self.set_subtitle(f"{counted(whole)} · {words}" if whole else "")

    def _show_chips(self) -> None:
        if self.filters is None:
            return
        self.filters.clear_chips()
        if (standing := self.sought.standing) is not None:
            tone = "copper" if standing in (Standing.OVERDUE, Standing.RUNNING_OUT) else "primary"
            self.filters.add_chip(standing_in_words(standing), lambda: self.narrow(standing=None), tone)
        if self.sought.procedure:
            found = self._desk.read(reads.procedure, self.sought.procedure)
            self.filters.add_chip(found.label() if found else "…", lambda: self.narrow(procedure=None))

    def _empty(self) -> EmptyState:
        if self.sought != Sought():
            return EmptyState("ph.magnifying-glass", _("No file fits what is asked for"))
        hint = _("Open a file at the counter: the checklist of the procedure and the receipt follow from it.")
        return EmptyState(ICON, _("No file was opened yet"), self._new, hint)

    def _has_row(self) -> bool:
        return self.table.row() is not None

    def _open(self, entry: Entry | None) -> None:
        if entry:
            self._opened(entry.id)

    def _open_artisan(self) -> None:
        if entry := self.table.row():
            self._desk.open_record(Artisan, entry.dossier.artisan_id)

    def _print(self) -> None:
        if keys := [entry.id for entry in self.table.rows()]:
            self._desk.show_paper(RECEIPT, *keys)

    def _delete(self) -> None:
        if entry := self.table.row():
            self._desk.write(writes.delete_dossier, entry.id)


def _columns() -> list[Column[Entry]]:
    return [
        Column(N_("Number"), lambda entry: entry.dossier.reference, Style.CODE, width=106, name="number"),
        Column(N_("Artisan"), lambda entry: entry.dossier.name, Style.NAME, name="artisan", width=210),
        Column(N_("Procedure"), lambda entry: entry.dossier.title, name="procedure", width=200),
        Column(N_("Documents"), _documents, second=_second, name="documents", width=230, yields=2),
        Column(N_("Opened on"), _opened_on, Style.CODE, name="opened", width=118, yields=3),
        Column(N_("To be complete by"), _until, Style.CODE, name="until", width=150, yields=1),
        Column(N_("State"), _state, Style.PILL, tone=lambda entry: TONES[entry.standing], name="state", width=176),
    ]


def _documents(entry: Entry) -> str:
    return missing_in_words(entry) or _("whole")


def _second(entry: Entry) -> str:
    if entry.running_out and not entry.missing:
        return _("runs out: {documents}").format(documents=names_of(entry.running_out))
    return names_of(entry.missing)


def _opened_on(entry: Entry) -> str:
    return format_short(entry.dossier.opened_on)


def _until(entry: Entry) -> str:
    until = entry.dossier.complete_by
    return code(format_short(until)) if until and entry.missing else ""


def _state(entry: Entry) -> str:
    return standing_in_words(entry.standing)
