from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from craftdesk.ui.actions import Action, ActionButton
from craftdesk.ui.cards import EmptyState
from craftdesk.ui.direction import code
from craftdesk.ui.source import MOST_PAGES, PAGE
from craftdesk.ui.table import Column, Source, Style, TableView
from craftdesk.ui.theme import apply_theme, look


@dataclass(frozen=True)
class Person:
    number: int
    name: str
    latin: str = ""

    @property
    def key(self) -> str:
        return str(self.number)


def always_good(person: Person) -> str:
    return "good"


COLUMNS = (
    Column[Person]("Name", lambda p: p.name, Style.NAME, second=lambda p: p.latin, name="name", sort="name"),
    Column[Person]("Register", lambda p: f"05/2026/{p.number:05}", Style.CODE, name="register"),
    Column[Person]("Share", lambda p: p.number / 10, Style.BAR, tone=always_good, name="share"),
    Column[Person]("State", lambda _p: "مسجل", Style.PILL, tone=always_good, name="state"),
    Column[Person]("Letter", lambda _p: "ح", Style.MARK, tone=always_good, name="letter"),
    Column[Person]("Sign", lambda _p: "ph.check", Style.ICON, name="sign", hidden=True),
    Column[Person]("Number", lambda p: p.number, Style.NUMBER, name="number"),
)
PEOPLE = [Person(3, "زبار نصرو", "ZEBBAR Nasro"), Person(1, "آيت مسعود آسيا"), Person(2, "بوجلال سمير")]


class Asked:
    """A source of many rows that remembers what it was asked."""

    def __init__(self, count: int = 500_000) -> None:
        self.count = count
        self.pages: list[tuple[int, int]] = []

    def page(self, offset: int, limit: int) -> list[Person]:
        self.pages.append((offset, limit))
        return [Person(number, f"حرفي {number}") for number in range(offset, min(offset + limit, self.count))]

    def source(self) -> Source[Person]:
        return Source(lambda: self.count, self.page)


@pytest.fixture
def table(direction, shown) -> TableView[Person]:
    made = TableView(COLUMNS, "people", key=lambda p: p.key)
    shown(made)
    made.show_rows(PEOPLE)
    made.grid.setFocus()
    return made


def titles(table) -> list[str]:
    """The keys of the columns in sight, from the leading side."""
    order = sorted(range(len(COLUMNS)), key=table.headings.visualIndex)
    return [COLUMNS[place].key for place in order if not table.headings.isSectionHidden(place)]


