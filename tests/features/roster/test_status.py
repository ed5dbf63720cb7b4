"""The steps of a registration: taken, put right, taken out; and the card as it stood on a day."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from craftdesk.base.dates import on_day, today
from craftdesk.base.errors import UserError
from craftdesk.data import journal
from craftdesk.features.roster import past, reads, writes
from craftdesk.features.roster.models import Status
from craftdesk.features.roster.step_kinds import ENDINGS, StepKind
from craftdesk.features.roster.ui.past_view import PastView
from craftdesk.features.roster.ui.status_view import StatusView, step_choices
from craftdesk.features.roster.writes import Step
from tests.screens import focused, press, settle, shown, told, type_text, words_on

FIRST, SECOND, THIRD = date(2020, 3, 1), date(2022, 5, 4), date(2024, 7, 8)
STRUCK = Step(Status.STRUCK_OFF, SECOND, "سافر", "قرار 12/2022", StepKind.CESSATION)


@pytest.fixture
def samir(add):
    return add(family_ar="بوجلال", given_ar="سمير", birth_year=1966, register_no="05/1", registered_on=FIRST)


@pytest.fixture
def write(office):
    def written(change, *args):
        with office.writing() as session:
            return change(session, *args)

    return written


@pytest.fixture
def card(office, samir):
    def asked():
        with office.reading() as session:
            return reads.card(session, samir)

    return asked


def test_who_is_struck_off_and_registered_again_keeps_the_number(samir, write, card):
    write(writes.take_step, samir, STRUCK)
    assert (card().artisan.status, card().changes[0].kind) == (Status.STRUCK_OFF, StepKind.CESSATION)
    write(writes.take_step, samir, Step(Status.REGISTERED, THIRD, paper="قرار 3"))
    found = card()
    assert (found.artisan.status, found.artisan.register_no, found.artisan.registered_on) == (
        "registered",
        "05/1",
        FIRST,
    )
    assert [step.day for step in found.changes] == [THIRD, SECOND, FIRST]


def test_a_changed_entry_leaves_the_status_and_is_named_in_the_journal(samir, write, card, office):
    write(writes.take_step, samir, Step(Status.REGISTERED, SECOND, "نشاط جديد", kind=StepKind.CHANGED))
    assert card().artisan.status is Status.REGISTERED
    with office.reading() as session:
        assert journal.last_undoable(session, "سميرة").title == "Entry in the register changed: {name}"


@pytest.mark.parametrize(
    "step",
    [
        Step(Status.REGISTERED, SECOND, kind=StepKind.DEATH),
        Step(Status.STRUCK_OFF, SECOND, kind=StepKind.CHANGED),
        Step(Status.STRUCK_OFF, today() + timedelta(1)),
        Step(Status.STRUCK_OFF, FIRST - timedelta(1)),
    ],
)
def test_what_cannot_be_is_refused(samir, write, card, step):
    with pytest.raises(UserError):
        write(writes.take_step, samir, step)
    assert card().artisan.status is Status.REGISTERED


def test_a_step_is_put_right_and_an_undo_brings_it_back(samir, write, card, office):
    made = write(writes.take_step, samir, STRUCK)
    write(writes.correct_step, made.id, STRUCK._replace(day=THIRD, kind=StepKind.DEATH, reason=""))
    step = card().changes[0]
    assert (step.id, step.day, step.kind, step.reason) == (made.id, THIRD, StepKind.DEATH, "")
    with office.reading() as session:
        (_created, _corrected) = journal.history(session, made.id)[::-1]
        last = journal.last_undoable(session, "سميرة").id
    write(journal.undo, last)
    assert card().changes[0].day == SECOND


def test_a_last_step_put_right_is_the_status(samir, write, card):
    made = write(writes.take_step, samir, STRUCK)
    write(writes.correct_step, made.id, Step(Status.REQUESTED, SECOND))
    assert card().artisan.status is Status.REQUESTED


def test_steps_keep_their_order(samir, write, card):
    made = write(writes.take_step, samir, STRUCK)
    write(writes.take_step, samir, Step(Status.REGISTERED, THIRD))
    for day in (FIRST - timedelta(1), THIRD + timedelta(1)):
        with pytest.raises(UserError) as refused:
            write(writes.correct_step, made.id, STRUCK._replace(day=day))
        assert refused.value.field == "day"
    first = card().changes[-1]
    write(writes.correct_step, first.id, Step(Status.REGISTERED, FIRST - timedelta(9)))
    assert card().artisan.registered_on == FIRST - timedelta(9)


def test_a_step_that_never_was_is_taken_out_and_the_last_one_stays(samir, write, card):
    made = write(writes.take_step, samir, STRUCK)
    write(writes.drop_step, made.id)
    assert (card().artisan.status, len(card().changes)) == (Status.REGISTERED, 1)
    with pytest.raises(UserError):
        write(writes.drop_step, card().changes[0].id)


@pytest.fixture
def long_ago(office):
    """A card entered in 2020, with another phone since 2023 and struck off since 2024."""
    with on_day(FIRST), office.writing() as session:
        values = {"family_ar": "بوجلال", "given_ar": "سمير", "birth_year": 1966, "phone": "0661241807"}
        key = writes.save_artisan(session, None, values)
    with on_day(date(2023, 1, 5)), office.writing() as session:
        writes.save_artisan(session, key, {"phone": "0550123456", "home_address": "حي النصر"})
    with on_day(date(2024, 8, 1)), office.writing() as session:
        writes.take_step(session, key, STRUCK._replace(day=THIRD))
    return key


@pytest.mark.parametrize(
    ("day", "phone", "status", "there"),
    [
        (date(2019, 1, 1), "0661241807", None, False),
        (FIRST, "0661241807", Status.REGISTERED, True),
        (date(2023, 1, 4), "0661241807", Status.REGISTERED, True),
        (date(2023, 1, 5), "0550123456", Status.REGISTERED, True),
        (date(2024, 7, 7), "0550123456", Status.REGISTERED, True),
        (date(2024, 7, 9), "0550123456", Status.STRUCK_OFF, True),
        (today(), "0550123456", Status.STRUCK_OFF, True),
    ],
)
def test_a_card_is_shown_as_it_stood_on_a_day(office, long_ago, day, phone, status, there):
    with office.reading() as session:
        found = past.card_on(session, long_ago, day)
    assert (found.values["phone"], found.values["status"], found.was_there) == (phone, status, there)
    assert ("home_address" in found.changed()) == (phone == "0661241807")


def test_the_clerk_goes_back_change_by_change_or_types_a_day(desk, long_ago, qtbot, direction):
    view = shown(PastView(desk, long_ago), qtbot, 320, 900)
    view.earlier()
    view.earlier()
    assert view.day.day() == date(2024, 7, 7)
    view.earlier()
    assert view.day.day() == date(2023, 1, 4)
    assert "0661" in words_on(view)
    assert "0550" in words_on(view)
    view.later()
    assert view.day.day() == date(2023, 1, 5)
    view.day.line.setFocus()
    view.day.line.selectAll()
    type_text("1/6/21")
    assert "0661" in words_on(view)
    view.later()
    view.later()
    view.later()
    view.later()
    assert view.day.day() is None
    desk.close()


def test_a_step_is_chosen_by_typing_what_happened(desk, samir, qtbot, direction, card):
    view = shown(StatusView(desk, samir), qtbot, 320, 900)
    view.begin()
    settle()
    type_text("وفاة" if direction == "ar" else "décès")
    qtbot.waitUntil(view._form.input("status").suggestions.is_open)
    press(qtbot, Qt.Key.Key_Return)
    focused().selectAll()
    type_text("4/5/22")
    press(qtbot, Qt.Key.Key_Return, Qt.Key.Key_Return)
    type_text("شهادة وفاة 7")
    view._form.save()
    step = card().changes[0]
    assert (step.status, step.kind, step.day, step.paper) == ("struck off", StepKind.DEATH, SECOND, "شهادة وفاة 7")
    desk.close()


def test_a_wrong_step_is_corrected_at_its_place(desk, samir, qtbot, direction, card):
    desk.write(writes.take_step, samir, STRUCK)
    view = shown(StatusView(desk, samir), qtbot, 320, 900)
    form = view.correct(card().changes[0])
    assert form.values()["status"] == "struck off:cessation"
    form.set_value("day", date(2019, 1, 1))
    form.save()
    assert form.row("day").message()
    form.set_value("day", THIRD)
    form.save()
    assert card().changes[0].day == THIRD
    heard = told(desk)
    view.drop(card().changes[0])
    view.drop(card().changes[0])
    assert len(card().changes) == 1
    assert heard[-1].tone == "bad"
    desk.close()


def test_what_may_come_next_depends_on_what_is(qapp):
    struck_off = set(step_choices(Status.STRUCK_OFF))
    assert struck_off == {"registered", "requested"}
    registered = set(step_choices(Status.REGISTERED))
    assert "registered" not in registered
    assert {f"struck off:{kind}" for kind in ENDINGS} | {"registered:changed"} <= registered
