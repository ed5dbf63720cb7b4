"""Broken files, and files made to do harm: each gets a sentence, none fills the memory or ends the program.

The files are made here from nothing and opened in a child with little memory, since what a library in machine code does
with too much of it cannot be caught.
"""

import json
import struct
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from craftdesk.base.errors import UserError
from craftdesk.base.i18n import LANGUAGES, speaking
from craftdesk.features.roster import reading
from craftdesk.features.roster.importing import preview

OLD = Path(__file__).parents[4] / "shared" / "samples" / "roster-tipaza.xls"
MEMORY = 1_200
"""Megabytes, those of Python and its libraries among them."""
HEADINGS = ("اللقب", "الاسم", "تاريخ الميلاد", "رقم التعريف الوطني", "البلدية", "الهاتف")
PERSON = ("بوجلال", "سمير", "28/11/1980", "109800533134522876", "تيمقاد", "0773526008")
CHILD = """
import json, resource, sys
from pathlib import Path
limit = int(sys.argv[1]) * 2**20
resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
from craftdesk.base.errors import UserError
from craftdesk.base.i18n import use_language
from craftdesk.features.roster.importing import _chosen
from craftdesk.features.roster.reading import opened
use_language("en")
for name in sys.argv[2:]:
    try:
        book = opened(Path(name))
        found, _like = _chosen(book, None)
        print(json.dumps({"rows": len(found.sheet.lines) - found.columns.line - 1}), flush=True)
    except UserError as error:
        print(json.dumps({"told": str(error)}), flush=True)
peak = [line.split()[1] for line in open("/proc/self/status") if line.startswith("VmHWM")]
print(json.dumps({"peak": int(peak[0]) // 1024}))
"""


def opened_in_a_child(*paths: Path) -> list[dict[str, Any]]:
    """What each file gave: the number of its rows, or the sentence; at last how much memory was used."""
    if not Path("/proc/self/status").exists():
        pytest.skip("this system sets no limit to the memory of a program, or does not tell what it took")
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(MEMORY), *map(str, paths)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
        cwd=Path(__file__).parents[3],
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return [json.loads(line) for line in done.stdout.splitlines()]


def told(path: Path) -> str:
    found = opened_in_a_child(path)
    assert "told" in found[0], found
    return str(found[0]["told"])


def workbook(**cells: Any) -> bytes:
    """A sound list; `cells` are written into it besides, by their names."""
    file = BytesIO()
    book = xlsxwriter.Workbook(file, {"in_memory": True})
    sheet = book.add_worksheet("السجل")
    for row in range(30):
        sheet.write_row(row, 0, PERSON if row else HEADINGS)
    for name, value in cells.items():
        sheet.write(name, value)
    book.close()
    return file.getvalue()


SOUND = workbook()
SHEET, TEXTS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"


def with_parts(data: bytes, **parts: bytes | Callable[[bytes], bytes]) -> bytes:
    """The workbook with some of its parts replaced: sheet, texts, or any other by its path in `others`."""
    places = {"sheet": SHEET, "texts": TEXTS}
    wanted = {places.get(name, name): part for name, part in parts.items()}
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            content = old.read(part)
            change = wanted.pop(part.filename, content)
            new.writestr(part.filename, change(content) if callable(change) else change)
        for name, content in wanted.items():
            assert isinstance(content, bytes)
            new.writestr(name, content)
    return file.getvalue()


def with_a_large_part(data: bytes, name: str, megabytes: int, start: bytes = b"<a>") -> bytes:
    file = BytesIO(data)
    with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as archive, archive.open(name, "w") as part:
        part.write(start)
        for _turn in range(megabytes):
            part.write(b" " * 2**20)
    return file.getvalue()


def claiming(data: bytes, size: int, other: int) -> bytes:
    """The archive with a part that claims another size than it has."""
    return data.replace(struct.pack("<I", size), struct.pack("<I", other))


def sheet_of(rows: str, dimension: str = "A1:F30") -> bytes:
    return (
        '<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/'
        f'main"><dimension ref="{dimension}"/><sheetData>{rows}</sheetData></worksheet>'
    ).encode()


def row_of(number: int, *texts: str) -> str:
    cells = "".join(
        f'<c r="{chr(65 + place)}{number}" t="inlineStr"><is><t>{text}</t></is></c>' for place, text in enumerate(texts)
    )
    return f'<row r="{number}">{cells}</row>'


LIST = row_of(1, *HEADINGS) + row_of(2, *PERSON)


@pytest.fixture
def file(tmp_path: Path) -> Callable[..., Path]:
    def written(data: bytes, name: str = "list.xlsx") -> Path:
        (tmp_path / name).write_bytes(data)
        return tmp_path / name

    return written


