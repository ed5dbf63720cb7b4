import gc
import os
import subprocess
import sys
from threading import Event
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QMessageBox
from shiboken6 import isValid

from craftdesk.app import crash, refused, single, start
from craftdesk.app.loading import load
from craftdesk.app.window import Window
from craftdesk.base import log, settings
from craftdesk.base.errors import UserError
from craftdesk.base.i18n import language
from craftdesk.desk.desk import Desk
from craftdesk.features.office import reads
from craftdesk.features.office.ui.assistant import Assistant
from craftdesk.ui import layouts

HEAVY = ["sqlalchemy", "reportlab", "uharfbuzz", "pypdfium2", "python_calamine", "jinja2", "babel", "alembic", "PIL"]


@pytest.fixture
def started(qapp, qtbot):
    """Starts the program on an office file and closes it again."""
    begun: list[start.Program] = []

    def begin(path, *, once: bool = False) -> start.Program:
        program = start.Program(start.application_of_ours(), path, once=once)
        begun.append(program)
        program.begin()
        qtbot.waitUntil(lambda: program.desk is not None)
        return program

    hook = sys.excepthook
    yield begin
    for program in begun:
        if program.shown is not None:
            program.shown.close()
            program.shown.deleteLater()
        program.end()
    sys.excepthook = hook
    gc.enable()
    log.stop()
    layouts.keep_in({})


@pytest.fixture
def office_path(office):
    office.close()
    return office.path


def test_the_first_start_shows_the_window_on_the_office(started, office_path):
    program = started(office_path)
    assert isinstance(program.shown, Window)
    assert program.shown.side.note.text() == "غرفة الصناعة التقليدية والحرف لولاية باتنة"
    assert settings.load().last_office == str(office_path.resolve())


def test_an_office_that_is_opened_once_is_not_opened_by_itself_the_next_time(started, office_path):
    assert isinstance(started(office_path, once=True).shown, Window)
    assert settings.load().last_office == ""


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_the_window_is_shown_before_the_office_is_open(office_path, qapp, qtbot, language, request):
    """Also at the very first start, and at the first in another direction."""
    request.addfinalizer(gc.enable)
    settings.change(language=language)
    program = start.Program(start.application_of_ours(), office_path)
    program.begin()
    assert isinstance(program.shown, Window)
    assert program.desk is None
    with qtbot.waitSignal(program.complete, timeout=20_000):
        qtbot.waitUntil(lambda: program.shown.desk is not None)
    program.shown.close()
    program.end()
    layouts.keep_in({})


def test_a_file_without_an_office_is_set_up_by_the_assistant(started, tmp_path, qtbot):
    program = started(tmp_path / "new" / "office.craftdesk")
    assistant = program.shown
    assert isinstance(assistant, Assistant)
    assistant.forms[0].set_value("wilaya_id", "25")
    for _step in range(3):
        assistant.form.save()
    qtbot.waitUntil(lambda: isinstance(program.shown, Window))
    assert program.desk.read(reads.chamber).wilaya_id == "25"
    assert program.shown.side.note.text() == "غرفة الصناعة التقليدية والحرف لولاية قسنطينة"


def test_changed_settings_are_put_into_force_and_the_page_stays(started, office_path, qtbot):
    program = started(office_path)
    program.shown.open_page("settings", "machine")
    settings.change(language="fr", theme="dark")
    program.desk.settings_changed.emit()
    qtbot.waitUntil(lambda: program.shown.side.note.text().startswith("CHAMBRE"))
    assert program.shown.page() == "settings"
    assert program.shown.opened("settings").opened_record() == "machine"


def test_another_language_waits_until_the_work_beside_the_screens_has_ended(started, office_path, qtbot):
    program = started(office_path)
    go_on, done = Event(), []
    page = program.shown.opened("home")
    program.desk.work(lambda _progress: go_on.wait(10), lambda _result: done.append(isValid(page)))
    settings.change(language="fr")
    program.shown.redress_wished.emit()
    qtbot.wait(200)
    assert program.shown.opened("home") is page
    go_on.set()
    qtbot.waitUntil(lambda: program.shown.opened("home") is not page)
    assert done == [True]
    assert language() == "fr"


