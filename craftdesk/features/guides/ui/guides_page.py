"""The guides that were given, a new one beside them, and the figures of the law."""

from PySide6.QtWidgets import QWidget

from craftdesk.base.dates import format_short
from craftdesk.base.i18n import N_, _, ngettext
from craftdesk.base.numbers import format_number
from craftdesk.desk.desk import Desk
from craftdesk.features.guides import reads
from craftdesk.features.guides.models import GivenGuide
from craftdesk.features.guides.ui.figures_tab import FiguresTab
from craftdesk.features.guides.ui.giving import PAPER, GiveCard
from craftdesk.features.office.models import in_language
from craftdesk.features.roster.models import METALS, Artisan
from craftdesk.ui.actions import Action
from craftdesk.ui.cards import EmptyState, row
from craftdesk.ui.page import SIDE, PageFrame
from craftdesk.ui.table import Column, Style, TableView
from craftdesk.ui.tabs import Tab, Tabs
from craftdesk.ui.theme import px

LANGUAGE_NAMES = {"ar": N_("Arabic"), "fr": N_("French")}


def _name(artisan: Artisan) -> str:
    return in_language(artisan.name_ar, artisan.name_la)


def _other_name(artisan: Artisan) -> str:
    """The name in the other script, where both are known."""
    return next((name for name in (artisan.name_la, artisan.name_ar) if name and name != _name(artisan)), "")


COLUMNS: tuple[Column[GivenGuide], ...] = (
    Column(
        N_("Artisan"),
        lambda guide: _name(guide.artisan),
        Style.NAME,
        second=lambda guide: _other_name(guide.artisan),
    ),
    Column(N_("Activity"), lambda guide: guide.artisan.activity.label() if guide.artisan.activity else ""),
    Column(N_("Metal worked"), lambda guide: _(METALS[guide.metal]), width=130),
    Column(N_("Language"), lambda guide: _(LANGUAGE_NAMES[guide.language]), width=90),
    Column(N_("Given on"), lambda guide: format_short(guide.day), Style.CODE, order=lambda guide: guide.day, width=110),
)


class GivenTab(QWidget):
    """The list of given guides; the card for a new one opens at its side."""

    def __init__(self, desk: Desk, new: Action) -> None:
        super().__init__()
        self._desk = desk
        actions = [
            Action(N_("Print again"), "ph.printer", self._print, "Ctrl+P"),
            Action(N_("Open the artisan's card"), "ph.identification-card", self._open),
        ]
        empty = EmptyState(
            "ph.book-open",
            _("No guide was given yet"),
            new,
            _("The guide tells an artisan what to do at the tax office, with which papers and by when."),
        )
        self.table = TableView[GivenGuide](COLUMNS, "guides", lambda guide: guide.id, actions, empty)
        self.table.opened.connect(self._print)
        self.card = GiveCard(desk)
        self.card.setFixedWidth(px(SIDE + 40))
        self.card.hide()
        self.card.closed.connect(self.card.hide)
        line = row(spacing=14)
        line.addWidget(self.table, 1)
        line.addWidget(self.card)
        self.setLayout(line)
        desk.changed.connect(self._refresh)
        self._refresh(frozenset({GivenGuide}))

    def start(self, artisan_id: str | None = None) -> None:
        self.card.show()
        self.card.start(artisan_id)

    def _refresh(self, touched: frozenset[type]) -> None:
        if {GivenGuide, Artisan} & touched:
            self.table.show_rows(self._desk.read(reads.given))

    def _print(self, _guide: object = None) -> None:
        if (guide := self.table.row()) is not None:
            self._desk.show_paper(PAPER, guide.id, language=guide.language)

    def _open(self) -> None:
        if (guide := self.table.row()) is not None:
            self._desk.open_record(Artisan, guide.artisan_id)


class GuidesPage(PageFrame):
    """Opened for an artisan (by the key) it begins a guide for that artisan."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._new = Action(N_("New guide"), "ph.plus", self.start, "Ctrl+N", primary=True)
        super().__init__(_("Guides"), "", [self._new])
        self.given = GivenTab(desk, self._new)
        self.tabs = Tabs(
            [
                Tab("given", N_("Given guides"), lambda: self.given),
                Tab("figures", N_("Figures of the law"), lambda: FiguresTab(desk)),
            ]
        )
        self.set_body(self.tabs)
        desk.changed.connect(self._count)
        self._count(frozenset({GivenGuide}))

    def start(self) -> None:
        self.open_record(None)

    def open_record(self, key: str | None) -> None:
        self.tabs.open("given")
        self.given.start(key)

    def _count(self, touched: frozenset[type]) -> None:
        if GivenGuide in touched:
            number = len(self._desk.read(reads.given))
            words = ngettext("{count} guide given", "{count} guides given", number)
            self.set_subtitle(words.format(count=format_number(number)) if number else "")
