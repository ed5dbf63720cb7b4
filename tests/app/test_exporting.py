"""Lists leave by Ctrl+E and by the command line, each with its columns, its purpose and its line in the log."""

import csv
import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from python_calamine import CalamineWorkbook

from craftdesk.app import exporting
from craftdesk.app.cli import main
from craftdesk.app.export_dialog import ALL, CHOSEN, ExportDialog
from craftdesk.app.features import lists
from craftdesk.base.i18n import speaking
from craftdesk.base.settings import Layouts
from craftdesk.data import disclosures
from craftdesk.ui.actions import ActionButton
from craftdesk.ui.table import TableView
from tests.screens import press, settle

EVERY = list(lists())
REASON = ("--purpose", "x", "--to", "y")
PAGES = {"roster": "artisans", "certificates": "certificates", "letters": "letters", "equipment": "requests"}


@pytest.fixture
def run(demo_office, capsys):
    """The command line on the demo office; gives the exit code and what was written."""

    def made(*arguments: object) -> tuple[int, str, str]:
        code = main(["--office", str(demo_office.path), "export", *map(str, arguments)])
        told = capsys.readouterr()
        return code, told.out, told.err

    return made


def rows_of(path: Path) -> list[list[str]]:
    return list(csv.reader(path.read_text("utf-8-sig").splitlines(), delimiter=";"))


@pytest.mark.parametrize("listing", EVERY, ids=lambda listing: listing.name)
def test_every_list_leaves_by_the_command_line_in_both_directions(run, demo_office, tmp_path, listing):
    find = ["--find", "التصميم والرسم"] if listing.name == "participants" else []
    for language in ("ar", "fr"):
        out = tmp_path / f"list-{language}.xlsx"
        code, _told, error = run(listing.name, "-o", out, "--language", language, "--purpose", "x", "--to", "y", *find)
        assert (code, error) == (0, "")
        with CalamineWorkbook.from_path(str(out)) as book:
            rows = book.get_sheet_by_index(0).to_python()
        with speaking(language):
            wanted = [c.title for c in listing.columns() if c.usual]
        assert len(rows[0]) == len(wanted)
    with demo_office.reading() as session:
        logged = [each.listing for each in disclosures.disclosures(session)][:2]
    assert (logged == [listing.name] * 2) is listing.personal


def test_a_list_leaves_narrowed_with_chosen_columns(run, tmp_path):
    out = tmp_path / "women.csv"
    asked = (
        "--filter",
        "sex=f",
        "--columns",
        "register_no,nin,sex,activity_id",
        "--purpose",
        "x",
        "--to",
        "y",
        "--json",
    )
    code, told, _error = run("artisans", "-o", out, "--language", "fr", *asked)
    header, *rows = rows_of(out)
    assert code == 0
    assert json.loads(told)["rows"] == len(rows) > 10
    assert header[0] == "N° d'immatriculation"
    assert {row[2] for row in rows} == {"Femme"}
    assert all(row[1][:14] == "•" * 14 for row in rows if len(row[1]) == 18)


def test_personal_data_are_refused_without_a_purpose(run, tmp_path):
    code, told, error = run("artisans", "-o", tmp_path / "list.csv", "--to", "y")
    assert (code, told) == (1, "")
    assert error.startswith("craftdesk: ")
    assert list(tmp_path.glob("list*")) == []


def test_wrong_names_are_told_with_those_there_are(run, tmp_path):
    out = ("-o", tmp_path / "list.csv", "--purpose", "x", "--to", "y")
    assert "artisans, " in run("nothing", *out)[2]
    assert "register_no, " in run("artisans", *out, "--columns", "age")[2]
    assert "status, " in run("artisans", *out, "--filter", "colour=red")[2]
    assert "«" in run("artisans", *out, "--filter", "sex=blue")[2]
    assert run("artisans", "-o", "list.doc", "--purpose", "x", "--to", "y")[0] == 1


