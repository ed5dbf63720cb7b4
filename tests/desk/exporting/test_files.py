"""The files that lists become, read back by other programs."""

import csv
import zipfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from craftdesk.base.errors import UserError
from craftdesk.base.i18n import speaking
from craftdesk.desk.exporting import paper, spreadsheet, text_file
from craftdesk.desk.exporting.columns import ExportColumn, Kind, Sheet, cleaned, masked, readers

SPREADSHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
COLUMNS = [
    ExportColumn("name", "Name", lambda row: row[0]),
    ExportColumn("nin", "National id", lambda row: row[1], Kind.CODE, masked=True),
    ExportColumn("day", "Day", lambda row: row[2], Kind.DAY),
    ExportColumn("total", "Total in dinars", lambda row: row[3], Kind.MONEY, summed=True),
    ExportColumn("number", "Number", lambda row: row[4], Kind.NUMBER, summed=True),
    ExportColumn("share", "Share", lambda row: row[5], Kind.SHARE),
]
ROWS = [
    ("بوجلال سمير", "109820501000123456", date(1982, 4, 7), 24_000_000, 3, 0.8),
    ("BENALI Samira", "029900501000654321", date(1899, 2, 1), None, 1000, None),
]


def sheet(rows: Sequence[Any], columns: Sequence[ExportColumn[Any]] = COLUMNS, language: str = "ar") -> Sheet:
    reads = readers(columns, in_full=True)
    made = ([read(row) for read in reads] for row in rows)
    return Sheet("القائمة", language, columns, iter(made), len(rows), ["بلدية: باتنة"])


def written(tmp_path: Path, found: Sheet) -> Path:
    path = tmp_path / "list.xlsx"
    with speaking(found.language):
        spreadsheet.write(found, path)
    return path


def part(path: Path, name: str) -> ElementTree.Element:
    with zipfile.ZipFile(path) as book:
        return ElementTree.fromstring(book.read(name))


def test_a_spreadsheet_holds_codes_as_text_and_days_as_days(tmp_path):
    path = written(tmp_path, sheet(ROWS))
    with CalamineWorkbook.from_path(str(path)) as book:
        header, first, second, sums = book.get_sheet_by_index(0).to_python()
    assert header[:3] == ["الاسم واللقب", "التعريف الوطني", "التاريخ"]
    assert first == ["بوجلال سمير", "109820501000123456", date(1982, 4, 7), 240_000.0, 3.0, 0.8]
    assert second[2] == "01/02/1899"  # spreadsheets know no day before 1900
    assert sums[3] == 240_000.0
    assert sums[4] == 1003.0


@pytest.mark.parametrize(("language", "direction"), [("ar", "1"), ("fr", None), ("en", None)])
def test_the_sheet_runs_from_right_to_left_in_arabic_alone_and_keeps_its_header_in_sight(tmp_path, language, direction):
    page = part(written(tmp_path, sheet(ROWS, language=language)), "xl/worksheets/sheet1.xml")
    view = page.find(f"{SPREADSHEET}sheetViews/{SPREADSHEET}sheetView")
    assert view.get("rightToLeft") == direction
    pane = view.find(f"{SPREADSHEET}pane")
    assert (pane.get("ySplit"), pane.get("state")) == ("1", "frozen")
    assert page.find(f"{SPREADSHEET}autoFilter").get("ref") == "A1:F3"


def test_days_are_shown_as_an_algerian_office_writes_them(tmp_path):
    styles = part(written(tmp_path, sheet(ROWS)), "xl/styles.xml")
    assert "dd/mm/yyyy" in {each.get("formatCode") for each in styles.iter(f"{SPREADSHEET}numFmt")}
    widths = part(tmp_path / "list.xlsx", "xl/worksheets/sheet1.xml").findall(f"{SPREADSHEET}cols/{SPREADSHEET}col")
    assert len({each.get("width") for each in widths}) > 1


