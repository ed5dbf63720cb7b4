"""The certificates of a session, the register and the artisan's panel, by keyboard and mouse in both directions."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from craftdesk.base.names import fold
from craftdesk.base.numbers import without_marks
from craftdesk.desk.feature import Panel
from craftdesk.features.certificates import reads
from craftdesk.features.certificates.models import Certificate, CertificateKind
from craftdesk.features.certificates.ui.artisan_panel import ArtisanCertificates
from craftdesk.features.certificates.ui.register_page import RegisterPage
from craftdesk.features.certificates.ui.session_panel import SessionCertificates
from craftdesk.features.roster.models import Artisan
from craftdesk.features.training import reads as training
from craftdesk.features.training.models import Mark, TrainingSession
from craftdesk.features.training.ui.training_page import TrainingPage
from craftdesk.features.training.writes import attendance
from tests.features.certificates.conftest import held_session, issue, numbers, register
from tests.features.training.conftest import make_session
from tests.screens import ALL, BOTH, CONTROL, SHIFT, buttons, look, settle, shown, told, wishes, words_on


def panel_of(desk, qtbot, key: str) -> SessionCertificates:
    return shown(SessionCertificates(desk, key), qtbot)


@pytest.mark.parametrize("language", BOTH)
def test_seventeen_of_twenty_are_issued_printed_as_one_job_and_in_the_register(desk, held, qtbot, language):
    """Race 7: open the session, its certificates, issue, print."""
    look(language)
    printed, register_page = wishes(desk), RegisterPage(desk)
    desk.panels = (Panel("training_session", "Certificates", "ph.certificate", SessionCertificates),)
    page = shown(TrainingPage(desk), qtbot)
    page.open_record(held)
    page.session.tabs.open("panel Certificates")
    panel = page.session.tabs.page("panel Certificates")
    issue_button = {"ar": "إصدار 17 شهادة", "fr": "Délivrer 17 attestations"}[language]
    qtbot.mouseClick(buttons(panel)[issue_button], Qt.MouseButton.LeftButton)
    print_button = {"ar": "طباعة 17 شهادة", "fr": "Imprimer 17 attestations"}[language]
    qtbot.mouseClick(buttons(panel)[print_button], Qt.MouseButton.LeftButton)
    assert numbers(desk.database) == list(range(1, 18))
    assert [(wish.name, len(wish.keys)) for wish in printed] == [("certificate", 17)]
    assert list(printed[0].keys) == [each.id for each in register(desk.database)]
    shown(register_page, qtbot)
    assert register_page.table.model.rowCount() == 17


def test_the_same_by_keyboard_alone(desk, held, qtbot):
    printed = wishes(desk)
    panel = panel_of(desk, qtbot, held)
    panel.table.grid.setFocus()
    qtbot.keyClick(panel.table.grid, Qt.Key.Key_I, CONTROL)
    settle()
    qtbot.keyClick(panel.table.grid, Qt.Key.Key_B, CONTROL)
    assert len(printed[0].keys) == 17


@pytest.mark.parametrize("language", BOTH)
def test_the_panel_says_who_has_the_right_and_who_has_not_and_why(desk, held, qtbot, language):
    look(language)
    panel = panel_of(desk, qtbot, held)
    rows = [[without_marks(column.text(row)) for column in panel.table.model.columns] for row in panel.people]
    late = next(row for row, each in zip(rows, panel.people, strict=True) if not each.right.has)
    assert late[2] == "66%"
    assert late[3] == {"ar": "ليس له الحق", "fr": "N'y a pas droit"}[language]
    assert "80" in late[4]
    assert sorted(row[2] for row in rows) == ["100%"] * 17 + ["66%"] * 3
    assert [row[0] for row in rows] == [str(place) for place in range(1, 21)]
    tally = {"ar": "17 لهم الحق، 3 ليس لهم", "fr": "17 y ont droit, 3 n'y ont pas droit"}[language]
    assert tally in words_on(panel)


def test_what_was_issued_can_be_taken_back_from_the_message(desk, held, qtbot):
    messages = told(desk)
    panel = panel_of(desk, qtbot, held)
    panel.issue()
    assert messages[-1].undo is not None
    desk.undo(messages[-1].undo)
    assert numbers(desk.database) == []
    assert "إصدار 17 شهادة" in buttons(panel)


def test_the_usual_kind_is_offered_and_another_can_be_chosen(desk, office, qtbot):
    key = held_session(office, 3, kind="awareness day")
    panel = panel_of(desk, qtbot, key)
    assert panel.kind.value() == CertificateKind.PARTICIPATION
    panel.kind.set_value(CertificateKind.TRAINING.value)
    panel.issue()
    assert {each.kind for each in register(office)} == {CertificateKind.TRAINING}


def test_the_day_of_issue_can_be_changed_and_a_day_before_the_end_is_refused_in_words(desk, held, qtbot):
    messages = told(desk)
    panel = panel_of(desk, qtbot, held)
    panel.day.line.setFocus()
    panel.day.line.selectAll()
    qtbot.keyClicks(panel.day.line, "15/11/2026")
    panel.issue()
    assert numbers(desk.database) == []
    assert messages[-1].tone == "bad"
    assert panel.day.line.property("bad")
    panel.day.line.selectAll()
    qtbot.keyClicks(panel.day.line, "17/11/2026")
    panel.issue()
    assert {each.issued_on for each in register(desk.database)} == {date(2026, 11, 17)}


def test_a_row_can_be_issued_and_printed_alone(desk, held, qtbot):
    printed = wishes(desk)
    panel = panel_of(desk, qtbot, held)
    panel.table.select(panel.people[4].id)
    panel.issue_chosen()
    panel.table.select(panel.people[4].id)
    panel.print_chosen()
    [made] = register(desk.database)
    assert made.participant_id == panel.people[4].id
    assert printed[-1].keys == (made.id,)
    assert "إصدار 16 شهادة" in buttons(panel)


def test_the_marks_that_are_entered_meanwhile_show_in_the_panel(desk, office, qtbot):
    key = make_session(office, 3)
    panel = panel_of(desk, qtbot, key)
    assert not buttons(panel)["إصدار الشهادات"].isEnabled()

    def enter(session):
        for person in training.sheet(session, key).participants:
            attendance.mark_row(session, person.id, Mark.PRESENT)

    desk.write(enter)
    assert buttons(panel)["إصدار 3 شهادات"].isEnabled()


@pytest.mark.parametrize("language", ALL)
def test_a_session_without_people_says_what_to_do_first(desk, office, qtbot, language):
    look(language)
    panel = panel_of(desk, qtbot, make_session(office, 0))
    first = {"ar": "لا مشاركين في هذه الدورة بعد", "fr": "Aucun participant", "en": "Nobody takes part"}[language]
    assert first in words_on(panel)
    panel.issue()
    assert numbers(office) == []


@pytest.mark.parametrize("language", ALL)
def test_an_empty_register_leads_to_the_sessions(desk, qtbot, language):
    look(language)
    pages = []
    desk.page_wished.connect(lambda name, _record: pages.append(name))
    page = shown(RegisterPage(desk), qtbot)
    first = {"ar": "لم تصدر أي شهادة بعد", "fr": "Aucune attestation", "en": "No certificate was issued"}[language]
    assert first in words_on(page)
    go = {"ar": "الدورات التكوينية", "fr": "Aller aux sessions", "en": "To the sessions"}[language]
    qtbot.mouseClick(buttons(page)[go], Qt.MouseButton.LeftButton)
    assert pages == ["training"]
    assert page.minimumSizeHint().width() <= 1366 - 214


@pytest.mark.parametrize("language", BOTH)
def test_the_register_shows_the_newest_first_and_what_the_chosen_one_says(desk, held, qtbot, language):
    look(language)
    issue(desk.database, held)
    page = shown(RegisterPage(desk), qtbot)
    newest = register(desk.database)[-1]
    assert page.table.model.row_at(0).id == newest.id
    page.table.select(newest.id)
    words = words_on(page.side)
    assert "2026/0017" in words
    assert newest.name in words
    assert newest.subject in words
    assert page.minimumSizeHint().width() <= 1366 - 214


def test_the_register_is_searched_by_name_in_either_script_by_number_and_by_subject(desk, held, qtbot):
    issue(desk.database, held)
    page = shown(RegisterPage(desk), qtbot)
    someone = register(desk.database)[6]
    for typed in (someone.name_ar, someone.name_la.lower(), someone.reference):
        page.filters.box.setText(typed)
        page.filters.box.search_now()
        found = [page.table.model.row_at(place).id for place in range(page.table.model.rowCount())]
        assert someone.id in found, typed
    page.filters.box.setText("التصميم")
    page.filters.box.search_now()
    assert page.table.model.rowCount() == 17
    page.filters.box.setText("زخرفة")
    page.filters.box.search_now()
    assert "لا توجد شهادة توافق البحث" in words_on(page)


def test_the_register_is_narrowed_by_year_and_kind_and_the_chips_take_it_off(desk, held, office, qtbot):
    issue(office, held, 5)
    issue(office, held, 3, date(2027, 1, 4), CertificateKind.PARTICIPATION)
    page = shown(RegisterPage(desk), qtbot)
    assert page.table.model.rowCount() == 8
    page.narrow(year=2027)
    assert page.table.model.rowCount() == 3
    page.narrow(kind=CertificateKind.TRAINING)
    assert page.table.model.rowCount() == 0
    for _chip in range(2):
        settle()
        qtbot.mouseClick(page.filters.chips.itemAt(0).widget(), Qt.MouseButton.LeftButton)
    assert page.table.model.rowCount() == 8


def test_the_register_is_sorted_by_a_click_on_a_heading(desk, held, qtbot):
    issue(desk.database, held)
    page = shown(RegisterPage(desk), qtbot)
    page.table.sort(1)
    names = [page.table.model.row_at(place).name_ar for place in range(17)]
    assert names == sorted(names)
    page.table.sort(0)
    assert page.table.model.row_at(0).number == 1


def test_one_many_and_all_are_printed_again(desk, held, qtbot):
    issue(desk.database, held)
    printed = wishes(desk)
    page = shown(RegisterPage(desk), qtbot)
    page.table.grid.setFocus()
    page.table.select(page.table.model.row_at(0).id)
    qtbot.keyClick(page.table.grid, Qt.Key.Key_P, CONTROL)
    qtbot.keyClick(page.table.grid, Qt.Key.Key_Down, SHIFT)
    qtbot.keyClick(page.table.grid, Qt.Key.Key_P, CONTROL)
    qtbot.keyClick(page.table.grid, Qt.Key.Key_B, CONTROL)
    page.print_register()
    assert [(wish.name, len(wish.keys)) for wish in printed] == [
        ("certificate", 1),
        ("certificate", 2),
        ("certificate", 17),
        ("certificate-register", 17),
    ]


def test_the_artisan_and_the_session_behind_a_certificate_are_opened(desk, held, qtbot):
    issue(desk.database, held)
    opened = []
    desk.opened.connect(opened.append)
    page = shown(RegisterPage(desk), qtbot)
    first = register(desk.database)[0]
    page.open_record(first.id)
    assert page.opened_record() == first.id
    page.open_artisan()
    page.open_session()
    assert [(wish.model, wish.key) for wish in opened] == [
        (Artisan, first.artisan_id),
        (TrainingSession, held),
    ]


def test_a_record_far_down_the_register_is_found_and_shown(desk, office, qtbot):
    for _batch in range(5):
        issue(office, held_session(office, 40))
    page = shown(RegisterPage(desk), qtbot)
    first = register(office)[0]
    page.open_record(first.id)
    assert page.table.row().id == first.id
    assert page.table.grid.currentIndex().row() == 199


def test_the_register_follows_what_is_issued_while_it_is_in_sight(desk, held, qtbot):
    page = shown(RegisterPage(desk), qtbot)
    keys = desk.read(reads.candidates, held)
    assert page.table.model.rowCount() == 0
    panel = SessionCertificates(desk, held)
    qtbot.addWidget(panel)
    panel.issue()
    assert len(keys) == 20
    assert page.table.model.rowCount() == 17


@pytest.mark.parametrize("language", BOTH)
def test_the_panel_of_an_artisan_lists_the_certificates_and_prints_them(desk, held, qtbot, language):
    look(language)
    issue(desk.database, held)
    printed, opened = wishes(desk), []
    desk.opened.connect(opened.append)
    made = register(desk.database)[0]
    panel = shown(ArtisanCertificates(desk, made.artisan_id), qtbot)
    assert "2026/0001" in words_on(panel)
    qtbot.mouseClick(buttons(panel)[{"ar": "طباعة", "fr": "Imprimer"}[language]], Qt.MouseButton.LeftButton)
    assert printed[0].keys == (made.id,)
    assert not opened


def test_the_panel_of_an_artisan_without_certificates_says_so(desk, held, qtbot):
    with desk.database.reading() as session:
        late = reads.candidates(session, held)[3].participant.artisan_id
    panel = shown(ArtisanCertificates(desk, late), qtbot)
    assert "لا شهادات بعد" in words_on(panel)
    assert not buttons(panel)
    assert Certificate.__tablename__ == "certificate"


@pytest.mark.parametrize("language", BOTH)
def test_the_register_sorts_names_as_its_language_writes_them(desk, held, qtbot, language):
    issue(desk.database, held)
    look(language)
    page = shown(RegisterPage(desk), qtbot)
    page.table.sort(1)
    names = [page.table.model.row_at(at).name for at in range(17)]
    assert names == sorted(names, key=fold)
    assert names[0].isascii() is (language == "fr") or "ï" in names[0]
