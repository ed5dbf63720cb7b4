"""A certificate that somebody brings, checked at the counter: scanned, typed, dropped; race 8 by the keyboard alone."""

from dataclasses import replace
from pathlib import Path
from time import monotonic

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QDialog

from craftdesk.base import base45
from craftdesk.base.i18n import speaking
from craftdesk.base.numbers import without_marks
from craftdesk.data.database import Database
from craftdesk.features.certificates import documents, reads, writes
from craftdesk.features.certificates.rules import from_json
from craftdesk.features.certificates.seal import PREFIX, Verdict
from craftdesk.features.certificates.ui.check_window import CheckWindow
from craftdesk.features.certificates.ui.register_page import RegisterPage
from craftdesk.ui.labels import Pill
from tests.features.certificates.conftest import issue, register, undo
from tests.features.conftest import TODAY
from tests.screens import BOTH, CONTROL, SHIFT, buttons, focused, look, press, settle, shown, told, type_text, words_on

SECONDS = 3


def seal_of(database: Database, place: int = 0) -> str:
    return from_json(register(database)[place].content).seal


def with_other_name(database: Database, seal: str) -> str:
    """The code as a forger would change it: another given name in Arabic, of as many letters."""
    name = register(database)[0].name_ar
    data = base45.decoded(seal.removeprefix(PREFIX))
    other = name[:-1] + ("ب" if name[-1] != "ب" else "ت")
    assert name.encode("cp1256") in data
    return PREFIX + base45.encoded(data.replace(name.encode("cp1256"), other.encode("cp1256")))


def opened(desk, qtbot) -> CheckWindow:
    page = shown(RegisterPage(desk), qtbot)
    page.table.grid.setFocus()
    press(qtbot, Qt.Key.Key_K, held=CONTROL | SHIFT)
    settle()
    [window] = [each for each in page.findChildren(QDialog) if each.isVisible()]
    assert isinstance(window, CheckWindow)
    return window


def enter(qtbot, text: str) -> None:
    """As a reader of codes types: letter by letter, Enter at the end."""
    type_text(text)
    press(qtbot, Qt.Key.Key_Return)
    settle()


def altered_on(window: CheckWindow) -> int:
    return len([each for each in window.view.findChildren(Pill) if each.isVisible()])


@pytest.mark.parametrize("language", BOTH)
def test_race_8_one_scan_then_one_with_a_changed_name_each_in_one_entry(desk, held, qtbot, language):
    look(language)
    issue(desk.database, held, 3)
    seal = seal_of(desk.database)
    forged = with_other_name(desk.database, seal)
    window = opened(desk, qtbot)
    genuine, false, name = {
        "ar": ("صحيحة", "مزوّرة", "الاسم بالعربية"),
        "fr": ("Authentique", "Falsifiée", "Nom en arabe"),
    }[language]
    began = monotonic()
    enter(qtbot, seal)
    assert genuine in words_on(window.view)
    assert monotonic() - began < SECONDS
    assert without_marks(register(desk.database)[0].name_ar) in words_on(window.view)
    assert altered_on(window) == 0
    began = monotonic()
    enter(qtbot, forged)
    assert false in words_on(window.view)
    assert monotonic() - began < SECONDS
    assert f": {name}." in words_on(window.view).replace("\u00a0:", ":")
    assert altered_on(window) == 1


def test_a_typed_number_shows_what_the_register_has(desk, held, qtbot):
    issue(desk.database, held, 3)
    window = opened(desk, qtbot)
    enter(qtbot, "2026/2")
    assert window.answers[0].seal.values["number"] == "2026/0002"
    assert register(desk.database)[1].name_ar in words_on(window.view)
    enter(qtbot, "٢٠٢٦/٠٠٠٣")
    assert register(desk.database)[2].name_ar in words_on(window.view)


