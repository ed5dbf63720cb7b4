import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPushButton

from craftdesk.ui.actions import Action, ActionButton
from craftdesk.ui.cards import Card, EmptyState
from craftdesk.ui.direction import apart, code
from craftdesk.ui.facts import Facts, Value
from craftdesk.ui.figures import Bar, BarList, EventRow, StatCard, TaskRow
from craftdesk.ui.filters import Chip, FilterRow
from craftdesk.ui.labels import Avatar, CutLabel, Label, Pill
from craftdesk.ui.page import PageFrame, side_card
from craftdesk.ui.painting import initials
from craftdesk.ui.tabs import Tab, Tabs

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def done() -> list[str]:
    return []


@pytest.fixture
def page(direction, shown, done) -> PageFrame:
    actions = [
        Action("حرفي جديد", "ph.plus", lambda: done.append("new"), "Ctrl+N", primary=True),
        Action("طباعة", "ph.printer", lambda: done.append("print"), "Ctrl+P", enabled=lambda: len(done) < 2),
    ]
    return shown(PageFrame("الحرفيون", "22.418 حرفيا", actions, FilterRow("لقب، اسم، رقم")))


def buttons(page) -> list[ActionButton]:
    return [page.buttons.itemAt(place).widget() for place in range(page.buttons.count())]


def test_the_one_filled_button_stands_last(page, direction, qapp):
    qapp.processEvents()
    first, last = buttons(page)
    assert (last.property("role"), first.property("role")) == ("primary", "")
    assert (last.x() < first.x()) == (direction == "ar")


def test_shortcuts_work_on_the_page_and_stand_in_the_tooltip(page, qtbot, done):
    qtbot.keyClick(page.filters.box, Qt.Key.Key_N, CONTROL)
    assert done == ["new"]
    assert "Ctrl+N" in buttons(page)[-1].toolTip()


def test_an_action_that_cannot_be_done_is_refused_by_button_and_keys(page, qtbot, done):
    done += ["", ""]
    page.refresh_actions()
    assert not buttons(page)[0].isEnabled()
    qtbot.keyClick(page.filters.box, Qt.Key.Key_P, CONTROL)
    assert "print" not in done


def test_typing_searches_a_moment_after_the_last_letter(page, qtbot, typed):
    heard: list[str] = []
    page.filters.searched.connect(heard.append)
    typed(page.filters.box, "بوجلال")
    qtbot.waitUntil(lambda: bool(heard))
    assert heard == ["بوجلال"]
    qtbot.keyClick(page.filters.box, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: heard[-1] == "")


def test_down_and_enter_go_from_the_search_into_the_list(page, qtbot):
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        with qtbot.waitSignal(page.filters.box.went_down):
            qtbot.keyClick(page.filters.box, key)


def test_a_click_takes_a_filter_off(page, qtbot, done):
    chip = page.filters.add_chip("بلدية الإقامة: باتنة", lambda: done.append("off"))
    assert isinstance(chip, Chip)
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    assert done == ["off"]
    page.filters.clear_chips()
    assert page.filters.chips.count() == 0


def test_a_filter_is_chosen_from_the_menu(page, done):
    page.filters.offer("الحالة", {"active": "مسجل", "struck": "مشطوب"}, done.append)
    menu = page.filters._add.menu().actions()[0].menu()
    menu.actions()[1].trigger()
    assert done == ["struck"]


def test_the_body_the_panel_and_the_notes_have_their_places(page, direction, qapp):
    body, side = Card("القائمة"), side_card()
    page.set_body(body)
    page.set_side(side)
    page.set_notes("حضور 80% على الأقل", "الأسهم للتنقل")
    qapp.processEvents()
    assert (side.mapTo(page, QPoint()).x() < body.x()) == (direction == "ar")
    assert side.width() == 304
    page.set_body(Card("أخرى"))
    assert not body.isVisible()


def test_a_long_title_never_widens_the_page(direction, shown, qapp):
    page = shown(PageFrame("التصميم والرسم " * 30, "دورة تكوينية " * 40))
    qapp.processEvents()
    assert page.window().width() == 1000


def test_what_does_not_fit_ends_in_an_ellipsis_and_the_tooltip_has_it(direction, shown, qapp):
    label = CutLabel("دورة تكوينية · 14 إلى 16 نوفمبر 2026 · دار الصناعة التقليدية باتنة", "subtitle")
    shown(label).setFixedWidth(120)
    qapp.processEvents()
    label.grab()
    assert label.shown().endswith("…")
    assert label.toolTip() == label.text()
    label.setFixedWidth(900)
    label.grab()
    assert label.toolTip() == ""


def test_a_shortened_line_keeps_a_name_in_its_own_direction(direction, shown, qapp):
    label = CutLabel(f"Bonsoir, {apart('سميرة ب.')}", "title")
    shown(label).setFixedWidth(600)
    qapp.processEvents()
    assert apart("سميرة ب.") in label.shown()


