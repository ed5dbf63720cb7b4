"""How training narrows the list of artisans: who took part in a course, and who never did."""

import json
from collections.abc import Sequence

from sqlalchemy import select

from craftdesk.base.dates import today
from craftdesk.base.i18n import ngettext
from craftdesk.base.names import fold
from craftdesk.base.numbers import format_number
from craftdesk.data.session import Session
from craftdesk.features.roster.narrowers import Offered, Picked
from craftdesk.features.roster.narrowing import fits
from craftdesk.features.training.models import Course, CourseKind, State, TrainingSession

_TRAINED = (
    "SELECT p.artisan_id FROM participant p JOIN training_session s ON s.id = p.session_id "
    f"WHERE p.artisan_id IS NOT NULL AND s.state <> '{State.CANCELLED.value}' "
    "AND EXISTS (SELECT 1 FROM half_day h WHERE h.session_id = s.id AND h.day <= ?)"
)
"""Whoever takes part in something that has begun."""


def trained_in(courses: Sequence[str]) -> Picked:
    """Those who took part in one of these courses."""
    sql = f"{_TRAINED} AND s.course_id IN (SELECT value FROM json_each(?))"
    return sql, (today().isoformat(), json.dumps(list(courses)))


def trained(_values: Sequence[str]) -> Picked:
    """Those who took part in any course at all; a meeting trains nobody."""
    return f"{_TRAINED} AND s.kind = '{CourseKind.COURSE.value}'", (today().isoformat(),)


def courses(session: Session, typed: str) -> list[Offered]:
    """The courses whose subject holds words that begin as typed, and how often each was held."""
    held = list(session.execute(select(TrainingSession.course_id)).scalars())
    found = [each for each in session.scalars(select(Course)) if fits(typed, each.subject_ar, each.subject_fr)]
    return [Offered(each.id, each.label(), _often(held.count(each.id))) for each in sorted(found, key=_order)]


def _order(course: Course) -> str:
    return fold(course.label())


def _often(number: int) -> str:
    return ngettext("{number} session", "{number} sessions", number).format(number=format_number(number))


def course_words(session: Session, key: str) -> str:
    course = session.get(Course, key)
    return course.label() if course else key