@pytest.fixture(params=["ar", "fr"])
def window(request, opened, demo_office):
    return opened(demo_office, request.param)


def dialog_of(window) -> ExportDialog:
    window.export_shown()
    settle()
    found = window.findChild(ExportDialog)
    assert found is not None
    return found


@pytest.mark.parametrize(("page", "name"), PAGES.items())
def test_every_page_with_a_list_shows_the_button_and_opens_its_own_list(window, page, name):
    window.open_page(page)
    settle()
    table = next(each for each in window.findChildren(TableView) if each.isVisible())
    [button] = [b for b in window.findChildren(ActionButton) if b.action is table.exporting and b.isVisible()]
    assert "Ctrl+E" in button.toolTip()
    dialog = dialog_of(window)
    assert dialog.wish().listing.name == name
    dialog.reject()


def test_the_list_leaves_as_it_is_narrowed_and_columns_are_offered_again(window, tmp_path, monkeypatch, qtbot):
    path = tmp_path / "list.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_given: (str(path), ""))
    window.open_page("roster")
    page = window.opened("roster")
    page.open_record(json.dumps({"text": "", "filters": {"sex": ["f"]}}))
    dialog = dialog_of(window)
    assert dialog.rows.value() == ALL
    dialog.forms.buttons["csv"].click()
    dialog.columns.choose(["nin", "register_no"])
    dialog.columns.list.setCurrentRow(1)
    dialog.columns.move_current(-1)
    dialog.go_on()
    assert dialog.reason.row("purpose").message()
    dialog.reason.input("purpose").set_text("تقرير")
    dialog.reason.input("recipient").set_text("اليونيدو")
    dialog.go_on()
    qtbot.waitUntil(lambda: path.exists() and not window.desk.is_working(), timeout=20_000)
    settle()
    header, *rows = rows_of(path)
    assert len(header) == 2
    assert len(rows) == page.people.table.model.rowCount()
    assert "•" in rows[0][1]
    assert json.loads(Layouts()["export.roster.people"]) == {"columns": ["register_no", "nin"], "form": "csv"}
    with window.desk.database.reading() as session:
        newest = disclosures.disclosures(session)[0]
        assert disclosures.said_before(session, "purpose")[0] == "تقرير"
    assert (newest.recipient, newest.rows, newest.who) == ("اليونيدو", len(rows), window.desk.database.who)
    again = dialog_of(window)
    assert again.columns.chosen() == ["register_no", "nin"]
    again.reject()


def test_several_chosen_rows_leave_alone(window, qtbot):
    window.open_page("roster")
    page = window.opened("roster")
    page.people.table.grid.setFocus()
    settle()
    page.people.table.grid.setCurrentIndex(page.people.table.model.index(0, 0))
    press(qtbot, Qt.Key.Key_Down, held=Qt.KeyboardModifier.ShiftModifier)
    dialog = dialog_of(window)
    assert dialog.rows.value() == CHOSEN
    assert len(dialog.wish().keys) == 2
    dialog.reject()


def test_space_takes_a_column_or_leaves_it(window, qtbot):
    window.open_page("letters")
    dialog = dialog_of(window)
    before = dialog.columns.chosen()
    dialog.columns.list.setFocus()
    qtbot.keyClick(dialog.columns.list, Qt.Key.Key_Space)
    assert dialog.columns.chosen() == before[1:]
    dialog.reject()


def test_an_empty_list_is_not_written(opened, office, qtbot):
    window = opened(office)
    window.open_page("letters")
    heard: list[str] = []
    window.desk.told.connect(lambda told: heard.append(told.text))
    window.export_shown()
    assert window.findChild(ExportDialog) is None
    assert len(heard) == 1


def test_the_name_of_a_file_is_one_on_every_system():
    assert exporting.file_name('a/b:c*"?<>|', "xlsx").startswith("a b c ")
