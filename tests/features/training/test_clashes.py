"""A room, a trainer or somebody who takes part is wanted at two places at once: it is said, and nothing is barred."""

from datetime import date

import pytest

from craftdesk.base.numbers import without_marks
from craftdesk.features.training import clashes, reads
from craftdesk.features.training.models import HalfDay, Part
from craftdesk.features.training.ui.training_page import TrainingPage
from craftdesk.features.training.writes import people, planning
from tests.features.training.conftest import add_artisans, make_session
from tests.screens import BOTH, look, shown, words_on

MARKETING = {"subject_ar": "التسويق", "subject_fr": "Le marketing"}
TAHAR = {"own_name_ar": "قاسمي الطاهر", "own_name_la": "Gasmi Tahar"}


def taken(office, key: str, **place) -> list[str]:
    """The subjects of the sessions that are held at the same place at the same time."""
    with office.reading() as session:
        sheet = reads.sheet(session, key)
        wanted = (place.get("ar", sheet.session.place_ar), place.get("fr", sheet.session.place_fr))
        return [each.session.subject_ar for each in clashes.of_place(session, wanted, sheet.half_days, key)]


def test_two_sessions_in_one_room_at_the_same_hours_clash(office, course):
    other = make_session(office, 0, first_day=date(2026, 11, 16), **MARKETING)
    assert taken(office, course) == ["التسويق"]
    assert taken(office, other) == ["التصميم والرسم في الحلي التقليدي"]
    assert taken(office, course, ar="دار الصناعه التقليديه باتنه", fr="") == ["التسويق"]
    assert taken(office, course, ar="قاعة أخرى", fr="Autre salle") == []
    assert taken(office, course, ar="", fr="") == []


def test_other_days_other_hours_and_cancelled_sessions_do_not_clash(office, course):
    make_session(office, 0, first_day=date(2026, 11, 17), **MARKETING)
    evening = {Part.MORNING: ("07:00", "09:00"), Part.AFTERNOON: ("12:00", "13:30")}
    make_session(office, 0, first_day=date(2026, 11, 14), times=evening, **MARKETING)
    off = make_session(office, 0, first_day=date(2026, 11, 14), **MARKETING)
    with office.writing() as session:
        planning.cancel_session(session, off)
    assert taken(office, course) == []


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        (("09:00", "12:00"), ("11:59", "13:00"), True),
        (("09:00", "12:00"), ("12:00", "13:00"), False),
        (("09:00", "12:00"), ("10:00", "11:00"), True),
    ],
)
def test_half_days_meet_when_they_share_a_minute(one, other, shared):
    from craftdesk.features.training.rules import meets_with  # noqa: PLC0415

    first, second = (HalfDay(day=date(2026, 11, 14), part=Part.MORNING, starts=a, ends=b) for a, b in (one, other))
    assert meets_with(first, second) is meets_with(second, first) is shared


def trainers_engaged(office, key: str) -> dict[str, list[str]]:
    with office.reading() as session:
        sheet = reads.sheet(session, key)
        names = {each.id: each.name for each in sheet.trainers}
        found = clashes.of_trainers(session, sheet)
        return {names[trainer]: [each.session.subject_ar for each in others] for trainer, others in found.items()}


def test_a_trainer_of_two_sessions_at_once_is_told_of_the_roster_or_from_outside(office, course):
    other = make_session(office, 0, first_day=date(2026, 11, 15), **MARKETING)
    [master] = add_artisans(office, 1)
    with office.writing() as session:
        people.add_trainer(session, other, master)
        people.add_outside_trainer(session, other, {"own_name_ar": "قاسمي الطّاهر"})
    with office.writing() as session:
        people.add_outside_trainer(session, course, TAHAR)
    assert trainers_engaged(office, course) == {"قاسمي الطاهر": ["التسويق"]}
    with office.writing() as session:
        people.add_trainer(session, course, master)
    assert len(trainers_engaged(office, course)) == 2


def test_who_takes_part_elsewhere_at_the_same_time_is_told_and_enrolled_all_the_same(office, course):
    other = make_session(office, 0, first_day=date(2026, 11, 16), **MARKETING)
    with office.reading() as session:
        sheet = reads.sheet(session, course)
        there = [each.artisan_id for each in sheet.participants[:2]]
        assert clashes.of_artisans(session, sheet) == {}
    with office.writing() as session:
        assert people.enrol(session, other, there).enrolled == 2
    with office.reading() as session:
        found = clashes.of_artisans(session, reads.sheet(session, course))
    assert set(found) == set(there)
    assert without_marks(clashes.in_words(found[there[0]])) == "«التسويق» (16/11/2026)"


@pytest.mark.parametrize("language", BOTH)
def test_the_plan_says_at_the_field_that_the_place_is_taken(desk, qtbot, course, language):
    look(language)
    page = shown(TrainingPage(desk), qtbot)
    page.plan()
    form = page._plan.form
    form.input("subject_ar").set_text("التسويق")
    form.input("first_day").set_text("15/11/2026")
    form.input("place_fr").set_text("Maison de l'artisanat de Batna")
    form.changed.emit("place_fr")
    told = {"ar": "المكان محجوز في الوقت نفسه", "fr": "Le lieu est pris au même moment"}[language]
    assert form.row("place_ar").message().startswith(told)
    form.input("first_day").set_text("29/11/2026")
    form.changed.emit("first_day")
    assert form.row("place_ar").message() == ""
    form.input("first_day").set_text("15/11/2026")
    form.changed.emit("first_day")
    form.save()
    assert len(desk.read(reads.sessions)) == 2


@pytest.mark.parametrize("language", BOTH)
def test_the_session_says_who_and_what_is_wanted_elsewhere(desk, qtbot, course, language):
    look(language)
    other = make_session(desk.database, 0, first_day=date(2026, 11, 16), **MARKETING)
    there = [each.artisan_id for each in desk.read(reads.sheet, course).participants[:5]]
    page = shown(TrainingPage(desk), qtbot)
    page.open_record(other)
    page.session.tabs.open("people")
    tab = page.session.tabs.page("people")
    assert not tab.note.isVisible()
    page.session.enrol()
    picker = tab.picker
    rows = [picker.table.model.row_at(at) for at in range(picker.table.model.rowCount())]
    marked = {row.key for row in rows if picker._elsewhere(row)}
    assert marked >= set(there)
    desk.write(people.enrol, other, there)
    tab.show_list()
    subject = {"ar": "التصميم والرسم", "fr": "Design et dessin"}[language]
    assert subject in words_on(tab)
    assert "5" in without_marks(tab.note.words.text())
    for key in (course, other):
        desk.write(people.add_outside_trainer, key, TAHAR)
    page.session.tabs.open("programme")
    programme = page.session.tabs.page("programme")
    at_once = {"ar": "في الوقت نفسه ضمن", "fr": "Au même moment dans"}[language]
    assert at_once in words_on(programme.trainers)
    assert subject in without_marks(programme.details.form.row("place_ar").message())
    desk.write(planning.cancel_session, course)
    assert not tab.note.isVisibleTo(tab)
    assert at_once not in words_on(programme.trainers)
    assert programme.details.form.row("place_ar").message() == ""
