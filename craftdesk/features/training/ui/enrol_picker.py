"""Choosing artisans of the roster for a session: narrowed by words, activity, commune and sex, many at once."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from craftdesk.base.i18n import N_, _, ngettext
from craftdesk.base.numbers import format_number, group_phone
from craftdesk.data.session import Session
from craftdesk.desk.desk import Desk
from craftdesk.features.office import reads as office
from craftdesk.features.office.models import in_language
from craftdesk.features.roster import finding
from craftdesk.features.roster.finding import NOBODY, Asked, Filters, Found, Row
from craftdesk.features.roster.models import SEXES, Sex, Status
from craftdesk.features.training import clashes, reads
from craftdesk.features.training.clashes import Clash
from craftdesk.features.training.ui.words import elsewhere
from craftdesk.features.training.writes import people
from craftdesk.ui.actions import Action, ActionButton, bind, refresh
from craftdesk.ui.cards import EmptyState, column, row
from craftdesk.ui.filters import FilterBox
from craftdesk.ui.inputs import Input
from craftdesk.ui.labels import Label
from craftdesk.ui.picking import ChoiceField, RecordField
from craftdesk.ui.suggestions import Choice
from craftdesk.ui.table import Column, Source, Style, TableView
from craftdesk.ui.theme import px

MOST_CHOICES = 12


class EnrolPicker(QWidget):
    """Space ticks, ticks stay while one narrows anew; Enter enrols what is ticked, or the chosen rows."""

    def __init__(self, desk: Desk, key: str, left: Callable[[], object]) -> None:
        super().__init__()
        self._desk = desk
        self._key = key
        self._left = left
        self._ticked: set[str] = set()
        self._there: set[str] = set()
        self._engaged: Mapping[str, list[Clash]] = {}
        self._found: Found = NOBODY
        self.box = FilterBox(_("Name, number or phone"), "ph.magnifying-glass", 260)
        self.activity = RecordField(self._activities, placeholder=_("Activity or sector"))
        self.commune = RecordField(self._communes, placeholder=_("Commune"))
        self.sex = ChoiceField(SEXES, placeholder=_("Men and women"))
        self._actions = self._make_actions()
        tick = Action(N_("Tick"), "ph.check-square", self.tick, "Space", self._has_row)
        self.table = TableView(self._columns(), "training.enrol", key=_key, actions=[tick], empty=_nobody())
        # Space ticks in the list alone, and Esc first empties the box; the others work anywhere.
        bind(self, self._actions[1:])
        self._told = Label("", "muted")
        self._lay_out()
        self._connect()

    def _make_actions(self) -> list[Action]:
        return [
            Action(N_("Back to the list"), "", self._left, "Esc"),
            Action(N_("Enrol all found"), "ph.users-three", self.enrol_all, "Ctrl+Shift+Return", self._few_found),
            Action(N_("Enrol"), "ph.user-plus", self.enrol, "Ctrl+Return", self._has_row, primary=True),
        ]

    def _lay_out(self) -> None:
        filters = row(self.box)
        for field, width in ((self.activity, 260), (self.commune, 170), (self.sex, 150)):
            field.setMaximumWidth(px(width))
            filters.addWidget(field, 1)
        filters.addStretch(1)
        outer = column(spacing=10)
        outer.addLayout(filters)
        outer.addWidget(self.table, 1)
        outer.addLayout(self._foot())
        self.setLayout(outer)

    def _foot(self) -> QHBoxLayout:
        line = row(self._told)
        line.addStretch(1)
        for action in self._actions:
            line.addWidget(ActionButton(action))
        return line

    def _connect(self) -> None:
        self.box.searched.connect(lambda _text: self.search())
        self.box.went_down.connect(self.table.grid.setFocus)
        for field in (self.activity, self.commune, self.sex):
            field.changed.connect(partial(self._narrowed, field))
        self.table.opened.connect(lambda _row: self.enrol())
        self.table.chosen.connect(lambda _row: refresh(self))
        self.table.typed.connect(self.box.type_on)

    def start(self) -> None:
        """Begin to choose, with nothing ticked."""
        self._ticked.clear()
        self.refresh_enrolled()
        self.search()
        self.box.setFocus()

    def refresh_enrolled(self) -> None:
        self._there = self._desk.read(reads.enrolled, self._key)
        self._engaged = self._desk.read(_engaged, self._key)
        self.table.grid.viewport().update()

    def asked(self) -> Asked:
        """What the list shows: only the registered can be enrolled in bulk."""
        chosen = self.activity.value() or ""
        sex = self.sex.value()
        filters = Filters(
            status=Status.REGISTERED,
            sector=chosen.removeprefix("sector ") if chosen.startswith("sector ") else "",
            activity="" if chosen.startswith("sector ") else chosen,
            commune=self.commune.value() or "",
            sex=Sex(sex) if sex else None,
        )
        return Asked(self.box.text(), filters)

    def search(self) -> None:
        asked = self.asked()
        self._found = found = self._desk.ask(finding.find, asked)
        self.table.show_source(Source(lambda: found.total, partial(self._page, asked, found)))
        self._tell()

    def _page(self, asked: Asked, found: Found, offset: int, limit: int) -> list[Row]:
        return self._desk.ask(finding.rows, asked, found, offset, limit)

    def _narrowed(self, field: Input) -> None:
        # A half-written name narrows nothing yet.
        if field.value() is not None or not field.text():
            self.search()

    def _tell(self) -> None:
        found = ngettext("{count} found", "{count} found", self._found.total)
        words = [found.format(count=format_number(self._found.total))]
        if self._ticked:
            ticked = ngettext("{count} ticked", "{count} ticked", len(self._ticked))
            words.append(ticked.format(count=format_number(len(self._ticked))))
        else:
            words.append(_("Space ticks, Enter enrols"))
        self._told.setText(" · ".join(words))
        refresh(self)

    def _has_row(self) -> bool:
        return bool(self._ticked) or self.table.row() is not None

    def _few_found(self) -> bool:
        return self._found.keys is not None and self._found.total > 0 and not self._found.more

    def tick(self) -> None:
        """Tick the chosen rows, or take their ticks off when all have one; then go on to the next row."""
        keys = {each.key for each in self.table.rows()} - self._there
        if keys <= self._ticked:
            self._ticked -= keys
        else:
            self._ticked |= keys
        if len(self.table.rows()) == 1:
            here = self.table.grid.currentIndex()
            if here.row() + 1 < self.table.model.rowCount():
                self.table.grid.setCurrentIndex(here.siblingAtRow(here.row() + 1))
        self.table.grid.viewport().update()
        self._tell()

    def enrol(self) -> None:
        self._write(list(self._ticked) or [each.key for each in self.table.rows()])

    def enrol_all(self) -> None:
        self._write(list(self._found.keys or ()))

    def _write(self, keys: list[str]) -> None:
        done = self._desk.write(people.enrol, self._key, keys)
        self._ticked.clear()
        if not done.enrolled:
            self._desk.tell(_("All of them take part or teach already."), "warn")
            return
        self._left()

    def _activities(self, text: str) -> list[Choice]:
        return self._desk.read(activity_choices, text)

    def _communes(self, text: str) -> list[Choice]:
        return [Choice(each.id, each.label(), each.detail()) for each in self._desk.read(office.communes, text)]

    def _columns(self) -> list[Column[Row]]:
        return [
            Column("", self._sign, Style.ICON, tone=self._sign_tone, name="tick"),
            Column(N_("Artisan"), _name, Style.NAME, _other_name, name="name"),
            Column(N_("Activity"), lambda each: each.activity, second=self._elsewhere, name="activity", width=220),
            Column(N_("Commune"), lambda each: each.commune, name="commune", width=120),
            Column(N_("Phone"), lambda each: group_phone(each.phone), Style.CODE, name="phone"),
            Column(N_("Register number"), lambda each: each.register_no, Style.CODE, name="register"),
        ]

    def _elsewhere(self, each: Row) -> str:
        """A warning at the row; whoever is wanted elsewhere can be enrolled all the same."""
        return elsewhere(self._engaged.get(each.key, ()))

    def _sign(self, each: Row) -> str:
        if each.key in self._there:
            return "ph.check-circle"
        return "ph.check-square" if each.key in self._ticked else "ph.square"

    def _sign_tone(self, each: Row) -> str:
        if each.key in self._there:
            return "good"
        return "primary" if each.key in self._ticked else "faint"

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._left()
        else:
            super().keyPressEvent(event)


def _engaged(session: Session, key: str) -> Mapping[str, list[Clash]]:
    return clashes.of_artisans(session, reads.sheet(session, key))


def _key(each: Row) -> str:
    return each.key


def _name(each: Row) -> str:
    return in_language(each.name_ar, each.name_la)


def _other_name(each: Row) -> str:
    return each.name_la if _name(each) == each.name_ar else each.name_ar


def _nobody() -> EmptyState:
    return EmptyState("ph.magnifying-glass", _("No registered artisan fits what is asked for"))


def activity_choices(session: Session, text: str) -> list[Choice]:
    """Sectors and activities that fit what is typed."""
    found = [
        Choice(f"sector {each.code}", each.label(), _("Sector {code}").format(code=each.code), "ph.folders")
        for each in office.sectors().values()
        if reads.sounds(text, each.name_ar, each.name_fr)
    ]
    activities = office.activities(session, text, MOST_CHOICES)
    return [*found, *(Choice(each.id, each.label(), each.code) for each in activities)]
