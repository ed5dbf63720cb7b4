"""Narrowing the list of artisans by keyboard and mouse, in both directions, in a narrow window and a wide one."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt

from craftdesk.app import features
from craftdesk.base.dates import today
from craftdesk.base.numbers import without_marks
from craftdesk.data import journal
from craftdesk.features.roster import narrowing, reads
from craftdesk.features.roster.asking import Asked, Filters
from craftdesk.features.roster.kept import reads as kept
from craftdesk.features.roster.models import Sex, Status
from craftdesk.features.roster.ui.roster_page import RosterPage
from tests.screens import CONTROL, focused, press, settle, shown, told, type_text, wishes

assert features.FEATURES
ENTER, DOWN, SPACE, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Escape
DELETE, BACKSPACE = Qt.Key.Key_Delete, Qt.Key.Key_Backspace
TRAILING, LEADING = {"ar": Qt.Key.Key_Left, "fr": Qt.Key.Key_Right}, {"ar": Qt.Key.Key_Right, "fr": Qt.Key.Key_Left}


@pytest.fixture
def people(add, commune):
    """Six people: three women, two in Timgad, one whose card runs out, one to be mended."""
    timgad, arris = commune("تيمقاد"), commune("آريس")
    every = (
        {"family_ar": "بوجلال", "given_ar": "سمير", "sex": Sex.MALE, "birth_year": 1966, "home_commune_id": timgad},
        {"family_ar": "قاسم", "given_ar": "علي", "sex": Sex.MALE, "birth_year": 1990, "home_commune_id": arris},
        {"family_ar": "زيان", "given_ar": "عمر", "sex": Sex.MALE, "birth_year": 1980, "phone": "0661241807"},
        {"family_ar": "حداد", "given_ar": "نادية", "sex": Sex.FEMALE, "birth_year": 1991, "home_commune_id": timgad},
        {"family_ar": "نجار", "given_ar": "مريم", "sex": Sex.FEMALE, "birth_year": 1970},
        {"family_ar": "صايغ", "given_ar": "هاجر", "sex": Sex.FEMALE, "card_until": today() + timedelta(9)},
    )
    return [add(**each) for each in every]


@pytest.fixture(params=[1100 - 222, 1366 - 222], ids=["narrow", "wide"])
def page(desk, qtbot, direction, request, people):
    made = shown(RosterPage(desk), qtbot, request.param, 768)
    qtbot.waitUntil(lambda: desk.ask(made.people._listing.is_ready))
    yield made
    desk.close()


@pytest.fixture
def filters(page):
    return page.people.narrowing


def names(page) -> list[str]:
    model = page.people.table.model
    return [reads.name_of(model.row_at(at)).split()[0] for at in range(model.rowCount())]


def chips(filters) -> list[str]:
    return [without_marks(chip.words).replace("\xa0", " ") for chip in filters.bar.chips]


def test_a_value_is_typed_into_the_first_list_and_narrows_at_once(page, filters, qtbot, direction):
    press(qtbot, Qt.Key.Key_L, held=CONTROL)
    assert filters.panel.is_open()
    type_text("timg" if direction == "fr" else "تيمق")
    press(qtbot, ENTER)
    assert not filters.panel.is_open()
    assert sorted(names(page)) == ["بوجلال", "حداد"]
    assert chips(filters) == [
        {"ar": "بلدية الإقامة: تيمقاد", "fr": "Commune de résidence : Timgad"}[direction],
    ]
    assert focused() is filters.box


def test_several_values_of_a_filter_are_ticked_without_closing(page, filters, qtbot, commune):
    filters.open_filter("commune")
    press(qtbot, DOWN, SPACE)
    assert filters.panel.is_open()
    first = filters.value["commune"]
    press(qtbot, DOWN, SPACE)
    assert len(filters.value["commune"]) == 2
    press(qtbot, Qt.Key.Key_Up, SPACE)
    assert set(filters.value["commune"]).isdisjoint(first) or len(filters.value["commune"]) == 1
    press(qtbot, ESCAPE)
    assert not filters.panel.is_open()
    assert len(filters.bar.chips) == 1


def test_beside_every_value_stands_how_many_it_leaves(page, filters, qtbot, commune):
    filters.put("sex", "f")
    filters.open_filter("commune")
    entries = {entry.key.value: entry.number for entry in filters.panel.entries()}
    assert entries[commune("تيمقاد")] == 1
    assert entries["-"] == 2
    assert filters.panel.entries()[0].number == 2


def test_the_chips_tell_how_many_of_all_are_left(page, filters):
    filters.put("sex", "f")
    filters.put("commune", "-")
    numbers = [part for part in without_marks(filters.told.text()).split() if part.isdigit()]
    assert sorted(numbers) == ["2", "6"]
    assert filters.bar.isVisible()


@pytest.mark.parametrize("key", [DELETE, BACKSPACE])
def test_a_chip_is_taken_off_by_a_key_and_the_next_has_the_focus(page, filters, qtbot, key):
    filters.show_filters(Filters(sex="f", status="registered", phone="0"))
    filters.bar.chips[0].setFocus()
    press(qtbot, key)
    assert filters.value == Filters(sex="f", phone="0")
    assert focused() is filters.bar.chips[0]
    press(qtbot, key, key)
    assert filters.value == Filters()
    assert focused() is filters.box
    assert not filters.bar.isVisible()


def test_arrows_go_from_chip_to_chip_as_they_stand(page, filters, qtbot, direction):
    filters.show_filters(Filters(sex="f", status="registered", phone="0"))
    filters.bar.chips[0].setFocus()
    press(qtbot, TRAILING[direction], TRAILING[direction])
    assert focused() is filters.bar.chips[2]
    press(qtbot, LEADING[direction])
    assert focused() is filters.bar.chips[1]


def test_escape_clears_all_filters_from_a_chip_and_from_the_empty_box(page, filters, qtbot):
    filters.show_filters(Filters(sex="f", status="registered"))
    filters.bar.chips[1].setFocus()
    press(qtbot, ESCAPE)
    assert not filters.value.any()
    filters.show_filters(Filters(sex="f"))
    filters.box.setFocus()
    type_text("ح")
    press(qtbot, ESCAPE)
    assert (filters.box.text(), filters.value) == ("", Filters(sex="f"))
    press(qtbot, ESCAPE)
    assert not filters.value.any()
    assert len(names(page)) == 6


def test_backspace_in_the_empty_box_goes_to_the_last_chip(page, filters, qtbot):
    filters.show_filters(Filters(sex="f", status="registered"))
    filters.box.setFocus()
    press(qtbot, BACKSPACE)
    assert focused() is filters.bar.chips[-1]


def test_a_chip_opens_its_values_and_a_click_on_its_cross_takes_it_off(page, filters, qtbot, direction):
    filters.put("sex", "f")
    chip = filters.bar.chips[0]
    middle, end = chip.rect().center(), 8 if direction == "ar" else chip.width() - 8
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=middle)
    assert filters.panel.is_open()
    ticked = [entry.key.value for entry in filters.panel.entries() if entry.ticked]
    assert ticked == ["f"]
    filters.panel.close_panel()
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(end, middle.y()))
    assert not filters.value.any()


def test_what_is_on_or_off_has_no_values_to_open(page, filters, qtbot):
    filters.put("mend", True)
    assert names(page) == ["صايغ"]
    qtbot.mouseClick(filters.bar.chips[0], Qt.MouseButton.LeftButton)
    assert not filters.value.any()


def test_ages_and_days_are_typed_as_one_writes_them(page, filters, qtbot):
    filters.open_filter("age")
    type_text("٣٠-٤٠")
    press(qtbot, ENTER)
    assert filters.value.age == ("30-40",)
    assert sorted(names(page)) == ["حداد", "قاسم"]
    filters.open_filter("card_days")
    type_text("10")
    press(qtbot, ENTER)
    assert filters.value.card_days == ("10",)
    assert names(page) == []
    filters.put("age", None)
    assert names(page) == ["صايغ"]


def test_a_press_beside_the_panel_closes_it(page, filters, qtbot):
    filters.open_menu()
    qtbot.mouseClick(page.people.table.grid.viewport(), Qt.MouseButton.LeftButton)
    assert not filters.panel.is_open()


def test_many_chips_take_two_lines_and_none_is_out_of_sight(page, filters, commune):
    filters.show_filters(
        Filters(
            status=[*Status], sex=["m", "f"], commune=[commune("تيمقاد"), commune("آريس")], age=["18-35", "60-"],
            card_days=["30", "0"], phone="1", untrained=True, mend=True, domain=["1", "2"],
        )
    )  # fmt: skip
    settle()
    bar = filters.bar
    places = [widget.geometry() for widget in (*bar.chips, filters.told, filters.clear_button)]
    assert all(bar.rect().contains(place) for place in places)
    assert not any(one.intersects(other) for at, one in enumerate(places) for other in places[:at])
    assert bar.height() > 40


def test_a_list_is_kept_under_a_name_shown_again_renamed_and_given_up(page, filters, qtbot, desk):
    heard = told(desk)
    filters.box.setFocus()
    filters.show_filters(Filters(sex="f", commune="-"))
    page.people.table.sort(3)
    filters.lists.keep_button.click()
    type_text("نساء بلا بلدية")
    press(qtbot, ENTER)
    [one] = desk.read(kept.kept_lists)
    assert one.name == "نساء بلا بلدية"
    assert not filters.lists.keep_button.isVisible()
    before = names(page)
    press(qtbot, ESCAPE)
    assert len(names(page)) == 6
    press(qtbot, Qt.Key.Key_1, held=Qt.KeyboardModifier.AltModifier)
    assert names(page) == before
    assert page.people.asked() == narrowing.loaded(one.question)
    assert page.people.table.headings.sorted_by == (3, False)
    filters.open_menu()
    press(qtbot, DOWN, Qt.Key.Key_Up, Qt.Key.Key_F2)
    type_text("نساء")
    press(qtbot, ENTER)
    assert [each.name for each in desk.read(kept.kept_lists)] == ["نساء"]
    filters.open_menu()
    press(qtbot, DOWN, Qt.Key.Key_Up, DELETE)
    assert desk.read(kept.kept_lists) == []
    desk.undo()
    assert [each.name for each in desk.read(kept.kept_lists)] == ["نساء"]
    assert [each.tone for each in heard] == ["good"] * 4
    with desk.database.reading() as session:
        assert len(journal.history(session, one.id)) == 4


def test_two_lists_of_one_name_are_refused_and_the_name_can_be_mended(page, filters, qtbot, desk):
    heard = told(desk)
    for values in ("f", "m"):
        filters.put("sex", values)
        filters.lists.begin_to_keep()
        type_text("قائمتي")
        press(qtbot, ENTER)
    assert [each.tone for each in heard] == ["good", "bad"]
    assert filters.lists.line.isVisible()
    type_text(" 2")
    press(qtbot, ENTER)
    assert len(desk.read(kept.kept_lists)) == 2


def test_a_kept_list_narrows_what_is_printed(page, filters, qtbot, desk):
    wished = wishes(desk)
    page.people.show_asked(Asked("", Filters(sex="f"), "commune", True))
    page.people.print_list()
    assert narrowing.loaded(wished[0].keys[0]) == page.people.asked()
    with desk.database.reading() as session:
        from craftdesk.features.roster.printing import list_matter  # noqa: PLC0415

        assert len(list_matter(session, wished[0].keys).rows) == 3


def test_a_question_from_another_page_opens_its_people(page, desk):
    page.open_record(narrowing.dumped(Asked("", Filters(sex="f", age="-40"))))
    assert names(page) == ["حداد"]
    assert page.currentWidget() is page.people


def test_the_list_follows_what_is_written_while_filters_are_on(page, filters, desk, change, people):
    filters.put("sex", "f")
    assert len(names(page)) == 3
    from craftdesk.features.roster.writes import save_artisan  # noqa: PLC0415

    desk.write(save_artisan, people[0], {"sex": Sex.FEMALE})
    assert len(names(page)) == 4
    desk.undo()
    assert len(names(page)) == 3
    desk.write(save_artisan, None, {"family_ar": "آيت", "sex": Sex.FEMALE, "birth_date": date(1980, 1, 1)})
    assert len(names(page)) == 4
