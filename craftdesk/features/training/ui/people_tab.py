"""Who takes part: the list, and in its place the picker of artisans or the form of somebody from outside."""

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from craftdesk.base.i18n import N_, _, ngettext
from craftdesk.base.numbers import group_phone, isolate
from craftdesk.desk.desk import Desk
from craftdesk.features.roster.models import Artisan
from craftdesk.features.training import clashes, rules
from craftdesk.features.training.models import Participant, State
from craftdesk.features.training.rules import Right, Sheet, Verdict
from craftdesk.features.training.ui.enrol_picker import EnrolPicker
from craftdesk.features.training.ui.outsider_form import OutsiderForm
from craftdesk.features.training.ui.words import elsewhere_by_session
from craftdesk.features.training.writes import people
from craftdesk.ui.actions import Action, ActionButton, bind, refresh
from craftdesk.ui.cards import EmptyState, column, row
from craftdesk.ui.labels import Label
from craftdesk.ui.messages import Notice
from craftdesk.ui.table import Column, Style, TableView

Line = tuple[int, Participant, Right]
RIGHT_TONES = {Verdict.YES: "good", Verdict.NO: "copper", Verdict.OPEN: "neutral"}


def right_in_words(right: Right) -> str:
    if right.verdict is Verdict.YES:
        return _("Has the right")
    return _("Has not") if right.verdict is Verdict.NO else _("Not settled")


class PeopleTab(QStackedWidget):
    """Enrol by Ctrl+Shift+E, write somebody from outside by Ctrl+O, open by Enter, take off by Del."""

    def __init__(self, desk: Desk, key: str) -> None:
        super().__init__()
        self._desk = desk
        self._key = key
        self._sheet: Sheet | None = None
        self.enrol = Action(N_("Enrol artisans"), "ph.user-plus", self.open_picker, "Ctrl+Shift+E", primary=True)
        self.outsider = Action(N_("From outside the roster"), "ph.identification-badge", self.open_outsider, "Ctrl+O")
        self._build_list()
        bind(self, [self.outsider])
        self.picker = EnrolPicker(desk, key, self.show_list)
        self.form = OutsiderForm(desk, key, self.show_list)
        self.addWidget(self.picker)
        self.addWidget(self.form)

    def _build_list(self) -> None:
        empty = EmptyState(
            "ph.users-three",
            _("Nobody is enrolled yet"),
            self.enrol,
            _("Narrow the roster by activity, commune or words, and enrol many at once."),
        )
        self.table = TableView(_columns(), "training.participants", key=_key, actions=self._row_actions(), empty=empty)
        self.table.asked = lambda: self._key
        self.table.opened.connect(self._open)
        self.table.chosen.connect(lambda _line: refresh(self))
        self._told = Label("", "muted")
        line = row(self._told)
        line.addStretch(1)
        for action in (self.table.exporting, *self._row_actions()[1:], self.outsider, self.enrol):
            line.addWidget(ActionButton(action))
        whole = QWidget()
        self.note = Notice("")
        outer: QVBoxLayout = column(spacing=10)
        outer.addWidget(self.table, 1)
        outer.addWidget(self.note)
        outer.addLayout(line)
        whole.setLayout(outer)
        self.addWidget(whole)

    def _row_actions(self) -> list[Action]:
        chosen = self._has_rows
        return [
            Action(N_("Open"), "ph.arrow-square-out", lambda: self._open(self.table.row()), "", chosen),
            Action(N_("Take off the list"), "ph.user-minus", self.remove, "Del", chosen),
        ]

    def _has_rows(self) -> bool:
        return self.table.row() is not None

    def show_sheet(self, sheet: Sheet) -> None:
        self._sheet = sheet
        found = rules.rights(sheet)
        self.table.show_rows([(n + 1, each, found[each.id]) for n, each in enumerate(sheet.participants)])
        women = sum(each.sex == "f" for each in sheet.participants)
        outside = sum(each.artisan_id is None for each in sheet.participants)
        words = _("{total} participants · {women} women · {outside} from outside the roster")
        shown = words.format(total=len(sheet.participants), women=women, outside=outside)
        self._told.setText(shown if sheet.participants else "")
        self._warn(sheet)
        self.picker.refresh_enrolled()
        refresh(self)

    def _warn(self, sheet: Sheet) -> None:
        """Name who takes part or teaches elsewhere at the same time."""
        cancelled = sheet.session.state is State.CANCELLED
        engaged = {} if cancelled else self._desk.read(clashes.of_artisans, sheet)
        found = [each for each in sheet.participants if each.artisan_id in engaged]
        words = ngettext(
            "{count} participant is wanted elsewhere at the same time: {sessions}",
            "{count} participants are wanted elsewhere at the same time: {sessions}",
            len(found),
        ).format(count=len(found), sessions=elsewhere_by_session(found, engaged))
        self.note.words.setText(words)
        self.note.setVisible(bool(found))

    def show_list(self) -> None:
        self.setCurrentIndex(0)
        self.take_focus()

    def take_focus(self) -> None:
        """Stand in the list when it is what is shown."""
        if self.currentIndex() == 0:
            self.table.grid.setFocus()

    def open_picker(self) -> None:
        self.setCurrentWidget(self.picker)
        self.picker.start()

    def open_outsider(self, person: Participant | None = None) -> None:
        self.setCurrentWidget(self.form)
        self.form.start(person)

    def _open(self, line: Line | None) -> None:
        if line is None:
            return
        if line[1].artisan_id:
            self._desk.open_record(Artisan, line[1].artisan_id)
        else:
            self.open_outsider(line[1])

    def remove(self) -> None:
        if lines := self.table.rows():
            self._desk.write(people.remove_participants, [person.id for _number, person, _right in lines])


def _key(line: Line) -> str:
    return line[1].id


def _columns() -> list[Column[Line]]:
    return [
        Column(N_("No."), lambda line: line[0], Style.NUMBER, width=56, name="number"),
        Column(N_("Participant"), lambda line: line[1].name, Style.NAME, _other_name, name="name"),
        Column(N_("Card"), lambda line: card_of(line[1]), Style.CODE, name="card"),
        Column(N_("Activity or body"), _body, Style.TEXT, _body_detail, name="activity", width=250, yields=1),
        Column(N_("Phone"), lambda line: group_phone(line[1].phone), Style.CODE, name="phone"),
        Column(
            N_("Certificate"), lambda line: right_in_words(line[2]), Style.PILL, tone=_tone, name="right", width=150
        ),
    ]


def _tone(line: Line) -> str:
    return RIGHT_TONES[line[2].verdict]


def _body(line: Line) -> str:
    return line[1].body_or_activity if line[1].artisan else line[1].body


def _body_detail(line: Line) -> str:
    """The commune of an artisan, the function of somebody from outside."""
    return commune_of(line[1]) if line[1].artisan else line[1].function


def _other_name(line: Line) -> str:
    """The name in the other script."""
    shown = line[1].name
    other = line[1].name_la if shown == line[1].name_ar else line[1].name_ar
    return isolate(other) if other else ""


def card_of(person: Participant) -> str:
    """The card's number, or the end of the national number where there is no card."""
    if not person.artisan:
        return ""
    return person.artisan.card_no or masked(person.artisan.nin or "")


def masked(nin: str) -> str:
    """Only its last four digits are shown in lists."""
    return f"•••• {nin[-4:]}" if nin else ""


def commune_of(person: Participant) -> str:
    artisan = person.artisan
    commune = (artisan.activity_commune or artisan.home_commune) if artisan else None
    return commune.label() if commune else ""
