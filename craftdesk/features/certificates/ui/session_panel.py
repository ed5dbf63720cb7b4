"""The certificates of a session: who has the right and who has not, and why; issuing and printing them all."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from craftdesk.base.dates import today
from craftdesk.base.errors import UserError
from craftdesk.base.i18n import N_, _
from craftdesk.data.model import Model
from craftdesk.desk.desk import Desk
from craftdesk.desk.following import Following
from craftdesk.features.certificates import reads, writes
from craftdesk.features.certificates.models import CERTIFICATE_KINDS, EARNED, Certificate, CertificateKind
from craftdesk.features.certificates.reads import Candidate, Teacher
from craftdesk.features.certificates.rules import usual_kind
from craftdesk.features.certificates.ui.look_row import LookRow
from craftdesk.features.certificates.ui.words import ICON, PAPER, TONES, VERDICTS, language_of, to_issue, to_print
from craftdesk.features.roster.models import Artisan
from craftdesk.features.training import reads as training
from craftdesk.features.training.models import Attendance, HalfDay, Participant, TrainingSession
from craftdesk.features.training.rules import Sheet, rule_in_words, tally_in_words
from craftdesk.ui.actions import Action, ActionButton, bind, menu
from craftdesk.ui.cards import EmptyState, clear, column, row
from craftdesk.ui.inputs import date_input
from craftdesk.ui.labels import Label
from craftdesk.ui.picking import ChoiceField
from craftdesk.ui.table import Column, Style, TableView
from craftdesk.ui.theme import px

SHOWN: frozenset[type[Model]] = frozenset({Certificate, TrainingSession, HalfDay, Participant, Attendance, Artisan})


class SessionCertificates(QWidget):
    """One press issues for all who have the right; the next prints them as one job.

    A row chosen by hand can be issued or printed alone from its menu.
    """

    def __init__(self, desk: Desk, session_id: str) -> None:
        super().__init__()
        self._desk = desk
        self._key = session_id
        self._day_typed = False
        self.people: Sequence[Candidate] = ()
        self.kind = ChoiceField({kind: CERTIFICATE_KINDS[kind] for kind in EARNED})
        self.look = LookRow(desk, CertificateKind.PARTICIPATION)
        self._teachers: Sequence[Teacher] = ()
        self.teaching = ActionButton(Action(N_("To the trainers"), "ph.chalkboard-teacher", self._offer_teachers))
        self.day = date_input()
        self.buttons = row()
        self._rule = Label("", "muted", wrap=True)
        self._tally = Label("", "muted")
        self.table = self._make_table()
        self._lay_out()
        self.day.changed.connect(self._type_day)
        self.kind.changed.connect(self._follow_kind)
        bind(self, [self._issue_action(), self._print_action()])
        Following(self, desk, SHOWN, self.refresh)
        self._start()

    def _make_table(self) -> TableView[Candidate]:
        actions = [
            Action(N_("Issue for the chosen"), ICON, self.issue_chosen, "", self._can_issue_chosen),
            Action(N_("Print the chosen"), "ph.printer", self.print_chosen, "", self._can_print_chosen),
            Action(N_("Open the artisan's card"), "ph.identification-card", self.open_artisan, "", self._is_artisan),
        ]
        hint = _("Enrol people and enter who was there: the right to a certificate follows from it.")
        empty = EmptyState(ICON, _("Nobody takes part in this session yet"), hint=hint)
        table = TableView(_columns(), "certificates.session", lambda each: each.id, actions, empty)
        table.opened.connect(lambda each: self.print_chosen() if each else None)
        return table

    def _lay_out(self) -> None:
        foot = row(spacing=16)
        foot.addWidget(self._rule, 1)
        foot.addWidget(self._tally)
        lines = column(spacing=12)
        lines.addLayout(self._head())
        self.look.line.addWidget(self.teaching)
        lines.addWidget(self.look)
        lines.addWidget(self.table, 1)
        lines.addLayout(foot)
        self.setLayout(lines)

    def _head(self) -> QHBoxLayout:
        self.kind.setFixedWidth(px(236))
        self.day.setFixedWidth(px(124))
        head = row(Label(_("Kind"), "label"), self.kind, Label(_("Issued on"), "label"), self.day, spacing=10)
        head.addStretch(1)
        head.addLayout(self.buttons)
        return head

    def _start(self) -> None:
        sheet = self._desk.read(training.sheet, self._key)
        self.kind.set_value(usual_kind(sheet.session.kind).value)
        self._follow_kind()
        self._show(sheet)

    def _follow_kind(self) -> None:
        if value := self.kind.value():
            self.look.follow(CertificateKind(value))

    def refresh(self) -> None:
        """Show the sheet as it stands, unless the session went away (its card is about to close then)."""
        if self._desk.read(training.session_lines, [self._key]):
            self._show(self._desk.read(training.sheet, self._key))

    def _show(self, sheet: Sheet) -> None:
        self.people = self._desk.read(reads.candidates_of, sheet)
        self.table.show_rows(self.people)
        self._teachers = self._desk.read(reads.teachers_of, sheet)
        self.teaching.setVisible(bool(self._teachers))
        if not self._day_typed:
            self.day.set_value(max(today(), sheet.last_day or today()))
        self._rule.setText(rule_in_words(sheet.session))
        self._tally.setText(tally_in_words([each.right for each in self.people]))
        self._show_buttons()

    def _show_buttons(self) -> None:
        clear(self.buttons)
        issue, prints = self._issue_action(), self._print_action()
        for each in (issue, prints) if prints.primary else (prints, issue):
            self.buttons.addWidget(ActionButton(each))

    def _issue_action(self) -> Action:
        ready = self._ready()
        return Action(to_issue(len(ready)), ICON, self.issue, "Ctrl+I", lambda: bool(self._ready()), bool(ready))

    def _print_action(self) -> Action:
        count, primary = len(self.issued()), not self._ready() and bool(self.issued())
        run = self.print_all
        return Action(to_print(count), "ph.printer", run, "Ctrl+B", lambda: bool(self.issued()), primary)

    def _ready(self) -> list[Candidate]:
        return [each for each in self.people if each.ready]

    def issued(self) -> list[str]:
        """The keys of the certificates of this session, in the order of the sheet."""
        return [each.certificate.id for each in self.people if each.certificate]

    def issue(self) -> None:
        """Issue for everybody who has the right and no certificate yet."""
        self._issue(self._ready())

    def issue_chosen(self) -> None:
        self._issue([each for each in self.table.rows() if each.can_be_issued])

    def _issue(self, chosen: Sequence[Candidate]) -> None:
        if fault := self.day.fault():
            self._desk.tell(fault, "bad")
            return
        kind = CertificateKind(self.kind.value() or usual_kind(self._session().kind))
        day: date = self.day.value() or today()
        try:
            self._desk.write(writes.issue, self._key, [each.id for each in chosen], kind, day, self.look.chosen())
        except UserError as error:
            self.day.set_bad(error.field == "day")
            self._desk.tell(str(error), "bad")

    def teacher_actions(self) -> list[Action]:
        """What can be issued to those who taught, or printed where it was."""
        return [
            Action(
                _("{kind}: {name}").format(kind=_(CERTIFICATE_KINDS[kind]), name=each.trainer.name),
                "ph.printer" if kind in each.certificates else ICON,
                partial(self._to_teacher, each, kind),
            )
            for each in self._teachers
            for kind in (CertificateKind.TRAINER, CertificateKind.THANKS)
        ]

    def _offer_teachers(self) -> None:
        menu(self.teacher_actions(), self).popup(self.teaching.mapToGlobal(self.teaching.rect().bottomLeft()))

    def _to_teacher(self, teacher: Teacher, kind: CertificateKind) -> None:
        """Issue with the usual template of the kind, in the chosen language, and show what was issued."""
        chosen = writes.Chosen("", self.look.chosen().landscape, self.look.chosen().language)
        if kind in teacher.certificates:
            self._desk.show_paper(PAPER, teacher.certificates[kind].id)
            return
        day: date = self.day.value() or today()
        try:
            [key] = self._desk.write(writes.issue_to_trainers, self._key, [teacher.id], kind, day, chosen)
        except UserError as error:
            self._desk.tell(str(error), "bad")
        else:
            self._desk.show_paper(PAPER, key, language=chosen.language)

    def _session(self) -> TrainingSession:
        return self._desk.read(training.sheet, self._key).session

    def print_all(self) -> None:
        """All certificates of the session as one job."""
        self._print([each.certificate for each in self.people if each.certificate])

    def print_chosen(self) -> None:
        self._print([each.certificate for each in self.table.rows() if each.certificate])

    def _print(self, chosen: Sequence[Certificate]) -> None:
        if chosen:
            self._desk.show_paper(PAPER, *(each.id for each in chosen), language=language_of(chosen))

    def open_artisan(self) -> None:
        chosen = self.table.row()
        if chosen and chosen.participant.artisan_id:
            self._desk.open_record(Artisan, chosen.participant.artisan_id)

    def _can_issue_chosen(self) -> bool:
        return any(each.can_be_issued for each in self.table.rows())

    def _can_print_chosen(self) -> bool:
        return any(each.certificate for each in self.table.rows())

    def _is_artisan(self) -> bool:
        chosen = self.table.row()
        return chosen is not None and chosen.participant.artisan_id is not None

    def _type_day(self) -> None:
        self._day_typed = True
        self.day.set_bad(bool(self.day.fault()))


def _columns() -> list[Column[Candidate]]:
    return [
        Column(N_("No."), lambda each: each.place, Style.NUMBER, width=60, name="position"),
        Column(N_("Participant"), _name, Style.NAME, _body, name="name"),
        Column(N_("Attendance"), _share, Style.BAR, tone=_tone, name="share", width=130),
        Column(N_("Right"), _verdict, Style.PILL, tone=_tone, name="right", width=124),
        Column(N_("Why"), _why, name="why", width=290),
        Column(N_("Certificate"), _number, Style.CODE, name="certificate", width=104),
    ]


def _name(each: Candidate) -> str:
    return each.participant.name


def _body(each: Candidate) -> str:
    return each.participant.body_or_activity


def _share(each: Candidate) -> float:
    return each.right.presence.percent / 100


def _verdict(each: Candidate) -> str:
    return _("Void") if _is_void(each) else _(VERDICTS[each.right.verdict])


def _is_void(each: Candidate) -> bool:
    """The certificate was withdrawn, and none issued in its place."""
    return each.withdrawn is not None and each.certificate is None


def _why(each: Candidate) -> str:
    return each.withdrawn.withdrawn_why if each.withdrawn and _is_void(each) else each.right.why


def _tone(each: Candidate) -> str:
    return "bad" if _is_void(each) else TONES[each.right.verdict]


def _number(each: Candidate) -> str:
    found = each.certificate or each.withdrawn
    return found.reference if found else ""