@pytest.mark.qt_log_ignore("does not support raise")
def test_a_second_start_brings_the_first_to_the_front(started, office_path, qtbot):
    program = started(office_path)
    program.shown.showMinimized()
    code = "import sys; from pathlib import Path; from PySide6.QtCore import QCoreApplication; "
    code += "app = QCoreApplication([]); from craftdesk.app.single import call_first; "
    code += "sys.exit(0 if call_first(Path(sys.argv[1])) else 1)"
    second = subprocess.Popen([sys.executable, "-c", code, str(office_path)], env={**os.environ})
    qtbot.waitUntil(lambda: second.poll() is not None, timeout=20_000)
    assert second.returncode == 0
    qtbot.waitUntil(lambda: not program.shown.isMinimized())


def test_nobody_answers_for_an_office_that_is_not_open(tmp_path, qapp):
    assert not single.call_first(tmp_path / "office.craftdesk")


def test_an_office_that_cannot_be_opened_is_told_in_a_window(qtbot, tmp_path, monkeypatch):
    (tmp_path / "notes.txt").write_text("no office " * 500)
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: told.append(box.text()))
    with pytest.raises(UserError) as error:
        load(tmp_path / "notes.txt")
    codes: list[int] = []
    refused.tell_refusal(SimpleNamespace(exit=codes.append), tmp_path / "notes.txt", error.value)
    assert told == [str(error.value)]
    qtbot.waitUntil(lambda: codes == [1])


def test_a_fault_shows_a_window_that_says_nothing_is_lost(office, qapp, qtbot, monkeypatch):
    log.start()
    hook = sys.excepthook
    desk = Desk(office)
    faults = crash.Faults(desk)
    try:
        with qtbot.waitSignal(desk.leaving):
            sys.excepthook(ValueError, ValueError("بوجلال"), None)
        assert faults._open is not None
        assert "craftdesk.log" in faults._open.informativeText()
        assert "بوجلال" not in faults._open.detailedText()
        faults._open.done(0)
    finally:
        sys.excepthook = hook
        log.stop()


def test_a_refusal_that_nobody_caught_is_a_sentence_and_not_a_fault(office, qapp, qtbot):
    hook = sys.excepthook
    desk = Desk(office)
    crash.Faults(desk)
    try:
        with qtbot.waitSignal(desk.told) as heard:
            sys.excepthook(UserError, UserError("Write a name."), None)
        assert (heard.args[0].text, heard.args[0].tone) == ("Write a name.", "bad")
    finally:
        sys.excepthook = hook


def test_an_office_is_opened_before_anything_is_there_that_reads_its_records(office_path):
    code = "import sys; from pathlib import Path; from craftdesk.app.loading import load; "
    code += "print(load(Path(sys.argv[1])).chamber, 'sqlalchemy' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", code, office_path], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "غرفة الصناعة التقليدية والحرف لولاية باتنة False"


def test_who_asks_an_office_early_waits_until_all_tables_are_known(office_path):
    code = "import sys; from pathlib import Path; from craftdesk.app.offices import open_office; "
    code += "database = open_office(Path(sys.argv[1]), alone=True); asked = database.asking(); asked.__enter__(); "
    code += "print('craftdesk.app.tables' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", code, office_path], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "True"


def test_the_start_imports_nothing_that_needs_the_database():
    """The window is there before SQLAlchemy is loaded; whatever makes it wait for that doubles the start."""
    code = "import sys, craftdesk.app.start; print([name for name in HEAVY if name in sys.modules])"
    heavy = [
        "sqlalchemy",
        "reportlab",
        "uharfbuzz",
        "pypdfium2",
        "python_calamine",
        "jinja2",
        "babel",
        "alembic",
        "PIL",
    ]
    told = subprocess.run(
        [sys.executable, "-c", f"HEAVY = {heavy}; {code}"], capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == "[]"
