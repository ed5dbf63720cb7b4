"""What becomes of certificates later: withdrawn with a reason, issued anew, printed as duplicates."""

from io import BytesIO

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from craftdesk.app.cli import main
from craftdesk.app.features import FEATURES
from craftdesk.base.errors import UserError
from craftdesk.base.i18n import speaking
from craftdesk.base.names import fold
from craftdesk.base.numbers import without_marks
from craftdesk.data.database import Database
from craftdesk.desk.papers import rendered
from craftdesk.features.certificates import checking, giving, reads, writes
from craftdesk.features.certificates.models import Certificate, CertificateKind, CertificateState
from craftdesk.features.certificates.seal import Verdict
from craftdesk.features.certificates.ui.artisan_panel import ArtisanCertificates
from craftdesk.features.certificates.ui.register_page import RegisterPage
from craftdesk.features.certificates.ui.session_panel import SessionCertificates
from craftdesk.ui.labels import Pill
from tests.features.certificates.conftest import issue, numbers, ready, register, undo
from tests.features.conftest import TODAY
from tests.screens import buttons, press, settle, shown, told, type_text, wishes, words_on

PAPERS = {paper.name: paper for feature in FEATURES for paper in feature.papers}
WHY = "خطأ في الاسم"


def withdraw(database: Database, place: int = 0) -> str:
    with database.writing() as session:
        key = register(database)[place].id
        writes.withdraw(session, key, TODAY, WHY)
    return key


def paper(database: Database, name: str, keys: list[str], language: str = "ar") -> str:
    """The words of a paper."""
    with database.reading() as session:
        made = rendered(session, PAPERS[name], keys, language)
    pages = pypdfium2.PdfDocument(BytesIO(made))
    return " ".join(fold(page.get_textpage().get_text_bounded()) for page in pages)


def dialog_of(page) -> QDialog:
    settle()
    [found] = [each for each in page.findChildren(QDialog) if each.isVisible()]
    return found


def test_a_certificate_is_withdrawn_from_its_card_and_that_is_taken_back_by_one_undo(desk, held, qtbot):
    issue(desk.database, held, 3)
    page, messages = shown(RegisterPage(desk), qtbot), told(desk)
    qtbot.mouseClick(buttons(page.side)["إلغاء الشهادة…"], Qt.MouseButton.LeftButton)
    dialog = dialog_of(page)
    [do] = [each for each in buttons(dialog).values() if each.action.primary]
    qtbot.mouseClick(do, Qt.MouseButton.LeftButton)
    assert dialog.isVisible(), "no reason was written"
    dialog.form.focus_first()
    type_text(WHY)
    press(qtbot, Qt.Key.Key_Return, held=Qt.KeyboardModifier.ControlModifier)
    settle()
    if dialog.isVisible():
        qtbot.mouseClick(do, Qt.MouseButton.LeftButton)
    newest = register(desk.database)[-1]
    assert (newest.withdrawn_on, newest.withdrawn_why) == (TODAY, WHY)
    settle()
    assert "ملغاة" in [each.text() for each in page.side.findChildren(Pill) if each.isVisibleTo(page)]
    assert WHY in words_on(page.side)
    assert "إعادة الطباعة" not in buttons(page.side)
    undo(desk.database, messages[-1].undo)
    assert not register(desk.database)[-1].is_withdrawn


def test_a_day_before_the_issue_is_told_at_the_field(desk, held, qtbot):
    issue(desk.database, held, 1)
    page = shown(RegisterPage(desk), qtbot)
    qtbot.mouseClick(buttons(page.side)["إلغاء الشهادة…"], Qt.MouseButton.LeftButton)
    dialog = dialog_of(page)
    dialog.form.input("why").set_text(WHY)
    dialog.form.input("day").set_text("1/1/2020")
    dialog.do()
    assert dialog.form.row("day").message()
    assert not register(desk.database)[0].is_withdrawn


def test_the_register_shows_and_finds_what_was_withdrawn(desk, held, qtbot):
    issue(desk.database, held, 3)
    key = withdraw(desk.database, 1)
    page = shown(RegisterPage(desk), qtbot)
    state = next(each for each in page.table.model.columns if each.key == "state")
    shown_states = {row.number: state.value(row) for row in register(desk.database)}
    assert shown_states == {1: "", 2: "ملغاة", 3: ""}
    for wanted, found in ((CertificateState.WITHDRAWN, [2]), (CertificateState.VALID, [1, 3])):
        page.narrow(state=wanted)
        with desk.database.reading() as session:
            assert sorted(each.number for each in reads.register(session, page.wanted)) == found
        assert page.table.model.rowCount() == len(found)
    page.narrow(state=None)
    printed = wishes(desk)
    page.print_all()
    assert key not in printed[-1].keys
    assert len(printed[-1].keys) == 2