def test_a_button_without_words_has_a_name_and_its_icon_in_the_middle(direction, shown, qapp):
    button = shown(ActionButton(Action("", "ph.square-fill", lambda: None, tip="تكبير")))
    button.clearFocus()
    button.setFixedWidth(60)
    assert button.accessibleName() == "تكبير"
    image = button.grab().toImage()
    line = range(6, image.width() - 6)
    ink = [x for x in line if image.pixelColor(x, image.height() // 2).lightness() < 100]
    assert abs((ink[0] + ink[-1]) / 2 - image.width() / 2) <= 1.5


def test_tabs_build_what_they_show_when_it_is_first_opened(direction, shown, qtbot):
    built: list[str] = []

    def build(name: str) -> QLabel:
        built.append(name)
        return QLabel(name)

    tabs = shown(Tabs([Tab(name, name, lambda name=name: build(name), count=3) for name in ("first", "second")]))
    assert built == ["first"]
    with qtbot.waitSignal(tabs.opened):
        tabs.open("second")
    tabs.open("first")
    assert built == ["first", "second"]
    tabs.set_count("first", 20)
    assert tabs._buttons["first"].text().endswith("20")


def test_arrows_and_keys_go_along_the_tabs(direction, shown, qtbot):
    tabs = shown(Tabs([Tab(name, name, QLabel) for name in ("first", "second", "third")]))
    tabs._buttons["first"].setFocus()
    forward = Qt.Key.Key_Left if direction == "ar" else Qt.Key.Key_Right
    qtbot.keyClick(tabs._buttons["first"], forward)
    assert tabs.current() == "second"
    qtbot.keyClick(tabs._buttons["second"], Qt.Key.Key_Tab, CONTROL)
    assert tabs.current() == "third"
    tabs.open("first")
    assert tabs._buttons["first"].hasFocus()


def test_facts_leave_out_what_is_not_known_and_give_copies_without_marks(direction, shown, qtbot):
    facts = shown(Facts([("الهاتف", code("0661 24 18 07")), ("العنوان", ""), ("البطاقة", "05A002418")]))
    values = facts.findChildren(Value)
    assert [value.text() for value in values] == ["0661 24 18 07", "05A002418"]
    qtbot.mouseDClick(values[0], Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == "0661 24 18 07"


def test_long_facts_are_wrapped_and_not_cut(direction, shown, qapp):
    card = side_card()
    card.add(Facts([("العنوان", "حي 500 مسكن، طريق تازولت، مقابل دار الصناعة التقليدية والحرف، باتنة " * 3)]))
    shown(card).setFixedWidth(304)
    qapp.processEvents()
    value = card.findChild(Value)
    assert value.height() >= value.heightForWidth(value.width())
    assert value.height() > 60


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_figure_opens_what_is_behind_it(direction, shown, qtbot, done, key):
    card = shown(StatCard("ph.certificate", "342", "شهادة هذه السنة", run=lambda: done.append("open")))
    qtbot.keyClick(card, key)
    qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert done == ["open", "open"]


def test_an_event_that_opens_nothing_takes_no_focus(direction, qtbot):
    event = EventRow("ph.certificate", "شهادة مشاركة", "5 أفريل 2018")
    qtbot.addWidget(event)
    assert event.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_a_task_has_the_one_button_that_goes_on_with_it(direction, shown, qtbot, done):
    task = shown(TaskRow("ph.certificate", "17 شهادة جاهزة", "تكوين", Action("فتح", "", lambda: done.append("go"))))
    qtbot.mouseClick(task.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert done == ["go"]


def test_bars_grow_from_the_leading_side(direction, shown, qapp):
    bars = shown(BarList([Bar("الخدمات", "9.200", 0.25, "good")]))
    bars.setFixedHeight(80)
    qapp.processEvents()
    image = bars.grab().toImage()
    green = [x for x in range(image.width()) if any(image.pixelColor(x, y).name() == "#29714a" for y in range(80))]
    assert (min(green) > image.width() / 2) == (direction == "ar")
    assert abs(len(green) - image.width() / 4) < 12


def test_the_empty_state_offers_its_action(direction, shown, qtbot, done):
    empty = shown(EmptyState("ph.tray", "لا شيء بعد", Action("إضافة", "ph.plus", lambda: done.append("add"))))
    qtbot.mouseClick(empty.findChild(ActionButton), Qt.MouseButton.LeftButton)
    assert done == ["add"]


def test_a_card_is_filled_anew(direction, shown, qapp):
    card = shown(Card("بطاقة", scrolls=True))
    card.add(Label("الأول"))
    card.foot.addWidget(QPushButton("فتح"))
    card.clear()
    card.add(Label("الثاني"))
    qapp.processEvents()
    assert [label.text() for label in card.findChildren(Label) if label.isVisible()] == ["بطاقة", "الثاني"]


def test_initials_are_of_the_first_and_the_last_name():
    assert initials("بن مهدي مقداد") == "ب م"
    assert initials("BENMEHDI") == "B"
    assert initials("") == ""


def test_pills_and_photos_are_painted(direction, shown, qapp):
    pill, person = Pill("مسجل", "good"), Avatar("بن مهدي مقداد")
    shown(pill)
    before = pill.grab().toImage()
    pill.show_text("مشطوب", "bad")
    assert pill.accessibleName() == pill.text() == "مشطوب"
    assert pill.grab().toImage() != before
    assert not shown(person).grab().isNull()