def test_esc_is_ready_for_the_next_one_and_closes_at_last(desk, held, qtbot):
    issue(desk.database, held, 1)
    window = opened(desk, qtbot)
    enter(qtbot, "2026/1")
    press(qtbot, Qt.Key.Key_Escape)
    assert window.answers == ()
    assert focused() is window.line
    type_text("20")
    press(qtbot, Qt.Key.Key_Escape)
    assert window.isVisible()
    assert not window.line.text()
    press(qtbot, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_a_reader_under_capitals_lock_is_understood_and_one_in_arabic_letters_is_told_what_to_do(desk, held, qtbot):
    issue(desk.database, held, 1)
    window = opened(desk, qtbot)
    enter(qtbot, seal_of(desk.database).lower())
    assert window.answers[0].verdict is Verdict.GENUINE
    enter(qtbot, "ؤي1:" + "شسيبل" * 20)
    assert window.answers == ()
    assert "لوحة المفاتيح" in words_on(window.view)
    enter(qtbot, "2026/1")
    assert window.answers[0].verdict is Verdict.GENUINE


def test_what_is_neither_code_nor_file_nor_number_stays_in_the_line_to_be_mended(desk, held, qtbot):
    window = opened(desk, qtbot)
    enter(qtbot, "2026/77")
    assert "2026/77" in words_on(window.view)
    assert window.line.selectedText() == "2026/77"


def test_a_certificate_whose_issue_was_taken_back_is_told_though_its_seal_is_genuine(desk, held, qtbot):
    done = issue(desk.database, held, 1)
    seal = seal_of(desk.database)
    undo(desk.database, done)
    window = opened(desk, qtbot)
    enter(qtbot, seal)
    assert "السجل" in words_on(window.view)
    issue(desk.database, held, 17, TODAY)
    with desk.database.reading() as session:
        [first] = [each for each in reads.register(session, reads.Wanted()) if each.number == 1]
        assert first.name_ar == register(desk.database)[0].name_ar
    enter(qtbot, seal)
    assert window.answers[0].verdict is Verdict.GENUINE


def test_a_withdrawn_one_is_told_with_its_reason(desk, held, qtbot):
    issue(desk.database, held, 1)
    with desk.database.writing() as session:
        writes.withdraw(session, register(desk.database)[0].id, TODAY, "خطأ في الاسم")
    window = opened(desk, qtbot)
    for entry in (seal_of(desk.database), "2026/1"):
        enter(qtbot, entry)
        assert window.answers[0].verdict is Verdict.WITHDRAWN
        assert "خطأ في الاسم" in words_on(window.view)


def printed(database: Database, path: Path, places: int = 1, name: str = "") -> Path:
    """Certificates as a PDF; `name` stands on the first instead of the one that was signed."""
    keys = [each.id for each in register(database)[:places]]
    with speaking("ar"), database.reading() as session:
        found = reads.printables(session, keys)
        if name:
            found[0] = replace(found[0], content=replace(found[0].content, name_ar=name))
        documents.certificates(found, "ar").write(path)
    return path


def drop(window: CheckWindow, file: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    window.dropEvent(
        QDropEvent(
            QPointF(QPoint(20, 20)),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )


def test_a_dropped_file_is_read_and_every_page_told_the_altered_one_first(desk, held, qtbot, tmp_path):
    issue(desk.database, held, 3)
    window = opened(desk, qtbot)
    file = printed(desk.database, tmp_path / "c.pdf", 3, "بن فلان علان")
    began = monotonic()
    drop(window, file)
    qtbot.waitUntil(lambda: len(window.answers) == 3, timeout=20_000)
    assert monotonic() - began < 3 * SECONDS
    assert [each.verdict for each in window.answers] == [Verdict.FORGED, Verdict.GENUINE, Verdict.GENUINE]
    assert window.table.isVisible()
    assert "مزوّرة" in words_on(window.view)
    assert altered_on(window) == 1
    window.table.select(str(id(window.answers[1])))
    assert "صحيحة" in words_on(window.view)


def test_a_path_in_the_line_is_read_and_a_page_without_a_code_is_told(desk, held, qtbot, tmp_path):
    Image.new("RGB", (600, 400), "white").save(tmp_path / "white.png")
    window = opened(desk, qtbot)
    enter(qtbot, str(tmp_path / "white.png"))
    qtbot.waitUntil(lambda: len(window.answers) == 1, timeout=20_000)
    assert "لا يوجد رمز شهادة" in words_on(window.view)


@pytest.mark.parametrize(("name", "data"), [("a.pdf", b"%PDF-1.7 broken"), ("b.png", b"no picture"), ("c.jpg", b"")])
def test_a_file_that_cannot_be_read_is_told_in_a_sentence(desk, held, qtbot, tmp_path, name, data):
    (tmp_path / name).write_bytes(data)
    window, messages = opened(desk, qtbot), told(desk)
    drop(window, tmp_path / name)
    qtbot.waitUntil(lambda: name in words_on(window.view), timeout=20_000)
    assert messages == []


def test_a_certificate_of_this_office_leads_to_the_register(desk, held, qtbot):
    issue(desk.database, held, 2)
    wished = []
    desk.opened.connect(wished.append)
    window = opened(desk, qtbot)
    enter(qtbot, "2026/2")
    [button] = buttons(window.view).values()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert [each.key for each in wished] == [register(desk.database)[1].id]