def test_a_long_source_is_asked_only_for_what_is_seen(table, qapp):
    asked = Asked()
    table.show_source(asked.source())
    qapp.processEvents()
    assert asked.pages == [(0, PAGE)]
    asked.pages.clear()
    table.grid.verticalScrollBar().setValue(table.grid.verticalScrollBar().maximum())
    qapp.processEvents()
    assert {offset // PAGE for offset, _limit in asked.pages} <= {499_968 // PAGE, 499_968 // PAGE - 1}


def test_scrolling_through_everything_keeps_little_in_memory(table, qapp):
    asked = Asked()
    table.show_source(asked.source())
    for place in range(0, 500_000, 5_000):
        table.model.row_at(place)
    assert len(asked.pages) >= 100
    assert table.model._rows.held() <= MOST_PAGES * PAGE


def test_a_row_that_went_away_since_it_was_counted_is_shown_empty(table, qapp):
    table.show_source(Source(lambda: 100, lambda _offset, _limit: []))
    qapp.processEvents()
    assert table.model.row_at(5) is None
    table.grid.grab()


def test_typed_letters_search_and_never_walk_through_the_rows(table, qtbot, qapp):
    asked = Asked()
    table.show_source(asked.source())
    qapp.processEvents()
    asked.pages.clear()
    with qtbot.waitSignal(table.typed) as typed:
        qtbot.keyClicks(table.grid, "b")
    assert typed.args == ["b"]
    assert len(asked.pages) <= 1


def test_enter_opens_the_row_and_arrows_choose(table, qtbot):
    with qtbot.waitSignal(table.chosen) as chosen:
        qtbot.keyClick(table.grid, Qt.Key.Key_Down)
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.keyClick(table.grid, Qt.Key.Key_Return)
    assert chosen.args == opened.args == [table.row()]
    assert table.row() in PEOPLE


def test_a_double_click_opens_the_row(table, qtbot):
    place = table.grid.visualRect(table.model.index(2, 0)).center()
    qtbot.mouseClick(table.grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.mouseDClick(table.grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert opened.args == [PEOPLE[2]]


def test_rows_that_are_all_here_are_sorted_as_names_and_back(table):
    table.sort(0)
    assert [row.number for row in rows(table)] == [1, 2, 3]
    table.sort(0)
    assert [row.number for row in rows(table)] == [3, 2, 1]
    table.show_rows([*PEOPLE, Person(9, "")])
    assert [row.number for row in rows(table)] == [3, 2, 1, 9]


def rows(table) -> list[Person]:
    return [table.model.row_at(place) for place in range(table.model.rowCount())]


def test_a_long_source_is_sorted_by_who_asks_it(table, qtbot):
    table.show_source(Asked(10).source())
    with qtbot.waitSignal(table.sorted_by) as asked:
        table.sort(0)
    assert asked.args == ["name", False]
    with qtbot.waitSignal(table.sorted_by) as asked:
        table.sort(0)
    assert asked.args == ["name", True]
    with qtbot.assertNotEmitted(table.sorted_by):
        table.sort(1)


def test_new_rows_leave_the_user_at_the_same_person(table):
    assert table.select("2")
    table.show_rows([Person(7, "جديد"), *PEOPLE])
    assert table.row().number == 2
    table.show_source(Asked(5_000).source())
    assert table.row() is None or table.row().number == 2


def test_a_long_source_asked_again_leaves_the_user_where_he_was(table):
    table.show_source(Asked().source())
    table._go_to(70_000)
    table.show_source(Asked().source())
    assert table.row().number == 70_000


def test_the_row_that_went_away_is_no_longer_chosen(table, qtbot):
    table.select("2")
    with qtbot.waitSignal(table.chosen, check_params_cb=lambda row: row is None):
        table.show_rows(PEOPLE[:1])


def test_columns_stay_as_the_user_arranged_them_each_direction_by_itself(direction, shown, qapp):
    first = shown(TableView(COLUMNS, "people"))
    first.headings.resizeSection(1, 222)
    first.headings.moveSection(0, 2)
    first.arrangement.set_shown(3, shown=False)
    apply_theme(qapp, rtl=direction != "ar")
    other = shown(TableView(COLUMNS, "people"))
    assert titles(other) == ["name", "register", "share", "state", "letter", "number"]
    apply_theme(qapp, rtl=direction == "ar")
    again = shown(TableView(COLUMNS, "people"))
    assert titles(again) == ["register", "share", "name", "letter", "number"]
    assert again.headings.sectionSize(1) == 222
    again.arrangement.reset()
    assert titles(again) == titles(other)


def test_the_columns_fill_the_width(table):
    shown = [place for place in range(len(COLUMNS)) if not table.headings.isSectionHidden(place)]
    filled = sum(table.headings.sectionSize(place) for place in shown)
    assert 0 <= table.grid.viewport().width() - filled < len(COLUMNS)


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_hidden_column_is_brought_back_from_the_menu_of_the_headings(table, qapp):
    table.arrangement.choose(QPoint(5, 5))
    menu = table.grid.findChild(QMenu)
    entry = next(entry for entry in menu.actions() if entry.text() == "Sign")
    assert not entry.isChecked()
    entry.trigger()
    assert "sign" in titles(table)
    menu.close()


def test_a_list_without_rows_says_what_to_do_first(direction, shown, qtbot):
    done = []
    empty = EmptyState("ph.users-three", "لا يوجد حرفيون بعد", Action("حرفي جديد", "ph.plus", lambda: done.append(1)))
    table = shown(TableView(COLUMNS, empty=empty))
    table.show_rows([])
    assert empty.isVisible()
    qtbot.mouseClick(empty.findChild(ActionButton), Qt.MouseButton.LeftButton)
    assert done == [1]
    table.show_rows(PEOPLE)
    assert not empty.isVisible()
    assert table.grid.isVisible()


def test_chosen_rows_are_copied_for_a_spreadsheet_without_marks(table, qtbot):
    table.grid.selectAll()
    qtbot.keyClick(table.grid, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    lines = QGuiApplication.clipboard().text().split("\n")
    assert lines[0] == "زبار نصرو\t05/2026/00003\t30%\tمسجل\tح\t3"
    assert len(lines) == 3


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_context_menu_offers_what_can_be_done_with_its_keys(direction, shown, qapp):
    done = []
    action = Action("طباعة", "ph.printer", lambda: done.append("print"), "Ctrl+P")
    never = Action("حذف", "ph.trash", lambda: done.append("delete"), enabled=lambda: False)
    table = shown(TableView(COLUMNS, actions=[action, never]))
    table.show_rows(PEOPLE)
    table._show_menu(table.grid.visualRect(table.model.index(0, 0)).center())
    menu = table.findChild(QMenu)
    offered, refused = menu.actions()
    assert (offered.shortcut().toString(), refused.isEnabled()) == ("Ctrl+P", False)
    offered.trigger()
    assert done == ["print"]
    menu.close()


def test_a_share_keeps_its_sign_after_the_number(table):
    assert COLUMNS[2].text(Person(8, "")) == code("80%")


def test_every_style_of_cell_is_painted_in_small_rows_too(table, qapp, shown):
    before = table.grid.grab().toImage()
    apply_theme(qapp, compact=True, dark=True)
    small = shown(TableView(COLUMNS))
    small.show_rows(PEOPLE)
    small.select("1")
    assert small.grid.rowHeight(0) == 32
    assert small.grid.grab().toImage() != before


def test_names_begin_at_the_same_edge_as_their_heading(table, qapp):
    table.grid.clearSelection()
    table.grid.setCurrentIndex(table.model.index(-1, -1))
    qapp.processEvents()
    image = table.grid.grab().toImage()
    edge = edge_of_ink(image, range(5, 30)), edge_of_ink(image, range(50, 80))
    assert abs(edge[0] - edge[1]) <= 3


def edge_of_ink(image, lines) -> int:
    """Where the first letters stand, counted from the leading edge."""
    ground = image.pixelColor(2, lines[0])
    columns = range(image.width() - 14, 0, -1) if look().rtl else range(3, image.width())
    dark = (x for x in columns if any(image.pixelColor(x, y).lightness() < ground.lightness() - 90 for y in lines))
    found = next(dark)
    return image.width() - found if look().rtl else found
