"""The pages of training by keyboard and mouse, in both directions, empty and full."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QLabel

from craftdesk.base.numbers import without_marks
from craftdesk.desk.feature import Panel
from craftdesk.features.office import reads as office_reads
from craftdesk.features.roster.models import Artisan
from craftdesk.features.training import demo, reads
from craftdesk.features.training.ui.people_tab import PeopleTab
from craftdesk.features.training.ui.programme_tab import ProgrammeTab
from craftdesk.features.training.ui.training_page import TrainingPage
from craftdesk.features.training.ui.trainings_panel import TrainingsPanel
from craftdesk.features.training.writes import people
from craftdesk.ui.actions import ActionButton
from craftdesk.ui.labels import Label
from tests.features.conftest import TODAY
from tests.features.training.conftest import artisan, make_session
from tests.screens import ALL, CONTROL, SHIFT, look, press, settle, shown, strike, type_text, words_on


def opened(desk, qtbot, language: str = "ar") -> TrainingPage:
    look(language)
    return shown(TrainingPage(desk), qtbot)


def some_artisans(desk, number: int = 60) -> list[Artisan]:
    """People of the roster with their activities: every third one a jeweller in silver."""

    def add(session):
        session.entitle("Added")
        activities = {each.code: each for each in office_reads.activities(session)}
        made = [artisan(each) for each in range(number)]
        for place, each in enumerate(made):
            each.activity = activities["0301001" if place % 3 == 0 else "0303001"]
        session.add_all(made)
        return made

    return desk.write(add)


@pytest.mark.parametrize("language", ALL)
def test_an_empty_list_says_what_to_do_first(desk, qtbot, language):
    page = opened(desk, qtbot, language)
    first = {"ar": "لم تبرمج أي دورة بعد", "fr": "Aucune session", "en": "No session was planned yet"}[language]
    assert first in words_on(page)


@pytest.mark.parametrize("language", ALL)
def test_every_tab_of_every_demo_session_opens(desk, qtbot, language):
    people = some_artisans(desk)
    keys = desk.write(demo.fill, people, TODAY)
    page = opened(desk, qtbot, language)
    for each in keys:
        page.open_record(each)
        for name in ("attendance", "people", "programme", "history"):
            page.session.tabs.open(name)
            QApplication.processEvents()
            assert page.session.tabs.page(name).isVisible()
        assert page.minimumSizeHint().width() <= 1366 - 214, "it must fit beside the side bar at 1366 pixels"


@pytest.mark.parametrize("language", ALL)
def test_a_session_without_people_or_half_days_opens_too(desk, qtbot, language):
    bare = make_session(desk.database, 0)
    page = opened(desk, qtbot, language)
    page.open_record(bare)
    for name in ("people", "programme", "history", "attendance"):
        page.session.tabs.open(name)
    nobody = {"ar": "لا يوجد من يسجل حضوره بعد", "fr": "Personne à pointer", "en": "Nobody to mark yet"}[language]
    assert nobody in words_on(page)


def test_race_5_a_three_day_course_is_planned_filled_and_printed_in_six_steps(desk, qtbot):
    some_artisans(desk)
    page = opened(desk, qtbot)
    page.show_list()
    printed = []
    desk.paper_wished.connect(printed.append)

    press(qtbot, Qt.Key.Key_N, held=CONTROL)  # 1: a new session
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page._plan.form.input("subject_ar").focusProxy())
    type_text("التصميم والرسم في الحلي التقليدي")  # 2: its subject; three days from next Sunday stand there
    press(qtbot, Qt.Key.Key_S, held=CONTROL)  # 3: planned, and the picker opens
    picker = page.session.tabs.page("people").picker
    qtbot.waitUntil(picker.box.hasFocus)
    press(qtbot, Qt.Key.Key_Tab)
    type_text("الحلي التقليدية من الفضة")
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Return)  # 4: narrowed to one activity
    assert picker._found.total == 20
    press(qtbot, Qt.Key.Key_Return, held=CONTROL | SHIFT)  # 5: all found are enrolled
    press(qtbot, Qt.Key.Key_P, held=CONTROL)  # 6: the sheet

    sheet = desk.read(reads.sheet, page.opened_record())
    assert [each.day.day for each in sheet.half_days] == [29, 29, 30, 30, 1, 1]
    assert len(sheet.participants) == 20
    assert {each.body_or_activity for each in sheet.participants} == {"صناعة الحلي التقليدية من الفضة"}
    assert [(wish.name, wish.keys) for wish in printed] == [("attendance-sheet", (page.opened_record(),))]


def test_space_ticks_people_and_ticks_stay_while_one_narrows_anew(desk, qtbot):
    some_artisans(desk)
    page = opened(desk, qtbot)
    page.open_record(make_session(desk.database, 0))
    page.session.enrol()
    picker = page.session.tabs.page("people").picker
    picker.table.grid.setFocus()
    for _number in range(3):
        press(qtbot, Qt.Key.Key_Space)
    picker.sex.set_text("أنثى")
    picker.table.grid.setFocus()
    picker.table.grid.setCurrentIndex(picker.table.model.index(20, 0))
    press(qtbot, Qt.Key.Key_Space)
    assert "4 مؤشرين" in words_on(picker)
    press(qtbot, Qt.Key.Key_Return)
    assert len(desk.read(reads.sheet, page.opened_record()).participants) == 4
    assert isinstance(page.session.tabs.page("people"), PeopleTab)
    assert page.session.tabs.page("people").currentIndex() == 0


def test_who_takes_part_already_is_shown_and_not_enrolled_twice(desk, qtbot):
    people = some_artisans(desk, 5)
    session = make_session(desk.database, 0)
    page = opened(desk, qtbot)
    page.open_record(session)
    told = []
    desk.told.connect(told.append)
    for expected in (5, 5):
        page.session.enrol()
        page.session.tabs.page("people").picker.enrol_all()
        assert len(desk.read(reads.sheet, session).participants) == expected
    assert told[-1].tone == "warn"
    assert len(people) == 5


def test_people_from_outside_are_written_one_after_the_other(desk, qtbot):
    session = make_session(desk.database, 0)
    page = opened(desk, qtbot)
    page.open_record(session)
    page.session.tabs.open("people")
    tab = page.session.tabs.page("people")
    tab.open_outsider()
    for name in ("مزهود ليلى", "حداد يوسف"):
        qtbot.waitUntil(lambda: tab.form.form.input("own_name_ar").focusProxy().hasFocus())
        type_text(name)
        press(qtbot, Qt.Key.Key_S, held=CONTROL)
    qtbot.waitUntil(lambda: tab.form.form.input("own_name_ar").focusProxy().hasFocus())
    press(qtbot, Qt.Key.Key_S, held=CONTROL)
    assert tab.form.form.row("own_name_ar").message() == "اكتبوا اسم المشارك."
    press(qtbot, Qt.Key.Key_Escape)
    assert tab.currentIndex() == 0
    assert [each.name for each in desk.read(reads.sheet, session).participants] == ["حداد يوسف", "مزهود ليلى"]


def test_delete_takes_people_off_the_list_and_the_desk_can_undo_it(desk, qtbot, course):
    page = opened(desk, qtbot)
    page.open_record(course)
    page.session.tabs.open("people")
    grid = page.session.tabs.page("people").table.grid
    grid.setFocus()
    grid.setCurrentIndex(grid.model().index(0, 0))
    press(qtbot, Qt.Key.Key_Down, held=SHIFT)
    press(qtbot, Qt.Key.Key_Delete)
    assert len(desk.read(reads.sheet, course).participants) == 18
    desk.undo()
    assert len(page.session.sheet.participants) == 20


def test_the_programme_is_changed_in_place(desk, qtbot, course):
    page = opened(desk, qtbot)
    page.open_record(course)
    page.session.tabs.open("programme")
    tab = page.session.tabs.page("programme")
    assert isinstance(tab, ProgrammeTab)
    tab.details.form.input("place_ar").set_text("قاعة المحاضرات")
    tab.details.form.input("min_share").set_text("75")
    tab.details.form.save()
    tab.half_days.form.save()
    tab.half_days.table.select(page.session.sheet.half_days[0].id)
    tab.half_days.remove()
    sheet = desk.read(reads.sheet, course)
    assert (sheet.session.place_ar, sheet.session.min_share) == ("قاعة المحاضرات", 75)
    assert [each.day.day for each in sheet.half_days] == [14, 15, 15, 16, 16, 17]


def test_a_half_day_that_stands_there_already_is_refused_at_its_field(desk, qtbot, course):
    page = opened(desk, qtbot)
    page.open_record(course)
    page.session.tabs.open("programme")
    card = page.session.tabs.page("programme").half_days
    card.form.input("day").set_text("15/11/2026")
    card.form.save()
    assert "15/11/2026" in without_marks(card.form.row("day").message())
    assert len(desk.read(reads.sheet, course).half_days) == 6


def test_trainers_are_found_in_the_roster_or_written(desk, qtbot):
    [master, *_others] = some_artisans(desk, 3)
    session = make_session(desk.database, 0)
    page = opened(desk, qtbot)
    page.open_record(session)
    page.session.tabs.open("programme")
    card = page.session.tabs.page("programme").trainers
    card.picker.set_value(card.picker.search("بن نادر")[0])
    card.picker.changed.emit()
    card._open_form()
    card.form.input("own_name_ar").set_text("قاسمي الطاهر")
    card.form.save()
    trainers = desk.read(reads.sheet, session).trainers
    assert [each.name for each in trainers] == [master.name_ar, "قاسمي الطاهر"]
    assert "المكوّنان: بن نادر شاهين، قاسمي الطاهر" in words_on(page)


def test_a_deleted_session_leaves_its_page_and_undo_brings_it_back(desk, qtbot, course):
    page = opened(desk, qtbot)
    page.open_record(course)
    page.session.tabs.open("programme")
    page.session.tabs.page("programme").details._remove()
    assert page.opened_record() is None
    assert page.currentWidget() is page.list
    desk.undo()
    assert page.list.table.model.rowCount() == 1


def test_the_history_tells_actions_and_gathers_marks(desk, qtbot, course):
    page = opened(desk, qtbot)
    page.open_record(course)
    grid = page.session.tabs.page("attendance").grid
    for _number in range(5):
        strike(grid, text="ح")
    page.session.tabs.open("history")
    words = words_on(page.session.tabs.page("history"))
    assert "تسجيل الحضور (5 مرات)" in words
    assert "التسجيل في «التصميم والرسم في الحلي التقليدي» (عدد الأشخاص: 20)" in words
    assert "برمجة: التصميم والرسم في الحلي التقليدي" in words


def test_panels_of_other_features_stand_as_tabs(desk, qtbot, course):
    desk.panels = (Panel("training_session", "Certificates", "ph.certificate", lambda _desk, found: QLabel(found)),)
    page = opened(desk, qtbot)
    page.open_record(course)
    page.session.tabs.open("panel Certificates")
    assert page.session.tabs.page("panel Certificates").text() == course


@pytest.mark.parametrize("language", ALL)
def test_the_card_of_an_artisan_shows_the_trainings_and_opens_them(desk, qtbot, course, language):
    look(language)
    person = desk.read(reads.sheet, course).participants[0]
    panel = TrainingsPanel(desk, person.artisan_id)
    qtbot.addWidget(panel)
    panel.show()
    subject = "التصميم والرسم" if language == "ar" else "Design et dessin"
    assert subject in words_on(panel)
    wishes = []
    desk.opened.connect(wishes.append)
    from craftdesk.ui.figures import EventRow  # noqa: PLC0415

    panel.findChild(EventRow).press()
    assert [wish.key for wish in wishes] == [course]


def test_what_was_typed_in_the_plan_is_there_again_after_the_program_ended(desk, qtbot):
    page = opened(desk, qtbot)
    page.plan()
    type_into = page._plan.form.input("subject_ar")
    type_into.set_text("تسيير الورشة")
    desk.leaving.emit()
    again = opened(desk, qtbot)
    again.plan()
    assert again._plan.form.input("subject_ar").text() == "تسيير الورشة"


def test_a_subject_taught_before_fills_the_plan(desk, qtbot, course):
    page = opened(desk, qtbot)
    page.plan()
    line = page._plan.form.input("subject_ar")
    qtbot.waitUntil(lambda: line.focusProxy().hasFocus())
    type_text("التصميم")
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_Return)
    values = page._plan.form.values()
    assert values["subject_fr"] == "Design et dessin dans le bijou traditionnel"
    assert values["hours"] == 18


def test_a_trainers_long_name_is_wrapped_and_the_form_takes_the_room_of_the_half_days(desk, qtbot):
    session = make_session(desk.database, 0)
    name = "بن عبد الرحمان بوشعالة محمد الأمين عبد الحكيم نور الدين بن الحاج إبراهيم الخليل المدعو سي لخضر الباتني"
    desk.write(people.add_outside_trainer, session, {"own_name_ar": name, "body_ar": "غرفة الصناعة التقليدية"})
    page = opened(desk, qtbot)
    page.open_record(session)
    page.session.tabs.open("programme")
    tab = page.session.tabs.page("programme")
    settle()
    label = next(each for each in tab.trainers.findChildren(Label) if each.text() == name)
    assert label.height() >= label.heightForWidth(label.width()) >= 2 * label.fontMetrics().height()
    for button in tab.trainers.findChildren(ActionButton):
        place = QRect(button.mapTo(tab.trainers, QPoint(0, 0)), button.size())
        assert not button.isVisible() or tab.trainers.rect().contains(place), button.text()
    tab.trainers._open_form(page.session.sheet.trainers[0])
    assert (tab.trainers.form.isVisible(), tab.half_days.isVisible()) == (True, False)
    tab.trainers.form.set_value("function_fr", "Maître artisan")
    tab.trainers.form.save()
    assert (tab.trainers.form.isVisible(), tab.half_days.isVisible()) == (False, True)
    assert desk.read(reads.sheet, session).trainers[0].function_fr == "Maître artisan"