def test_the_panels_of_session_and_artisan_say_it(desk, held, qtbot):
    issue(desk.database, held)
    withdraw(desk.database)
    gone = register(desk.database)[0]
    panel = shown(SessionCertificates(desk, held), qtbot)
    rows = [[without_marks(column.text(row)) for column in panel.table.model.columns] for row in panel.people]
    assert [row[3:] for row in rows if row[5] == gone.reference] == [["ملغاة", WHY, gone.reference]]
    assert gone.id not in panel.issued()
    assert not panel._ready(), "what was withdrawn is not issued again with all the others"
    lines = shown(ArtisanCertificates(desk, gone.artisan_id), qtbot)
    assert "ملغاة" in words_on(lines)
    assert gone.id not in lines._valid()


def test_another_is_issued_in_its_place_with_the_next_number_when_chosen(desk, held):
    issue(desk.database, held)
    withdraw(desk.database)
    person = register(desk.database)[0].participant_id
    assert ready(desk.database, held) == []
    with desk.database.writing() as session:
        writes.issue(session, held, [person], CertificateKind.TRAINING, TODAY)
    assert numbers(desk.database) == list(range(1, 19))
    assert [each.is_withdrawn for each in register(desk.database) if each.participant_id == person] == [True, False]
    with pytest.raises(UserError), desk.database.writing() as session:
        writes.issue(session, held, [person], CertificateKind.TRAINING, TODAY)
    assert numbers(desk.database) == list(range(1, 19))


def test_a_withdrawn_certificate_is_not_printed_and_a_sentence_says_why(desk, held):
    issue(desk.database, held, 3)
    key = withdraw(desk.database)
    with pytest.raises(UserError, match=WHY):
        paper(desk.database, "certificate", [key])
    others = paper(desk.database, "certificate", [])
    assert fold(register(desk.database)[1].name_ar) in others
    assert fold(register(desk.database)[0].name_ar) not in others


def test_the_command_line_refuses_it_too(desk, held, tmp_path, capsys):
    issue(desk.database, held, 1)
    key = withdraw(desk.database)
    desk.database.close()
    out = tmp_path / "c.pdf"
    given = ["--office", str(desk.database.path), "print", "certificate", key, "--language", "fr", "-o", str(out)]
    assert main(given) != 0
    assert "annulée" in capsys.readouterr().err
    assert not out.exists()


@pytest.mark.parametrize(("language", "words"), [("ar", "ملغاة في 23/11/2026"), ("fr", "annulée le 23/11/2026")])
def test_the_printed_register_and_the_file_say_it(desk, held, language, words):
    issue(desk.database, held, 3)
    withdraw(desk.database)
    with speaking(language):
        text = paper(desk.database, "certificate-register", [], language)
    assert text.replace(" ", "").count(fold(words).replace(" ", "")) == 1
    with desk.database.reading() as session:
        lot = giving.ask(session, giving.understood(session, "", {"state": "withdrawn"}))
        assert [each.reference for part in lot.parts for each in part] == ["2026/0001"]
    assert {"withdrawn_on", "withdrawn_why"} <= {each.name for each in giving.columns()}


@pytest.mark.parametrize(("language", "mark"), [("ar", "نسخة ثانية"), ("fr", "duplicata")])
def test_a_duplicate_is_marked_at_its_number_and_has_the_same_seal(desk, held, tmp_path, language, mark):
    issue(desk.database, held, 2)
    first = register(desk.database)[0]
    before = paper(desk.database, "certificate", [first.id])
    assert fold("نسخة ثانية") not in before
    with desk.database.writing() as session:
        writes.make_duplicate(session, first.id, TODAY, "ضياع الأصل")
    again = register(desk.database)[0]
    assert again.content == first.content
    assert fold(mark) in paper(desk.database, "certificate", [first.id], language)
    assert fold("نسخة ثانية") in paper(desk.database, "certificate-register", [first.id])
    with desk.database.reading() as session:
        (tmp_path / "d.pdf").write_bytes(rendered(session, PAPERS["certificate"], [first.id], "ar"))
        [answer] = checking.check_file(tmp_path / "d.pdf", checking.known(session))
    assert answer.verdict is Verdict.GENUINE


def test_a_duplicate_is_asked_for_on_the_card_and_shown_to_be_printed(desk, held, qtbot):
    issue(desk.database, held, 1)
    page, printed = shown(RegisterPage(desk), qtbot), wishes(desk)
    qtbot.mouseClick(buttons(page.side)["نسخة ثانية…"], Qt.MouseButton.LeftButton)
    dialog = dialog_of(page)
    dialog.form.input("why").set_text("ضياع الأصل")
    dialog.do()
    assert [(wish.name, wish.keys) for wish in printed] == [("certificate", (register(desk.database)[0].id,))]
    settle()
    assert "نسخة ثانية" in [each.text() for each in page.side.findChildren(Pill) if each.isVisibleTo(page)]


def test_a_withdrawn_one_is_no_duplicate(desk, held):
    issue(desk.database, held, 1)
    key = withdraw(desk.database)
    with pytest.raises(UserError, match=WHY), desk.database.writing() as session:
        writes.make_duplicate(session, key, TODAY, "ضياع")
    with desk.database.reading() as session:
        assert session.get_one(Certificate, key).duplicate_on is None