def test_only_the_sums_are_formulas(tmp_path):
    rows = [("=cmd|' /C calc'!A0", "+1", None, None, None, None), ("@SUM(A1)", "-2", None, 5, None, None)]
    page = part(written(tmp_path, sheet(rows)), "xl/worksheets/sheet1.xml")
    assert [each.text for each in page.iter(f"{SPREADSHEET}f")] == ["SUBTOTAL(109,D2:D3)", "SUBTOTAL(109,E2:E3)"]


def test_what_looks_like_marked_up_text_stays_text(tmp_path):
    path = written(tmp_path, sheet([("<r>& broken </r>", "", None, None, None, None)]))
    with CalamineWorkbook.from_path(str(path)) as book:
        assert book.get_sheet_by_index(0).to_python()[1][0] == " <r>& broken </r>"


TEXTS = st.text(st.characters(exclude_categories=()), max_size=40) | st.sampled_from(
    ["=1+1", "+213 661", "-5", "@x", "\t=1", " =1", "＝1", "😀 سمير", "a\x00b\x07", "\ud800", "\ufffe\uffff", "_x0041_"]
)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXTS)
def test_any_text_comes_back_from_a_spreadsheet_as_it_was_cleaned(tmp_path, text):
    path = written(tmp_path, sheet([(text, "x", None, None, None, None)]))
    ElementTree.fromstring(zipfile.ZipFile(path).read("xl/worksheets/sheet1.xml"))
    with CalamineWorkbook.from_path(str(path)) as book:
        found = book.get_sheet_by_index(0).to_python()[1][0]
    assert found.split() == str(cleaned(text)).split()


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_no_cell_of_a_text_file_is_taken_for_a_formula(text):
    found = list(
        csv.reader(text_file.as_text(sheet([(text, None, None, None, None, None)])).splitlines(), delimiter=";")
    )
    assert found[1][0].strip()[:1] not in set("=+-@＝＋－＠")
    cell = found[1][0]
    assert str(cleaned(text)).split() in (cell.split(), cell.removeprefix("'").split())


def test_a_text_file_has_its_mark_semicolons_and_commas_before_decimals(tmp_path):
    path = tmp_path / "list.csv"
    with speaking("ar"):
        text_file.write(sheet(ROWS), path)
    assert path.read_bytes().startswith(b"\xef\xbb\xbf")
    first = path.read_text("utf-8-sig").splitlines()[1]
    assert first == '"بوجلال سمير";"109820501000123456";"07/04/1982";"240000,00";"3";"80%"'


def test_invisible_marks_stay_in_the_program():
    assert cleaned("\u2066 05/2012/18906 \u2069\u200f") == " 05/2012/18906 "
    assert cleaned(True) in ("Yes", "نعم")
    assert cleaned(None) is None


def test_a_masked_number_shows_its_end_alone():
    assert masked("109820501000123456") == "••••••••••••••3456"
    assert masked("123") == "•••"
    assert masked(None) == ""
    hidden, shown = (readers(COLUMNS, in_full)[1](ROWS[0]) for in_full in (False, True))
    assert hidden == "••••••••••••••3456"
    assert shown == "109820501000123456"


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_a_list_on_paper_can_be_read_and_has_its_sums(tmp_path, language):
    path = tmp_path / "list.pdf"
    with speaking(language):
        paper.write(sheet(ROWS, language=language), path)
    page = pypdfium2.PdfDocument(path)[0]
    text = page.get_textpage().get_text_range()
    assert "109820501000123456" in text
    assert "1.003" in text or "1\u00a0003" in text or "1 003" in text
    assert page.get_width() > page.get_height()


def test_more_columns_than_a_page_has_room_for_are_refused_with_a_number():
    columns = [ExportColumn(str(place), f"Column {place}", lambda _row: "x") for place in range(30)]
    with speaking("en"), pytest.raises(UserError, match="about 13 columns"):
        paper.document(sheet([()], columns))


def test_a_list_without_rows_says_so_on_paper(tmp_path):
    path = tmp_path / "list.pdf"
    with speaking("en"):
        paper.write(sheet([], language="fr"), path)
    assert "There is nothing in this list" in pypdfium2.PdfDocument(path)[0].get_textpage().get_text_range()
