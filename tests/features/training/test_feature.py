"""What training adds to home, search and the demo office."""

from datetime import date, timedelta

from sqlalchemy.orm import joinedload

from craftdesk.base.dates import on_day
from craftdesk.data import search
from craftdesk.features.office import reads as office_reads
from craftdesk.features.roster.models import Artisan
from craftdesk.features.training import demo, reads, rules
from craftdesk.features.training.feature import FEATURE
from craftdesk.features.training.models import Mark, Participant, Trainer, TrainingSession
from craftdesk.features.training.rules import Phase
from craftdesk.features.training.writes import attendance, people, planning
from tests.features.training.conftest import artisan, make_session

TODAY = date(2026, 11, 23)


def test_home_tells_of_today_tomorrow_and_what_is_not_entered(office):
    today = make_session(office, 0, first_day=TODAY, days=1, subject_ar="اليوم الإعلامي")
    make_session(office, 0, first_day=TODAY + timedelta(1), days=1, subject_ar="التسويق")
    held = make_session(office, 3, first_day=TODAY - timedelta(10), days=1, subject_ar="التغليف")
    make_session(office, 0, first_day=TODAY + timedelta(20), subject_ar="بعيد")
    with on_day(TODAY), office.reading() as session:
        waiting = FEATURE.waiting(session)
        [figure] = FEATURE.figures(session)
        agenda = FEATURE.agenda(session)
    assert [each.title for each in waiting] == [
        "اليوم: اليوم الإعلامي",
        "غدا: التسويق",
        "حضور ينتظر التسجيل: التغليف",
    ]
    assert waiting[2].detail == "يوم 13 نوفمبر 2026 · تنقص 6 علامات"
    assert [each.record for each in waiting][::2] == [today, held]
    assert figure.number == 3
    assert [(each.when, each.title) for each in agenda.entries] == [
        ("23 نوفمبر", "اليوم الإعلامي"),
        ("24 نوفمبر", "التسويق"),
        ("13–15 ديسمبر", "بعيد"),
    ]


def test_nothing_waits_of_a_cancelled_session_or_a_complete_sheet(office):
    cancelled = make_session(office, 0, first_day=TODAY, days=1)
    complete = make_session(office, 2, first_day=TODAY - timedelta(5), days=1)
    with office.writing() as session:
        planning.cancel_session(session, cancelled)
    with office.reading() as session:
        halves = reads.sheet(session, complete).half_days
    for half in halves:
        with office.writing() as session:
            attendance.mark_column(session, half.id, Mark.PRESENT)
    with on_day(TODAY), office.reading() as session:
        assert FEATURE.waiting(session) == []


def test_search_finds_sessions_and_trainers_from_outside(office, course):
    with office.writing() as session:
        people.add_outside_trainer(session, course, {"own_name_ar": "قاسمي الطاهر", "own_name_la": "Gasmi Tahar"})
    finders = {finder.table: finder for finder in FEATURE.finders}
    with office.reading() as session:
        for typed, model, title in (
            ("الحلي التقليدي", TrainingSession, "التصميم والرسم في الحلي التقليدي"),
            ("gasmi", Trainer, "قاسمي الطاهر"),
        ):
            keys = [key for _table, key in search.find(session.connection(), typed, (model.__tablename__,))]
            [hit] = finders[model.__tablename__].hits(session, keys)
            assert (hit.title, hit.model, hit.key) == (title, TrainingSession, course)


def filled(office, day: date) -> list[str]:
    with office.writing() as session:
        session.entitle("Added")
        activities = office_reads.activities(session)
        made = [artisan(each) for each in range(150)]
        for place, each in enumerate(made):
            each.activity = activities[place % len(activities)]
        session.add_all(made)
    return filled_again(office, day)


def test_the_demo_holds_a_session_of_each_phase(office):
    keys = filled(office, TODAY)
    with on_day(TODAY), office.reading() as session:
        lines = {line.id: line for line in reads.session_lines(session, keys)}
        phases = [lines[key].phase for key in keys]
        assert phases == [Phase.HELD, Phase.RUNNING, Phase.UPCOMING, Phase.HELD]
        held, staff = (reads.sheet(session, keys[place]) for place in (0, 3))
        rights = rules.rights(held).values()
        assert sum(each.has for each in rights) == 17
        assert sum(not each.has for each in rights) == 3
        assert all(person.artisan_id is None and person.body for person in staff.participants)
        assert all(lines[key].complete for key in (keys[0], keys[3]))


def test_the_demo_is_the_same_each_time_and_can_be_undone(office):
    from craftdesk.data import journal  # noqa: PLC0415

    filled(office, TODAY)
    with office.writing() as session:
        journal.undo(session, journal.last_undoable(session, office.who).id)
    with office.reading() as session:
        assert session.query(TrainingSession).count() == session.query(Participant).count() == 0


def test_on_any_day_of_the_week_the_demo_keeps_its_phases(office):
    for shift in range(7):
        day = TODAY + timedelta(shift)
        keys = filled_again(office, day) if shift else filled(office, day)
        with on_day(day), office.reading() as session:
            lines = {line.id: line for line in reads.session_lines(session, keys)}
        assert [lines[key].phase for key in keys] == [Phase.HELD, Phase.RUNNING, Phase.UPCOMING, Phase.HELD], day


def filled_again(office, day: date) -> list[str]:
    with on_day(day), office.writing() as session:
        found = session.query(Artisan).options(joinedload(Artisan.activity)).order_by(Artisan.order_ar).all()
        return demo.fill(session, found, day)
