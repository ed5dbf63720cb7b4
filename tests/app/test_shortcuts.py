"""No key that two things listen to at one place: Qt then does neither."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget

from craftdesk.app.screens import fullest
from craftdesk.features.roster.models import Artisan
from craftdesk.features.roster.writes import delete_artisans, save_artisan
from craftdesk.ui.tabs import Tabs
from tests.screens import CONTROL, focused, settle

Heard = dict[str, list[QShortcut | QAction]]


def listening(window: QWidget) -> list[tuple[str, Qt.ShortcutContext, QWidget, QShortcut | QAction]]:
    """Each key that is listened to now: its reach, and the widget around which it reaches."""
    found = []
    for each in (*window.findChildren(QShortcut), *window.findChildren(QAction)):
        is_action = isinstance(each, QAction)
        keys = each.shortcuts() if is_action else each.keys()
        places = (
            [place for place in each.associatedObjects() if isinstance(place, QWidget)]
            if is_action
            else [each.parent()]
        )
        for place in places:
            if each.isEnabled() and place.isVisible() and not isinstance(place, QMenu):
                context = each.shortcutContext() if is_action else each.context()
                found += [(key.toString(), context, place, each) for key in keys if not key.isEmpty()]
    return found


def reaches(context: Qt.ShortcutContext, place: QWidget, focus: QWidget) -> bool:
    if context is Qt.ShortcutContext.WidgetShortcut:
        return focus is place
    if context is Qt.ShortcutContext.WidgetWithChildrenShortcut:
        return focus is place or place.isAncestorOf(focus)
    return context is Qt.ShortcutContext.ApplicationShortcut or focus.window() is place.window()


def silenced(window: QWidget) -> set[str]:
    """Keys that would do nothing, because two things listen to them wherever some widget has the focus."""
    settle()
    heard = listening(window)
    found = set()
    for focus in (each for each in window.findChildren(QWidget) if each.isVisible() and each.focusPolicy()):
        at_once: Heard = {}
        for key, context, place, each in heard:
            if reaches(context, place, focus) and each not in at_once.setdefault(key, []):
                at_once[key].append(each)
        found |= {f"{key} in {type(focus).__name__}" for key, several in at_once.items() if len(several) > 1}
    return found


def shown_pages(window) -> Iterator[str]:
    """Every page, every record, every tab, and what opens from them, one after the other."""
    for page in window.pages.values():
        window.open_page(page.name)
        yield page.name
        yield from tabs(window.opened(page.name), page.name)
        for model in models(page):
            if (key := window.desk.read(fullest, model)) is not None:
                window.open_record(model, key)
                yield f"{page.name} {model.__name__}"
                yield from tabs(window.opened(page.name), page.name)
                for dialog in (each for each in window.findChildren(QDialog) if each.isVisible()):
                    dialog.close()


def models(page) -> list[type]:
    from craftdesk.data.model import models as known  # noqa: PLC0415

    return [each if isinstance(each, type) else known()[each] for each in page.opens]


def tabs(page: QWidget, name: str) -> Iterator[str]:
    settle()
    for row in [each for each in page.findChildren(Tabs) if each.isVisible()]:
        for tab in list(row._tabs):
            row.open(tab)
            yield f"{name}: {tab}"


@pytest.mark.parametrize("filled", [True, False])
def test_no_key_is_listened_to_twice_on_any_page(opened, office, demo_office, filled):
    window = opened(demo_office if filled else office)
    for name in shown_pages(window):
        assert not silenced(window), name


def test_no_key_is_listened_to_twice_on_new_cards_the_import_and_a_paper(opened, demo_office, qtbot):
    window = opened(demo_office)
    window.open_page("roster")
    for begin in (window.opened("roster").add, window.opened("roster").bring_in):
        begin()
        assert not silenced(window)
    for name, begin in (("training", "plan"), ("equipment", "begin")):
        window.open_page(name)
        getattr(window.opened(name), begin)()
        assert not silenced(window), name
    window.desk.write(save_artisan, None, {"family_ar": "بوجلال"})
    assert window.messages.isVisible()
    assert not silenced(window)
    window.desk.show_paper("certificate")
    [paper] = [each for each in window.findChildren(QDialog) if each.isVisible()]
    assert not silenced(paper)
    paper.close()


def test_the_key_of_the_bin_restores_from_its_list(opened, office):
    window = opened(office)
    key = window.desk.write(save_artisan, None, {"family_ar": "بوجلال"})
    window.desk.write(delete_artisans, [key])
    window.open_page("bin")
    settle()
    window.opened("bin").table.grid.setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_R, CONTROL)
    QApplication.processEvents()
    assert window.desk.read(lambda session: session.get(Artisan, key)) is not None
