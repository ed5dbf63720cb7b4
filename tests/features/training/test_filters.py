from craftdesk.app import features
from craftdesk.features.roster import narrowing, reads
from craftdesk.features.roster.asking import Asked, Filters
from craftdesk.features.training.models import TrainingSession
from craftdesk.features.training.writes import planning
from tests.features.training.conftest import add_artisans, make_session

assert features.FEATURES


def found(office, **filters) -> int:
    with office.reading() as session:
        return reads.find(session, Asked(filters=Filters(**filters))).total


def course_of(office, key) -> str:
    with office.reading() as session:
        return session.get_one(TrainingSession, key).course_id


def test_who_took_part_is_found_by_the_course_and_who_never_did_by_the_other_filter(office):
    key = make_session(office, 6)
    with office.reading() as session:
        every = reads.counts(session).total
    course = course_of(office, key)
    assert found(office, trained=course) == 6
    assert found(office, untrained=True) == every - 6
    assert found(office, trained=[course, "another"]) == 6
    with office.writing() as session:
        planning.cancel_session(session, key)
    assert found(office, trained=course) == 0
    assert found(office, untrained=True) == every


def test_courses_are_offered_by_the_beginnings_of_their_words(office):
    key = make_session(office, 2)
    add_artisans(office, 1)
    with office.reading() as session:
        [offered] = narrowing.offered(session, "trained", "تصم")
        assert offered.key == course_of(office, key)
        assert narrowing.value_words(session, "trained", offered.key) == offered.title
        assert narrowing.offered(session, "trained", "زززز") == []
