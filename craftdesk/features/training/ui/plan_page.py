"""Planning a session on one page: what it is about, from which day, how long."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from craftdesk.base.dates import format_long_day, today, week_start
from craftdesk.base.errors import UserError
from craftdesk.base.fields import Field, Kind, Script
from craftdesk.base.i18n import N_, _, ngettext
from craftdesk.data.model import fields_of
from craftdesk.desk.desk import Desk
from craftdesk.features.training import clashes, reads, rules
from craftdesk.features.training.models import Course, CourseKind, HalfDay, Part, TrainingSession
from craftdesk.features.training.ui.suggesting import SuggestingInput
from craftdesk.features.training.ui.words import place_taken
from craftdesk.features.training.writes import planning
from craftdesk.features.training.writes.planning import Plan
from craftdesk.ui.cards import Card
from craftdesk.ui.form import Form, FormSection, SaveBar
from craftdesk.ui.labels import Label
from craftdesk.ui.page import PageFrame
from craftdesk.ui.suggestions import Choice

DRAFT = "training session"


def plan_fields() -> dict[str, Field]:
    """The session's own fields, and those from which its half-days follow."""
    own = fields_of(TrainingSession)
    names = ("subject_ar", "subject_fr", "kind", "hours", "place_ar", "place_fr", "partner_ar", "partner_fr")
    days = {
        "first_day": Field(N_("First day"), Script.DIGITS, Kind.DATE, required=True),
        "days": Field(N_("Number of days"), Script.DIGITS, Kind.NUMBER, required=True),
        "mornings": Field(N_("In the morning"), kind=Kind.YES_NO),
        "afternoons": Field(N_("In the afternoon"), kind=Kind.YES_NO),
        "skip_weekend": Field(N_("Skip Friday and Saturday"), kind=Kind.YES_NO),
    }
    return {**{name: own[name] for name in names}, **days, **{n: own[n] for n in ("min_share", "excused_counts")}}


SECTIONS = (
    FormSection(N_("The subject"), ("subject_ar", "subject_fr", "kind", "hours"), 2),
    FormSection(N_("The days"), ("first_day", "days", "mornings", "afternoons", "skip_weekend"), 5),
    FormSection(N_("Place and partner"), ("place_ar", "place_fr", "partner_ar", "partner_fr"), 4),
    FormSection(N_("Right to the certificate"), ("min_share", "excused_counts"), 3),
)


