import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from craftdesk.app import start
from craftdesk.app.features import FEATURES
from craftdesk.app.home import HomePage
from craftdesk.app.pages import pages
from craftdesk.app.screens import fullest
from craftdesk.app.shortcuts import Shortcuts
from craftdesk.app.window import Window
from craftdesk.base import settings
from craftdesk.base.i18n import use_language
from craftdesk.data.model import models
from craftdesk.data.session import Session
from craftdesk.desk.desk import Desk
from craftdesk.features.roster.models import Artisan
from craftdesk.features.roster.writes import save_artisan
from craftdesk.ui import layouts
from craftdesk.ui.page import PageFrame
from craftdesk.ui.sidebar import Place

LANGUAGES = ("ar", "fr", "en")


def first_artisan(session: Session) -> Artisan:
    return session.query(Artisan).order_by(Artisan.order_ar).first()


def settle(qtbot, window) -> None:
    qtbot.waitUntil(lambda: not window.desk.is_busy())
    qtbot.wait(30)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_of_an_empty_office_opens(opened, office, qtbot, language):
    window = opened(office, language)
    for name in window.pages:
        window.open_page(name)
        settle(qtbot, window)
        assert window.page() == name
        assert window.opened(name).isVisible()


WITHOUT_A_PAGE = ("scan", "fee_receipt", "other_name", "tie")
"""They are shown over their file, in the list of receipts, on the card of their artisan."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_of_a_full_office_opens_with_its_records(opened, demo_office, qtbot, language):

    window = opened(demo_office, language)
    for page in window.pages.values():
        window.open_page(page.name)
        settle(qtbot, window)
        for model in (models()[table] for table in page.opens):
            key = window.desk.read(fullest, model)
            assert key is not None, model
            window.open_record(model, key)
            settle(qtbot, window)
            shown = window.opened(page.name).opened_record()
            assert shown if model.__tablename__ in WITHOUT_A_PAGE else shown == key, (page.name, model, shown)
            for dialog in (each for each in window.findChildren(QDialog) if each.isVisible()):
                dialog.close()


def test_the_side_bar_stands_on_the_leading_side(opened, office):
    right = opened(office, "ar")
    assert right.side.mapTo(right, right.side.rect().topLeft()).x() > right.width() / 2
    left = opened(office, "fr")
    assert left.side.mapTo(left, left.side.rect().topLeft()).x() == 0


def test_a_page_is_built_when_it_is_first_opened(opened, office):
    window = opened(office)
    assert window.opened("journal") is None
    window.open_page("journal")
    built = window.opened("journal")
    window.open_page("home")
    window.open_page("journal")
    assert window.opened("journal") is built


def test_another_language_keeps_the_page_and_the_record(opened, demo_office, qapp, qtbot):
    window = opened(demo_office)
    key = window.desk.read(first_artisan).id
    window.open_record(Artisan, key)
    settle(qtbot, window)
    use_language("fr")
    start.dress(qapp, settings.Settings(language="fr"))
    window.rebuild()
    settle(qtbot, window)
    assert window.page() == "roster"
    assert window.opened("roster").opened_record() == key
    assert window.layoutDirection() is Qt.LayoutDirection.LeftToRight


def test_the_search_over_everything_jumps_to_the_record(opened, demo_office, qtbot):
    window = opened(demo_office)
    artisan = window.desk.read(first_artisan)
    qtbot.keyClick(window.opened("home"), Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert window.search.line.hasFocus()
    qtbot.keyClicks(window.search.line, artisan.family_la)
    qtbot.waitUntil(window.search.suggestions.is_open)
    found = [choice.key for choice in window.search.suggestions.choices()]
    assert any(key.startswith("artisan ") for key in found)
    qtbot.keyClick(window.search.line, Qt.Key.Key_Return)
    assert window.page() == "roster"
    assert f"artisan {window.opened('roster').opened_record()}" == found[0]


def test_the_search_finds_the_places_of_the_program_too(opened, office, qtbot):
    window = opened(office)
    window.search.line.setText("سله المحذ")
    window.search.look()
    assert [choice.key for choice in window.search.suggestions.choices()] == ["page bin"]
    window.search.suggestions.pick(0)
    assert window.page() == "bin"


def test_the_search_goes_along_from_page_to_page(opened, office, qtbot):
    window = opened(office)
    for name in window.pages:
        window.open_page(name)
        frames = [frame for frame in window.findChildren(PageFrame) if frame.isVisible()]
        assert any(frame.isAncestorOf(window.search) for frame in frames), name


def test_ctrl_z_takes_back_what_the_bar_tells_and_then_what_came_before(opened, office, qtbot):
    window = opened(office)
    for name in ("بوجلال", "مزيان"):
        window.desk.write(save_artisan, None, {"family_ar": name})
    assert len(window.desk.read(lambda session: session.query(Artisan).all())) == 2
    for left in (1, 0):
        qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert len(window.desk.read(lambda session: session.query(Artisan).all())) == left
        window.messages.close_message()


def test_the_shortcuts_are_shown_with_those_of_the_page(opened, office, qtbot):
    window = opened(office)
    qtbot.keyClick(window, Qt.Key.Key_F1)
    [shown] = window.findChildren(Shortcuts)
    assert shown.isVisible()
    qtbot.keyClick(shown, Qt.Key.Key_Space)
    assert not shown.isVisible()


def test_layouts_are_remembered_for_each_direction(opened, office, qapp):
    kept: dict[str, str] = {}
    layouts.keep_in(kept)
    window = opened(office)
    layouts.keep_in(kept)
    window.close()
    assert "window.rtl" in kept
    assert "window.ltr" not in kept


def test_what_is_clicked_before_the_office_is_there_opens_when_it_comes(qapp, qtbot, office):

    made = pages(FEATURES)
    window = Window([Place(page.name, page.title, page.icon) for page in made], start.FOOT, HomePage)
    qtbot.addWidget(window)
    window.show()
    assert isinstance(window.opened("home"), HomePage)
    window.open_page("bin")
    assert window.opened("bin") is None
    desk = Desk(office)
    window.attach(desk, FEATURES, made)
    assert window.page() == "bin"
    assert window.opened("bin").isVisible()
    desk.close()


def test_a_paper_is_previewed_in_either_language(opened, demo_office, qtbot):
    window = opened(demo_office)
    window.desk.show_paper("certificate")
    [paper] = [each for each in window.children() if type(each).__name__ == "PaperWindow"]
    qtbot.waitUntil(lambda: paper.preview.pages > 0)
    assert paper.language == "ar"
    arabic = paper.preview.pdf
    paper.speak("fr")
    qtbot.waitUntil(lambda: paper.preview.pdf != arabic)
    paper.close()
    QApplication.sendPostedEvents()
