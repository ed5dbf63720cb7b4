from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from craftdesk.base.i18n import speaking
from craftdesk.base.numbers import without_marks
from craftdesk.features.training import rules
from craftdesk.features.training.models import Mark, Part, State, TrainingSession
from craftdesk.features.training.rules import Phase, Verdict

P, A, E, L = Mark.PRESENT, Mark.ABSENT, Mark.EXCUSED, Mark.LATE


def session(**values) -> TrainingSession:
    return TrainingSession(**{"min_share": 80, "excused_counts": False, "state": State.PLANNED, **values})


def test_who_comes_late_was_there():
    assert rules.presence(session(), [P, L, L, A]).attended == 3


def test_an_excuse_counts_only_where_the_rule_says_so():
    assert rules.presence(session(), [P, E]).attended == 1
    assert rules.presence(session(excused_counts=True), [P, E]).attended == 2


def test_four_of_six_are_66_percent_and_never_rounded_up():
    assert rules.presence(session(), [P, P, P, P, A, A]).percent == 66


def test_five_of_six_have_the_right_and_four_have_not():
    assert rules.right(session(), [P, P, P, L, P, A]).has
    assert rules.right(session(), [P, P, P, P, A, A]).verdict is Verdict.NO


def test_a_share_just_below_the_rule_gives_no_right():
    assert rules.right(session(min_share=67), [P, P, A]).verdict is Verdict.NO
    assert rules.right(session(min_share=66), [P, P, A]).has


def test_the_right_stays_open_while_the_missing_marks_can_decide_it():
    assert rules.right(session(), [P, P, P, P, P, None]).verdict is Verdict.OPEN
    assert rules.right(session(), [P, P, P, P, A, None]).verdict is Verdict.OPEN
    assert rules.right(session(), [A, A, P, P, P, None]).verdict is Verdict.NO


def test_nobody_has_a_right_from_a_session_without_half_days_or_a_cancelled_one():
    assert not rules.right(session(), []).has
    assert not rules.right(session(state=State.CANCELLED), [P]).has


def test_the_reason_is_a_sentence_in_the_language_spoken():
    found = rules.right(session(), [P, P, P, P, A, A])
    assert without_marks(found.why) == "حضر 4 من 6 أنصاف أيام: 66%، والمطلوب 80%"
    with speaking("fr"):
        words = rules.right(session(), [P, P, P, P, A, A]).why
    assert words.replace("\u00a0", " ") == "A suivi 4 demi-journées sur 6 : 66 %, 80 % exigés"


def test_the_tally_counts_each_verdict_in_words():
    three = [rules.right(session(), marks) for marks in ([P, P], [P, P], [A, A])]
    assert rules.tally_in_words(three) == "2 لهما الحق، 1 ليس له"


@given(st.lists(st.sampled_from([P, A, E, L, None]), min_size=1, max_size=40), st.integers(0, 100), st.booleans())
def test_filling_what_is_missing_never_contradicts_a_settled_verdict(marks, needed, excused):
    here = session(min_share=needed, excused_counts=excused)
    before = rules.right(here, marks).verdict
    best = rules.right(here, [mark or P for mark in marks]).verdict
    worst = rules.right(here, [mark or A for mark in marks]).verdict
    if before is not Verdict.OPEN:
        assert before is best
        assert before is worst or None in marks
    assert Verdict.OPEN not in (best, worst)


def test_days_pass_over_friday_and_saturday_when_asked():
    thursday = date(2026, 11, 12)
    assert rules.days_from(thursday, 3, True) == [thursday, date(2026, 11, 15), date(2026, 11, 16)]
    assert rules.days_from(thursday, 3, False) == [thursday, date(2026, 11, 13), date(2026, 11, 14)]


def test_a_half_day_that_stands_twice_is_named():
    day = date(2026, 11, 15)
    assert rules.clash_of_half_days([(day, Part.MORNING), (day, Part.AFTERNOON)]) is None
    assert rules.clash_of_half_days([(day, Part.MORNING)] * 2) == (day, Part.MORNING)


@pytest.mark.parametrize(
    ("today", "expected"),
    [(13, Phase.UPCOMING), (14, Phase.RUNNING), (16, Phase.RUNNING), (17, Phase.HELD)],
)
def test_the_phase_follows_from_the_days(today, expected):
    days = date(2026, 11, 14), date(2026, 11, 16)
    assert rules.phase(State.PLANNED, *days, date(2026, 11, today)) is expected
    assert rules.phase(State.CANCELLED, *days, date(2026, 11, today)) is Phase.CANCELLED


def test_times_are_written_with_two_digits_each():
    assert rules.is_time("08:30")
    assert not any(map(rules.is_time, ("8:30", "24:00", "08:60", "0830", "٠٨:٣٠x", "")))
