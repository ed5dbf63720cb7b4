"""Where a window is small: the card gives way to the list, columns yield, buttons keep their signs."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from craftdesk.base.fields import Field
from craftdesk.ui.actions import Action, ActionButton, fit_words
from craftdesk.ui.cards import Card
from craftdesk.ui.form import Form, FormSection
from craftdesk.ui.labels import Label
from craftdesk.ui.page import PageFrame
from craftdesk.ui.table import Column, Style, TableView
from craftdesk.ui.tabs import Tab, Tabs
from tests.screens import focused, settle

COLUMNS = [
    Column("Name", lambda row: row[0], Style.NAME, width=200, name="name"),
    Column("Trade", lambda row: row[1], width=200, name="trade", yields=1),
    Column("Commune", lambda row: row[1], width=120, name="commune", yields=2),
    Column("Number", lambda row: row[0], Style.CODE, width=130, name="number"),
]
WIDE, NARROW = 1100, 800


@pytest.fixture
def page(direction, shown):
    """A page with a list and a card beside it, in a window of 800 pixels."""
    made = PageFrame("الحرفيون", actions=[Action("Print", "ph.printer", lambda: None)])
    made.table = TableView(COLUMNS, key=lambda row: row[0])
    made.table.show_rows([("بوجلال", "نقش"), ("مزيان", "نسيج")])
    made.card = Card()
    made.card.add(Label("بوجلال"))
    made.set_body(made.table)
    made.set_side(made.card)
    shown(made)
    resize(made, NARROW)
    made.table.grid.setFocus()
    return made


def resize(page, width: int) -> None:
    page.window().setFixedWidth(width)
    settle()


def columns(page) -> list[str]:
    header = page.table.headings
    return [column.key for place, column in enumerate(COLUMNS) if not header.isSectionHidden(place)]


def test_the_card_gives_way_where_the_list_could_not_be_read(page):
    assert not page.card.isVisible()
    assert page.side_place.button.isVisible()
    assert columns(page) == ["name", "trade", "commune", "number"]
    assert page.table.grid.horizontalScrollBar().maximum() == 0


def test_the_card_stands_beside_the_list_where_there_is_room(page):
    resize(page, WIDE)
    assert page.card.isVisible()
    assert not page.side_place.button.isVisible()


def test_a_key_or_a_press_calls_the_card_and_the_less_needed_columns_yield(page, qtbot):
    qtbot.keyClick(focused(), Qt.Key.Key_F6)
    settle()
    assert page.card.isVisible()
    assert columns(page) == ["name", "number"]
    assert page.table.grid.horizontalScrollBar().maximum() == 0
    page.side_place.button.click()
    settle()
    assert not page.card.isVisible()
    assert columns(page) == ["name", "trade", "commune", "number"]


def test_the_key_does_nothing_where_the_card_is_there_anyway(page, qtbot):
    resize(page, WIDE)
    qtbot.keyClick(focused(), Qt.Key.Key_F6)
    assert page.card.isVisible()


def test_a_card_that_is_hidden_for_want_of_anything_to_show_offers_no_button(page):
    page.card.setVisible(False)
    settle()
    assert not page.side_place.button.isVisible()
    page.card.setVisible(True)
    settle()
    assert page.side_place.button.isVisible()
    assert not page.card.isVisible()


def test_a_column_that_the_user_asked_for_does_not_yield(page):
    page.side_place.turn()
    settle()
    page.table.arrangement.set_shown(1, True)
    assert "trade" in columns(page)


def test_what_yields_is_not_kept_as_hidden(page):
    page.side_place.turn()
    settle()
    page.side_place.turn()
    settle()
    page.table.arrangement.set_shown(3, False)
    assert columns(page) == ["name", "trade", "commune"]


def test_buttons_without_room_keep_their_signs_and_the_filled_one_its_words(direction, shown):
    place = QWidget()
    line = QHBoxLayout(place)
    actions = [
        Action("Print the whole list", "ph.printer", lambda: None),
        Action("Take over a file", "ph.download-simple", lambda: None),
        Action("A new artisan", "ph.plus", lambda: None, primary=True),
    ]
    buttons = [ActionButton(each) for each in actions]
    for each in buttons:
        line.addWidget(each)
    shown(place)
    whole = sum(each.widths()[0] + 8 for each in buttons)
    fit_words(line, whole)
    assert all(each.text() for each in buttons)
    fit_words(line, whole - 1)
    assert [bool(each.text()) for each in buttons] == [False, True, True]
    fit_words(line, 10)
    assert [bool(each.text()) for each in buttons] == [False, False, True]
    assert buttons[0].toolTip()
    assert buttons[0].accessibleName()
    fit_words(line, whole)
    assert all(each.text() for each in buttons)


def test_the_buttons_of_a_page_follow_its_width_and_leave_room_for_its_title(direction, shown):
    actions = [Action(f"Something that is done {number}", "ph.printer", lambda: None) for number in range(4)]
    page = PageFrame("بطاقة الحرفي", actions=actions)
    shown(page)
    resize(page, 1300)
    buttons = page.findChildren(ActionButton)
    assert all(each.text() for each in buttons)
    resize(page, 700)
    assert not all(each.text() for each in buttons)
    assert page.title.shown() == Label.text(page.title) or page.title.width() >= page.title.wanted()


def test_a_form_takes_fewer_columns_where_its_labels_would_be_cut(direction, shown):
    fields = {name: Field("A label of which every single word is needed to understand it") for name in "abc"}
    form = Form(fields, [FormSection("", tuple("abc"), columns=3)])
    shown(form)
    resize(form, 900)
    row = form.row("a")
    assert row.label.width() >= row.label.sizeHint().width()
    assert form.row("c").y() > row.y()


def test_tabs_move_together_before_a_word_is_cut(direction, shown):
    tabs = Tabs([Tab(name, name, QWidget) for name in ("Événements", "Situation", "Historique")])
    place = QWidget()
    QHBoxLayout(place).addWidget(tabs)
    shown(place)
    tabs.setFixedWidth(280)
    settle()
    for button in tabs._buttons.values():
        assert tabs.rect().contains(button.geometry())