class PlanPage(PageFrame):
    """The form of a new session; the half-days that follow are told below it while one types."""

    def __init__(self, desk: Desk, planned: Callable[[str], object], left: Callable[[], object]) -> None:
        super().__init__(_("New session"), _("The half-days follow from the first day; all can be changed later."))
        self._desk = desk
        self._planned = planned
        self._left = left
        self._warned = False
        self.form = self._make_form()
        self.told = Label("", "muted", wrap=True)
        card = Card()
        card.body.addWidget(self.form, 1)
        card.foot.addWidget(self.told, 1)
        card.foot.addWidget(SaveBar(self.form, _("Plan the session")))
        self.set_body(card)
        desk.leaving.connect(self._keep_draft)

    def _make_form(self) -> Form:
        inputs = {
            "subject_ar": SuggestingInput(self._subjects, self._take_course, Script.ARABIC),
            "place_ar": SuggestingInput(self._places, self._take_place, Script.ARABIC),
            "partner_ar": SuggestingInput(self._partners, self._take_partner, Script.ARABIC),
        }
        form = Form(plan_fields(), SECTIONS, inputs)
        form.saved.connect(self._save)
        form.cancelled.connect(self._cancel)
        for told in (form.changed, form.left):
            told.connect(lambda _name: self._tell_days())
        return form

    def start(self) -> None:
        """An empty form, or what was typed before and not saved."""
        self.form.set_values(
            {
                "kind": CourseKind.COURSE,
                "first_day": next_sunday(today()),
                "days": 3,
                "mornings": True,
                "afternoons": True,
                "skip_weekend": True,
                "min_share": 80,
                "excused_counts": False,
            }
        )
        self.form.restore(self._desk.drafts.get(DRAFT))
        self._tell_days()
        self.form.focus_first()

    def _keep_draft(self) -> None:
        if self.isVisible() and self.form.dirty:
            self._desk.drafts.keep(DRAFT, self.form.draft())

    def _save(self) -> None:
        try:
            key = self._desk.write(planning.plan_session, self.plan())
        except UserError as error:
            if not self.form.show_error(error):
                self._desk.tell(str(error), "bad")
            return
        self._desk.drafts.forget(DRAFT)
        self._planned(key)

    def _cancel(self) -> None:
        self._desk.drafts.forget(DRAFT)
        self._left()

    def plan(self) -> Plan:
        values = {name: value for name, value in self.form.values().items() if value is not None}
        parts = tuple(
            part
            for part, chosen in ((Part.MORNING, "mornings"), (Part.AFTERNOON, "afternoons"))
            if values.pop(chosen, False)
        )
        values.setdefault("first_day", today())
        return Plan(parts=parts, **{**values, "kind": CourseKind(values.get("kind", CourseKind.COURSE))})

    def _tell_days(self) -> None:
        """Which half-days would be planned now."""
        values = self.form.values()
        first, number = values.get("first_day"), values.get("days")
        if not isinstance(first, date) or not isinstance(number, int) or not 0 < number <= planning.MOST_DAYS:
            self.told.setText("")
            return
        self._warn_of_place()
        days = rules.days_from(first, number, bool(values.get("skip_weekend")))
        count = len(days) * (bool(values.get("mornings")) + bool(values.get("afternoons")))
        words = ngettext("{count} half-day", "{count} half-days", count).format(count=count)
        self.told.setText(f"{words}: {_days_in_words(days)}")

    def _warn_of_place(self) -> None:
        """Say at the field that another session has the place; nothing is barred by it."""
        plan = self.plan()
        half_days = [HalfDay(**each) for each in planning.half_days_of(plan)]
        found = self._desk.read(clashes.of_place, (plan.place_ar, plan.place_fr), half_days)
        if found or self._warned:
            self.form.show_warnings({"place_ar": place_taken(found)})
        self._warned = bool(found)

    def _subjects(self, text: str) -> list[Choice]:
        found = self._desk.read(reads.courses)
        return [Choice(each.id, each.label(), each.subject_fr) for each in found if _fits(each, text)]

    def _take_course(self, choice: Choice) -> None:
        course = next(each for each in self._desk.read(reads.courses) if each.id == choice.key)
        for name in ("subject_ar", "subject_fr", "kind", "hours"):
            self.form.set_value(name, getattr(course, name))

    def _places(self, text: str) -> list[Choice]:
        return _fitting(self._desk.read(reads.places), text)

    def _take_place(self, choice: Choice) -> None:
        self._take_pair("place", choice)

    def _take_pair(self, name: str, choice: Choice) -> None:
        for script, text in zip(("ar", "fr"), choice.key.split("\n"), strict=True):
            self.form.set_value(f"{name}_{script}", text)

    def _partners(self, text: str) -> list[Choice]:
        return _fitting(self._desk.read(reads.partners), text)

    def _take_partner(self, choice: Choice) -> None:
        self._take_pair("partner", choice)


def _fitting(found: Sequence[tuple[str, str]], text: str) -> list[Choice]:
    """Those of the names in Arabic and in French that fit what is typed."""
    return [Choice(f"{ar}\n{fr}", ar or fr, fr if ar else "") for ar, fr in found if reads.sounds(text, ar, fr)]


def _fits(course: Course, text: str) -> bool:
    return reads.sounds(text, course.subject_ar, course.subject_fr)


def _days_in_words(days: list[date]) -> str:
    if len(days) <= 4:
        return _(", ").join(format_long_day(day) for day in days)
    return _("from {first} to {last}").format(first=format_long_day(days[0]), last=format_long_day(days[-1]))


def next_sunday(day: date) -> date:
    """The Sunday after the day: when most sessions begin."""
    return week_start(day) + timedelta(8)
