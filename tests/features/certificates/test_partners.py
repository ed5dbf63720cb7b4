"""Keys and partners: handed out, kept safe, brought back; the keys and lists of other offices taken in and removed."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from craftdesk.base.errors import UserError
from craftdesk.data.database import Database
from craftdesk.features.certificates import checking, keys, partners, safekeeping, writes
from craftdesk.features.certificates.models import TrustedKey
from craftdesk.features.certificates.rules import from_json
from craftdesk.features.certificates.seal import Verdict, fingerprint
from craftdesk.features.certificates.ui.partners_window import PartnersWindow
from craftdesk.features.certificates.ui.register_page import RegisterPage
from tests.features.certificates.conftest import issue, register, undo
from tests.features.conftest import TODAY
from tests.golden import office as golden
from tests.screens import BOTH, buttons, look, press, settle, shown, told, type_text, words_on

PASSPHRASE = "عبارة سر طويلة"


@pytest.fixture(scope="module")
def other(tmp_path_factory):
    """Another office, which withdrew one of its certificates."""
    made = golden.make(tmp_path_factory.mktemp("other") / "office.craftdesk")
    with made.writing() as session:
        writes.withdraw(session, register(made)[1].id, golden.DAY, "خطأ في الاسم")
    yield made
    made.close()


@pytest.fixture
def handed(other, tmp_path) -> list[Path]:
    """What the other office hands out: its key, its list, its page."""
    with other.writing() as session:
        return partners.write_all(session, tmp_path)


def seal(database: Database, place: int = 0) -> str:
    return from_json(register(database)[place].content).seal


def verdict(database: Database, text: str) -> Verdict:
    with database.reading() as session:
        return checking.check_text(text, checking.known(session)).verdict


@pytest.mark.parametrize("language", BOTH)
def test_a_key_is_shown_with_its_fingerprint_before_it_is_taken_in(desk, other, handed, qtbot, language):
    look(language)
    window = shown(PartnersWindow(desk), qtbot)
    window.show_file(handed[0])
    [public] = [each.public for each in keys.keys_of(handed[0])]
    assert fingerprint(public) in words_on(window.found)
    assert verdict(desk.database, seal(other)) is Verdict.UNKNOWN
    press(qtbot, Qt.Key.Key_Return)
    settle()
    assert verdict(desk.database, seal(other)) is Verdict.GENUINE
    assert fingerprint(public) in words_on(window.others)
    assert not window.found.isVisible()


def test_a_list_is_taken_in_and_all_of_it_is_taken_back_and_removed_again(desk, other, handed, qtbot):
    window, messages = shown(PartnersWindow(desk), qtbot), told(desk)
    window.show_file(handed[1])
    assert window.messages.message().mood == "bad", "the key of that office is not known yet"
    for file in handed[:2]:
        window.show_file(file)
        [takes] = [each for each in buttons(window.found).values() if each.action.primary]
        qtbot.mouseClick(takes, Qt.MouseButton.LeftButton)
    assert verdict(desk.database, seal(other, 1)) is Verdict.WITHDRAWN
    qtbot.mouseClick(buttons(window.others)["إزالة"], Qt.MouseButton.LeftButton)
    assert verdict(desk.database, seal(other, 1)) is Verdict.UNKNOWN
    undo(desk.database, messages[-1].undo)
    assert verdict(desk.database, seal(other, 1)) is Verdict.WITHDRAWN


def test_a_key_that_is_known_is_not_offered_again_and_another_file_is_refused(desk, other, handed, qtbot, tmp_path):
    desk.write(keys.trust, handed[0])
    window = shown(PartnersWindow(desk), qtbot)
    window.show_file(handed[0])
    settle()
    assert not [each for each in buttons(window.found).values() if each.action.primary]
    (tmp_path / "other.json").write_text("{}")
    window.show_file(tmp_path / "other.json")
    assert not window.found.isVisible()
    with desk.database.reading() as session:
        assert session.query(TrustedKey).count() == 1


def test_the_files_for_partners_are_written_and_named(desk, held, qtbot, tmp_path):
    window = shown(PartnersWindow(desk), qtbot)
    (tmp_path / "out").mkdir()
    window.write_into(tmp_path / "out")
    assert {each.name for each in (tmp_path / "out").iterdir()} == {
        partners.KEYS_FILE,
        partners.LIST_FILE,
        partners.PAGE_FILE,
    }
    with desk.database.reading() as session:
        [own] = keys.own_keys(session)
    assert fingerprint(own.public) in words_on(window.own)
    window.write_into(tmp_path / "nowhere")
    assert window.messages.message() is not None


def test_the_key_is_locked_by_a_passphrase_and_brought_back_into_a_new_office_file(desk, other, qtbot, tmp_path):
    with other.writing() as session:
        safekeeping.keep_safe(session, tmp_path / "key.pem", PASSPHRASE)
        private = keys.own_key(session).private
    data = (tmp_path / "key.pem").read_bytes()
    assert private not in data
    assert b"BEGIN ENCRYPTED PRIVATE KEY" in data
    window = shown(PartnersWindow(desk), qtbot)
    dialog = window.ask_to_unlock(tmp_path / "key.pem")
    settle()
    type_text("عبارة أخرى")
    press(qtbot, Qt.Key.Key_Return)
    assert "عبارة السر خاطئة" in words_on(dialog)
    assert verdict(desk.database, seal(other)) is Verdict.UNKNOWN
    type_text(PASSPHRASE)
    press(qtbot, Qt.Key.Key_Return)
    settle()
    assert verdict(desk.database, seal(other)) is Verdict.GENUINE
    with pytest.raises(UserError), desk.database.writing() as session:
        safekeeping.bring_back(session, tmp_path / "key.pem", PASSPHRASE)


def test_what_was_sealed_before_a_key_came_back_stays_genuine_here_and_at_partners(desk, held, other, tmp_path):
    issue(desk.database, held, 2)
    before = seal(desk.database)
    with other.writing() as session:
        safekeeping.keep_safe(session, tmp_path / "key.pem", PASSPHRASE)
        theirs = keys.own_key(session).public
    with desk.database.writing() as session:
        safekeeping.bring_back(session, tmp_path / "key.pem", PASSPHRASE)
        assert keys.own_key(session).public == theirs
    issue(desk.database, held, 1)
    with desk.database.writing() as session:
        writes.withdraw(session, register(desk.database)[0].id, TODAY, "خطأ")
        files = partners.write_all(session, tmp_path)
    known = keys.keys_of(files[0])
    lists = dict(keys.read_list(path, known) for path in files if "withdrawn" in path.name)
    by = checking.Known(known, lists)
    assert checking.check_text(before, by).verdict is Verdict.WITHDRAWN
    for place in (1, 2):
        assert checking.check_text(seal(desk.database, place), by).verdict is Verdict.GENUINE


def test_a_short_passphrase_and_two_that_differ_are_told(desk, qtbot, tmp_path):
    window = shown(PartnersWindow(desk), qtbot)
    dialog = window.ask_to_lock(tmp_path / "key.pem")
    settle()
    for first, second in (("قصيرة", "قصيرة"), (PASSPHRASE, PASSPHRASE + "x")):
        for line, text in zip(dialog.lines, (first, second), strict=True):
            line.setText(text)
        dialog.do()
        assert dialog.problem.text()
        assert not (tmp_path / "key.pem").exists()


@pytest.mark.parametrize(
    "data", [b"", b"-----BEGIN ENCRYPTED PRIVATE KEY-----\nxx\n-----END ENCRYPTED PRIVATE KEY-----\n"]
)
def test_another_file_is_no_key(desk, tmp_path, data):
    (tmp_path / "x.pem").write_bytes(data)
    for path in (tmp_path / "x.pem", tmp_path / "none.pem"):
        with pytest.raises(UserError), desk.database.writing() as session:
            safekeeping.bring_back(session, path, PASSPHRASE)


def test_it_opens_from_the_register(desk, qtbot):
    page = shown(RegisterPage(desk), qtbot)
    page.show_partners()
    settle()
    [window] = [each for each in page.findChildren(QDialog) if each.isVisible()]
    assert "لم يُضف مفتاح أي مكتب آخر بعد" in words_on(window)