def test_a_cell_far_away_is_named_instead_of_filling_the_memory(file):
    words = told(
        file(with_parts(SOUND, sheet=sheet_of(LIST + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')))
    )
    assert "XFD1048576" in words
    assert "السجل" in words
    low = told(file(with_parts(SOUND, sheet=sheet_of(LIST + '<row r="1048576"><c r="Z1048576"><v>1</v></c></row>'))))
    assert "Z1048576" in low


@pytest.mark.parametrize("place", ["A99999999999", "ZZZZZZZZZZ9", "XFE9", "A4294967297", "xfd1048576"])
def test_a_cell_outside_of_every_sheet_is_told(file, place):
    assert told(file(with_parts(SOUND, sheet=sheet_of(f'{LIST}<row r="9"><c r="{place}"><v>1</v></c></row>'))))


def test_ten_thousand_columns_are_told(file, tmp_path):
    book = xlsxwriter.Workbook(str(tmp_path / "wide.xlsx"))
    sheet = book.add_worksheet()
    for row in range(3):
        sheet.write_row(row, 0, [f"Nom {column}" for column in range(10_000)])
    book.close()
    text = "\n".join([";".join(f"Nom {column}" for column in range(10_000))] * 3)
    found = opened_in_a_child(tmp_path / "wide.xlsx", file(text.encode(), "wide.csv"))
    assert "NTP3" in found[0]["told"]
    assert "NTP3" in found[1]["told"]


def test_cells_without_places_and_cells_that_are_only_coloured_are_no_trouble(file):
    bare = LIST.replace(' r="1"', "").replace(' r="2"', "")
    for number in "12":
        for letter in "ABCDEF":
            bare = bare.replace(f' r="{letter}{number}"', "")
    coloured = f'{LIST}<row r="1048576"><c r="XFD1048576" s="1"/><c r="XFC1048576" s="1"></c></row>'
    found = opened_in_a_child(
        file(with_parts(SOUND, sheet=sheet_of(bare)), "bare.xlsx"),
        file(with_parts(SOUND, sheet=sheet_of(coloured)), "coloured.xlsx"),
    )
    assert [each.get("rows") for each in found[:2]] == [1, 1]


def test_two_million_rows_that_are_only_claimed_do_no_harm(file):
    claimed = with_parts(SOUND, sheet=sheet_of(LIST, dimension="A1:XFD2000000"))
    assert opened_in_a_child(file(claimed))[0] == {"rows": 1}


def test_two_million_rows_are_told(file):
    rows = "".join(
        f'<row r="{n}"><c r="A{n}"><v>1</v></c><c r="J{n}"><v>1</v></c></row>' for n in range(1, 1_300_000, 100)
    )
    assert "J1299901" in told(file(with_parts(SOUND, sheet=sheet_of(rows))))


def test_a_sheet_that_unpacks_to_a_thousand_times_its_size_is_told(file):
    found = opened_in_a_child(
        file(with_a_large_part(SOUND, "xl/other.xml", 150), "large.xlsx"),
        file(claiming(with_a_large_part(SOUND, "xl/other.xml", 1), 2**20 + 3, 2**31), "huge.xlsx"),
        file(with_a_large_part(SOUND, "xl/worksheets/sheet2.xml", 150, b"<worksheet><sheetData>"), "no-rows.xlsx"),
    )
    assert found[0] == {"rows": 29}
    assert "unpacks" in found[1]["told"]
    assert "unpacks" in found[2]["told"]
    assert found[3]["peak"] < 400


def test_a_part_that_unpacks_to_more_than_it_claims_is_told(file):
    data = with_parts(SOUND, texts=b"<sst>" + b"<si><t>a</t></si>" * 3_000_000 + b"</sst>")
    with zipfile.ZipFile(BytesIO(data)) as archive:
        size = archive.getinfo(TEXTS).file_size
    assert "damaged" in told(file(claiming(data, size, 20)))


def test_one_long_text_in_very_many_cells_is_told(file):
    texts = f"<sst><si><t>{'س' * 30_000}</t></si></sst>".encode()
    cells = "".join(f'<c r="{letter}{{0}}" t="s"><v>0</v></c>' for letter in "ABCDEFGHIJ")
    rows = "".join(f'<row r="{number}">{cells.format(number)}</row>' for number in range(1, 60_000))
    assert "unpacks" in told(file(with_parts(SOUND, sheet=sheet_of(rows), texts=texts)))


def test_a_long_text_beside_many_short_ones_is_no_trouble(file):
    texts = f"<sst><si><t>{'س' * 30_000}</t></si><si><t>a</t></si></sst>".encode()
    cells = "".join(f'<c r="{letter}{{0}}" t="s"><v>1</v></c>' for letter in "GHIJKLMNOP")
    rows = "".join(f'<row r="{number}">{cells.format(number)}</row>' for number in range(3, 5_000))
    assert "rows" in opened_in_a_child(file(with_parts(SOUND, sheet=sheet_of(LIST + rows), texts=texts)))[0]


def test_archives_within_archives_are_told(file):
    inner = b"0" * 2**20
    for _level in range(5):
        box = BytesIO()
        with zipfile.ZipFile(box, "w", zipfile.ZIP_DEFLATED) as archive:
            for copy in range(10):
                archive.writestr(f"{copy}.zip", inner)
        inner = box.getvalue()
    assert "not a spreadsheet" in told(file(inner))


def test_a_table_of_contents_without_end_is_told(file):
    box = BytesIO()
    with zipfile.ZipFile(box, "w") as archive:
        for number in range(60_000):
            archive.writestr(f"xl/{number:060}", b"")
    assert "unpacks" in told(file(box.getvalue()))


def open_document(rows: str) -> bytes:
    box = BytesIO()
    names = ("office", "table", "text")
    spaces = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in names)
    with zipfile.ZipFile(box, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", "<manifest/>")
        archive.writestr(
            "content.xml",
            f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {spaces}><office:body><office:spreadsheet>'
            f'<table:table table:name="السجل">{rows}</table:table></office:spreadsheet></office:body>'
            "</office:document-content>",
        )
    return box.getvalue()


def open_row(*texts: str, repeated: int = 1, across: int = 1) -> str:
    given = f' table:number-columns-repeated="{across}"' if across > 1 else ""
    cells = "".join(
        f'<table:table-cell{given} office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
        for text in texts
    )
    return f'<table:table-row table:number-rows-repeated="{repeated}">{cells}</table:table-row>'


def test_rows_and_cells_of_an_open_document_that_repeat_without_end_are_told(file):
    people = open_row(*HEADINGS) + open_row(*PERSON)
    blank = (
        '<table:table-row table:number-rows-repeated="{}">'
        '<table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    )
    found = opened_in_a_child(
        file(open_document(people + blank.format(1_048_000)), "sound.ods"),
        file(open_document(people + blank.format(1_048_000) + open_row(*"abcdefghijklmn")), "stray.ods"),
        file(open_document(people + open_row("a", repeated=1_000_000, across=16_384)), "far.ods"),
        file(open_document(people + open_row("س" * 30_000, repeated=1_000, across=500)), "text.ods"),
        file(open_document(people + open_row("a", repeated=10**30)), "without-end.ods"),
    )
    assert found[0] == {"rows": 1}
    assert "N1048003" in found[1]["told"]
    assert all("told" in each for each in found[2:5])


@pytest.mark.skipif(not OLD.exists(), reason="the samples are not beside the project")
def test_an_old_workbook_whose_cell_was_moved_far_away_is_told(file):
    data = OLD.read_bytes()
    cell = data.index(struct.pack("<HHHH", 0x00FD, 10, 100, 3))
    moved = data[: cell + 4] + struct.pack("<HH", 65_535, 65_535) + data[cell + 8 :]
    assert "CRXP65536" in told(file(moved, "list.xls"))


def test_a_line_without_end_and_signs_that_no_text_has_are_told(file):
    people = ";".join(HEADINGS) + "\n" + (";".join(PERSON) + "\n") * 200
    found = opened_in_a_child(
        file(b"a" * (50 * 2**20), "line.csv"),
        file(b"a;" * (25 * 2**20), "cells.csv"),
        file((people * 4).encode().replace(b"0773526008\n", b"077352\x006008\n", 3), "holes.csv"),
        file(people.encode() + b"\0" * 9000, "end.csv"),
        file(b"\0" * 9000, "nothing.csv"),
        file(b" \n\t \n" * 20, "blank.csv"),
        file(people.encode("utf-16"), "sound.csv"),
    )
    assert "line of more than" in found[0]["told"]
    assert "line of more than" in found[1]["told"]
    assert "signs that no text has" in found[2]["told"]
    assert "signs that no text has" in found[3]["told"]
    assert "told" in found[4]
    assert "empty" in found[5]["told"]
    assert found[6] == {"rows": 200}


def picture() -> bytes:
    pixels = zlib.compress(b"\0\xff\xff\xff")
    chunks = (b"IHDR" + struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0), b"IDAT" + pixels, b"IEND")
    parts = [struct.pack(">I", len(c) - 4) + c + struct.pack(">I", zlib.crc32(c)) for c in chunks]
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def test_what_has_the_ending_of_a_spreadsheet_and_is_something_else_is_told_as_what_it_is(file):
    locked = reading._OLE + b"\0" * 600 + reading._ENCRYPTED
    found = opened_in_a_child(
        file(picture(), "a.xlsx"),
        file(b"%PDF-1.7\n%...\n1 0 obj", "b.xlsx"),
        file(b"<html><table><tr><td>Nom</td></tr></table></html>", "c.xls"),
        file(locked, "d.xlsx"),
        file(b"", "e.xlsx"),
        file(b"PK\x05\x06" + b"\0" * 18, "f.xlsx"),
    )
    words = ("picture", "printed pages", "web page", "password", "empty", "not a spreadsheet")
    assert [word in each["told"] for word, each in zip(words, found, strict=False)] == [True] * 6


def test_a_sound_list_with_a_wrong_ending_macros_and_links_is_read(file):
    macros = with_parts(
        SOUND, **{"xl/vbaProject.bin": b"\xd0\xcf" * 5000, "xl/externalLinks/externalLink1.xml": b"<a/>"}
    )
    people = (";".join(HEADINGS) + "\n" + (";".join(PERSON) + "\n") * 29).encode("cp1256")
    found = opened_in_a_child(
        file(macros, "macros.xlsm"), file(SOUND, "list.csv"), file(SOUND, "list.xls"), file(people, "text.xlsx")
    )
    assert [each.get("rows") for each in found[:4]] == [29] * 4


def test_the_peak_of_memory_for_a_list_of_usual_size_is_small(file):
    found = opened_in_a_child(file(SOUND))
    assert found[-1]["peak"] < 150


def outcome(path: Path) -> str:
    """How opening ends; anything but an opened file or a sentence is an error of the test."""
    try:
        reading.opened(path)
    except UserError as error:
        return "told" if str(error).strip() else "silent"
    return "opened"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(some.integers(0, len(SOUND) - 1))
def test_a_workbook_that_is_cut_off_anywhere_is_told(tmp_path, place):
    path = tmp_path / "cut.xlsx"
    path.write_bytes(SOUND[:place])
    assert outcome(path) == "told"


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(some.lists(some.tuples(some.integers(0, len(SOUND) - 1), some.integers(1, 255)), min_size=1, max_size=6))
def test_a_workbook_with_flipped_bits_is_opened_or_told(tmp_path, flips):
    data = bytearray(SOUND)
    for place, bits in flips:
        data[place] ^= bits
    path = tmp_path / "flipped.xlsx"
    path.write_bytes(data)
    assert outcome(path) in ("opened", "told")


PLAIN_SHEET = sheet_of(LIST)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(some.lists(some.tuples(some.integers(0, len(PLAIN_SHEET) - 1), some.integers(1, 255)), min_size=1, max_size=4))
def test_a_sheet_with_flipped_bits_inside_its_archive_is_opened_or_told(tmp_path, flips):
    data = bytearray(PLAIN_SHEET)
    for place, bits in flips:
        data[place] ^= bits
    path = tmp_path / "flipped.xlsx"
    path.write_bytes(with_parts(SOUND, sheet=bytes(data)))
    assert outcome(path) in ("opened", "told")


OPEN_CONTENT = open_row(*HEADINGS) + open_row(*PERSON, repeated=2) + open_row(*PERSON, across=2)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(some.lists(some.tuples(some.integers(0, len(OPEN_CONTENT) - 1), some.sampled_from("09<>/='\"a")), max_size=4))
def test_an_open_document_with_other_letters_in_it_is_opened_or_told(tmp_path, changes):
    letters = list(OPEN_CONTENT)
    for place, letter in changes:
        letters[place] = letter
    path = tmp_path / "changed.ods"
    path.write_bytes(open_document("".join(letters)))
    assert outcome(path) in ("opened", "told")


@pytest.mark.skipif(not OLD.exists(), reason="the samples are not beside the project")
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(some.lists(some.tuples(some.integers(0, 30_000), some.integers(1, 255)), min_size=1, max_size=6))
def test_an_old_workbook_with_flipped_bits_is_opened_or_told(tmp_path, flips):
    data = bytearray(OLD.read_bytes())
    for place, bits in flips:
        data[place % len(data)] ^= bits
    path = tmp_path / "flipped.xls"
    path.write_bytes(data)
    assert outcome(path) in ("opened", "told")


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    some.binary(max_size=600),
    some.sampled_from([b"", reading._OLE, b"PK\x03\x04", b"\xff\xfe", b"\xef\xbb\xbf", b"sep=;\n"]),
)
def test_any_bytes_are_opened_or_told(tmp_path, data, start):
    path = tmp_path / "any.xlsx"
    path.write_bytes(start + data)
    assert outcome(path) in ("opened", "told")


def test_each_sentence_is_there_in_all_languages(file):
    path = file(picture())
    said = set()
    for language in LANGUAGES:
        with speaking(language), pytest.raises(UserError) as refused:
            reading.opened(path)
        said.add(str(refused.value))
    assert len(said) == len(LANGUAGES)


def test_nothing_is_taken_over_from_a_broken_file(office, file):
    with office.reading() as session, pytest.raises(UserError):
        preview(session, file(SOUND[:-500]))
