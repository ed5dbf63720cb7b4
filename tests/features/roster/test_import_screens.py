"""Taking over a list on the screen, by keyboard and mouse, in both directions."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QLineEdit
from sqlalchemy import func, select

from craftdesk.base.numbers import without_marks
from craftdesk.features.roster import reads
from craftdesk.features.roster.models import Artisan, Outcome
from craftdesk.features.roster.ui.import_page import ImportPage
from craftdesk.features.roster.ui.import_targets import targets_menu
from craftdesk.features.roster.ui.roster_page import WAITING_ROWS, RosterPage
from craftdesk.ui.actions import ActionButton

HEADINGS = "N°;اللقب;الاسم;Nom;Prénom;تاريخ الميلاد;NIN;البلدية;Tél.;خانة;رقم السجل"
SOUND = "1;بوجلال;سمير;BOUDJELLAL;Samir;28/11/1980;109800533134522876;تيمقاد;0773526008;س;05/2023/00001"
NO_COMMUNE = "2;بن علي;ليلى;BEN ALI;Leila;01/02/1990;209900533134522876;مدينة الخيال;0773526009;ع;05/2023/00002"
TWIN = "3;بوجلال;سميره;BOUDJELAL;Samira;03/04/1970;109800533134522876;تيمقاد;0773526008;;05/2023/00003"
RUINED = "4;قاسي;نورة;KACI;Nora;05/06/1985;2,09E+17;باتنة;552089496;;05/2023/00004"


@pytest.fixture
def told(desk):
    found = []
    desk.told.connect(found.append)
    return found


@pytest.fixture
def page(desk, qtbot, direction):
    made = ImportPage(desk, lambda: None)
    qtbot.addWidget(made)
    made.resize(1152, 768)
    made.show()
    yield made
    desk.close()


@pytest.fixture
def listed(tmp_path: Path) -> Callable[..., Path]:
    def written(*lines: str) -> Path:
        path = tmp_path / "list.csv"
        path.write_text("\n".join((HEADINGS, *lines)), "utf-8")
        return path

    return written


@pytest.fixture
def opened(page, listed, qtbot):
    def looked(*lines: str) -> ImportPage:
        page.open_file(listed(*lines))
        qtbot.waitUntil(lambda: page.looked is not None and page.isEnabled())
        return page

    return looked


def artisans(desk) -> int:
    return desk.read(lambda session: session.scalar(select(func.count()).select_from(Artisan)))


def take_over(page, desk, qtbot) -> None:
    before = page.looked
    page.take_over()
    qtbot.waitUntil(lambda: page.looked is not before and page.isEnabled())


def test_a_fresh_page_says_what_to_do_first(page):
    assert page.looked is None
    assert [button.text() for button in page.findChildren(ActionButton) if button.action.primary and button.isVisible()]
    assert not page.start.problem.text()


def test_a_list_opens_at_the_rows_that_want_the_clerk_with_the_reason_in_words(opened):
    page = opened(SOUND, NO_COMMUNE, TWIN)
    assert [row.number for row in page.view.table.rows_model.rows] == [3]
    assert "مدينة الخيال" in page.view.reason.text()
    index = page.view.table.currentIndex()
    assert page.view.table.rows_model.target(index.column()) == "home_commune_id"
    assert "مدينة الخيال" in index.data(Qt.ItemDataRole.ToolTipRole)


def test_the_groups_count_the_rows_and_filter_them(opened):
    page = opened(SOUND, NO_COMMUNE, TWIN, RUINED)
    assert set(page.view.buttons) == {"all", "waiting", "twin", "new", "mend", "right"}
    page.view.buttons["mend"].click()
    assert [row.number for row in page.view.table.rows_model.rows] == [5]
    page.view.buttons["all"].click()
    assert len(page.view.table.rows_model.rows) == 4


def test_a_cell_is_mended_in_its_place_and_judged_at_once(opened, qtbot):
    page = opened(NO_COMMUNE)
    table = page.view.table
    table.setFocus()
    table.edit(table.currentIndex())
    line = table.findChild(QLineEdit)
    line.setText("تيمقاد")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.looked.rows[0].outcome is Outcome.NEW)
    assert "waiting" not in page.view.buttons
    assert [row.number for row in table.rows_model.rows] == [2], "the row stays in sight while it is mended"


def test_a_commune_is_suggested_while_it_is_typed(opened, qtbot):
    page = opened(NO_COMMUNE)
    table = page.view.table
    table.setFocus()
    table.edit(table.currentIndex())
    line = table.findChild(QLineEdit)
    line.clear()
    qtbot.keyClicks(line, "timga")
    qtbot.keyClick(line, Qt.Key.Key_Down)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.looked.rows[0].outcome is Outcome.NEW)


def test_twins_are_joined_kept_apart_and_taken_back_by_the_keyboard(opened, qtbot):
    page = opened(SOUND, TWIN)
    row = page.looked.rows[1]
    assert row.outcome is Outcome.TWIN
    qtbot.keyClick(page.view.table, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert row.outcome is Outcome.SAME
    page.view.decide(None)
    assert row.outcome is Outcome.TWIN
    qtbot.keyClick(page.view.table, Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)
    assert row.outcome is Outcome.NEW
    qtbot.keyClick(page.view.table, Qt.Key.Key_Delete)
    assert row.outcome is Outcome.LEFT


def test_a_column_is_taken_for_something_else_and_what_was_mended_stays(opened, qtbot):
    page = opened(SOUND, NO_COMMUNE)
    page.view._mend(page.looked.rows[1], "home_commune_id", "تيمقاد")
    place = page.looked.columns.texts.index("خانة")
    before = page.looked
    page.view.take_for(place, "remarks")
    qtbot.waitUntil(lambda: page.looked is not before and page.isEnabled())
    assert [row.values.get("remarks") for row in page.looked.rows] == ["س", "ع"]
    assert page.looked.rows[1].outcome is Outcome.NEW
    menu = targets_menu(page, page.view.take_for, "remarks")
    assert menu.actions()[0].text()


def test_taking_over_tells_the_counts_with_an_undo_that_takes_all_back(opened, desk, told, qtbot):
    page = opened(SOUND, NO_COMMUNE, TWIN, RUINED)
    take_over(page, desk, qtbot)
    assert artisans(desk) == 2
    assert "list.csv" in without_marks(told[-1].text)
    desk.undo(told[-1].undo)
    assert artisans(desk) == 0


def test_the_same_list_again_says_that_it_brings_nothing_new(opened, desk, told, qtbot):
    take_over(opened(SOUND), desk, qtbot)
    take_over(opened(SOUND), desk, qtbot)
    assert told[-1].tone == "warn"
    assert artisans(desk) == 1


def test_what_the_office_has_learnt_since_is_shown_before_anything_is_written(opened, desk, told, qtbot, add):
    page = opened(SOUND, RUINED)
    add(family_ar="بوجلال", given_ar="سمير", birth_date=date(1980, 11, 28))
    page.take_over()
    qtbot.waitUntil(lambda: page.isEnabled() and bool(told))
    assert told[-1].tone == "warn"
    assert page.looked.rows[0].outcome is Outcome.TWIN
    assert artisans(desk) == 1
    assert page.view.groups.now == "twin"
    page.take_over()
    qtbot.waitUntil(lambda: page.looked is None and page.isEnabled())
    assert artisans(desk) == 2


def test_rows_that_wait_are_opened_again_and_taken_over(desk, opened, listed, qtbot):
    page = opened(NO_COMMUNE)
    take_over(page, desk, qtbot)
    assert desk.read(reads.rows_waiting) == 1
    page.show_waiting()
    page.view._mend(page.looked.rows[0], "home_commune_id", "تيمقاد")
    take_over(page, desk, qtbot)
    assert desk.read(reads.rows_waiting) == 0
    assert artisans(desk) == 1


def test_what_is_no_list_is_told_on_the_page(page, tmp_path, qtbot):
    path = tmp_path / "letter.txt"
    path.write_text("رسالة إلى السيد المدير", "utf-8")
    page.open_file(path)
    qtbot.waitUntil(lambda: bool(page.start.problem.text()))
    assert "letter.txt" in page.start.problem.text()
    assert page.looked is None


def test_a_list_can_be_dropped_on_the_roster_and_home_opens_what_waits(desk, direction, listed, qtbot):
    roster = RosterPage(desk)
    qtbot.addWidget(roster)
    roster.show()
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(listed(NO_COMMUNE)))])
    where, nothing = QPointF(QPoint(5, 5)), Qt.KeyboardModifier.NoModifier
    event = QDropEvent(where, Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, nothing)
    roster.dropEvent(event)
    page = roster.currentWidget()
    assert isinstance(page, ImportPage)
    qtbot.waitUntil(lambda: page.looked is not None and page.isEnabled())
    take_over(page, desk, qtbot)
    roster.open_record(WAITING_ROWS)
    assert page.looked is not None
    assert [row.values["birth_date"] for row in page.looked.rows] == [date(1990, 2, 1)]
    desk.close()
