"""Enter presses the button that has the focus, everywhere; in a dialog the filled one from anywhere."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QPushButton

from craftdesk.app.home import HomePage
from craftdesk.app.screens import fullest
from craftdesk.data.model import models
from craftdesk.features.office.ui.assistant import Assistant
from craftdesk.features.roster.models import Artisan
from craftdesk.features.roster.writes import save_artisan
from craftdesk.ui.printing.panel import PrintPanel
from craftdesk.ui.switch import Switch
from tests.screens import buttons, focused, press, settle

ENTER = Qt.Key.Key_Return


def reachable(place) -> list[QAbstractButton]:
    settle()
    every = place.findChildren(QAbstractButton)
    return [each for each in every if each.isVisible() and each.isEnabled() and each.focusPolicy() & Qt.TabFocus]


def deaf(place) -> list[str]:
    """The buttons in reach of the keyboard that Enter would not press; a switch in a form goes on to the next field."""
    found = [each for each in reachable(place) if not isinstance(each, Switch)]
    return [each.text() for each in found if not (isinstance(each, QPushButton) and each.autoDefault())]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_enter_presses_a_button_of_a_page_as_space_does(opened, demo_office, qtbot, key):
    window = opened(demo_office)
    window.open_page("roster")
    button = buttons(window.opened("roster"))["استيراد ملف"]
    button.setFocus()
    qtbot.keyClick(button, key)
    assert window.opened("roster").opened_record() == "import"


def test_every_button_of_every_page_hears_enter(opened, demo_office):
    window = opened(demo_office)
    seen = 0
    for page in window.pages.values():
        window.open_page(page.name)
        seen += len(reachable(window))
        assert not deaf(window), page.name
        for model in (models()[table] for table in page.opens):
            window.open_record(model, window.desk.read(fullest, model))
            seen += len(reachable(window))
            assert not deaf(window), page.name
    assert seen > 100


def test_enter_presses_tabs_chips_languages_and_the_undo_of_the_bar(opened, office, qtbot):
    window = opened(office)
    window.open_page("settings")
    tabs = window.opened("settings").tabs
    tabs._buttons["machine"].setFocus()
    press(qtbot, ENTER)
    assert tabs.current() == "machine"
    window.open_page("roster")
    filters = window.opened("roster").people.narrowing
    filters.put("mend", True)
    filters.bar.chips[0].setFocus()
    press(qtbot, ENTER)
    assert not filters.value.any()
    filters.put("status", "requested")
    filters.bar.chips[0].setFocus()
    press(qtbot, ENTER)
    assert filters.panel.is_open()
    filters.panel.close_panel()
    window.desk.write(save_artisan, None, {"family_ar": "بوجلال"})
    undo = window.messages.findChildren(QPushButton)[-1]
    undo.setFocus()
    press(qtbot, ENTER)
    assert not window.desk.read(lambda session: session.query(Artisan).all())
    french = next(each for each in window.side.findChildren(QPushButton) if each.text() == "Français")
    french.setFocus()
    with qtbot.waitSignal(window.redress_wished):
        press(qtbot, ENTER)


def test_enter_after_the_last_field_comes_to_the_button_that_saves(opened, office, qtbot):
    window = opened(office)
    window.open_page("roster")
    window.opened("roster").add()
    card = window.opened("roster").card
    settle()
    card.form.set_value("family_ar", "بوجلال")
    card.form.input("photo").entered.emit()
    assert focused() is buttons(card)["حفظ"]
    press(qtbot, ENTER)
    assert card.key is not None


def test_enter_in_the_assistant_goes_from_step_to_step(empty_file, qtbot):
    from craftdesk.desk.desk import Desk  # noqa: PLC0415

    assistant = Assistant(Desk(empty_file))
    qtbot.addWidget(assistant)
    assistant.show()
    assistant.activateWindow()
    qtbot.waitUntil(assistant.isActiveWindow)
    assistant.forms[0].set_value("wilaya_id", "05")
    names = list(assistant.form._rows)
    assistant.form.input(names[-1]).entered.emit()
    press(qtbot, ENTER)
    assert assistant._step == 1


def test_enter_in_a_paper_opens_the_panel_of_the_printer(opened, demo_office, qtbot):
    window = opened(demo_office)
    window.desk.show_paper("certificate")
    paper = next(each for each in window.findChildren(QDialog) if each.isVisible())
    qtbot.waitUntil(lambda: paper.preview.pages > 0)
    paper.activateWindow()
    qtbot.waitUntil(lambda: paper.preview.isAncestorOf(focused()))
    press(qtbot, ENTER)
    qtbot.waitUntil(
        lambda: any(isinstance(each, PrintPanel) for each in QApplication.topLevelWidgets() if each.isVisible())
    )
    for each in QApplication.topLevelWidgets():
        if isinstance(each, PrintPanel):
            each.close()
    paper.close()


def test_the_page_without_an_office_hears_enter_too(qtbot):
    page = HomePage()
    qtbot.addWidget(page)
    page.show()
    assert not deaf(page)
