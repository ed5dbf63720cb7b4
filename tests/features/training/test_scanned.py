"""Sheets that are printed, signed by drawn strokes, brought back as scanners and phones do, and read."""

import io
import random
from collections import Counter
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from craftdesk.base.errors import UserError
from craftdesk.base.i18n import speaking
from craftdesk.base.scannable import Spot
from craftdesk.features.training import reads
from craftdesk.features.training.documents.attendance import attendance_sheet
from craftdesk.features.training.scanned import scanned
from craftdesk.features.training.sheet_code import PageCode, code_of
from craftdesk.features.training.writes import people, planning
from craftdesk.scan import pictures
from craftdesk.scan.cells import Verdict
from installer.bench._signing import WAYS, brought_back, signed
from installer.bench.sheets import page_of
from tests.features.training.conftest import make_session


def printed(office, key, folder, language="ar"):
    file = folder / "sheet.pdf"
    with speaking(language), office.reading() as session:
        attendance_sheet(reads.sheet_papers(session, [key]), language).write(file)
    return file


@pytest.fixture
def sheet(office, tmp_path):
    """The sheet of a course with nine people, its first page as a picture, and what its code says."""
    key = make_session(office, 9)
    return key, *page_of(printed(office, key, tmp_path))


def read(office, picture: Image.Image, folder, name="back.png"):
    file = folder / name
    picture.save(file)
    with office.reading() as session:
        return list(scanned(session, file))


def verdicts(page):
    return {(row, column): cell.verdict for row, each in enumerate(page.rows) for column, cell in enumerate(each.cells)}


@pytest.mark.parametrize("way", WAYS)
def test_a_signed_sheet_is_read_as_it_was_signed(office, sheet, tmp_path, way):
    _key, blank, code = sheet
    counts: Counter[str] = Counter()
    for number in range(3):
        chance = random.Random(f"test {way} {number}")
        page, truth = signed(blank, code, chance, 0.6)
        [found] = read(office, brought_back(page, chance, way), tmp_path)
        assert found.fault == ""
        for place, verdict in verdicts(found).items():
            is_right = (verdict is Verdict.SIGNED) == truth[place]
            counts["doubtful" if verdict is Verdict.DOUBTFUL else "right" if is_right else "wrong"] += 1
    assert counts["wrong"] == 0
    assert counts["right"] >= 0.99 * sum(counts.values())


def test_each_cell_belongs_to_its_person_and_half_day(office, sheet, tmp_path):
    key, blank, code = sheet
    page, truth = signed(blank, code, random.Random(7), 0.5)
    [found] = read(office, page, tmp_path)
    with office.reading() as session:
        known = reads.sheet(session, key)
    assert [half.id for half in found.half_days] == [half.id for half in known.half_days]
    assert [row.person.id for row in found.rows if row.person] == [each.id for each in known.participants]
    assert all(verdicts(found)[place] is (Verdict.SIGNED if yes else Verdict.EMPTY) for place, yes in truth.items())


def test_a_french_sheet_reads_from_the_left(office, tmp_path):
    key = make_session(office, 4)
    with speaking("fr"):
        blank, code = page_of(printed(office, key, tmp_path, "fr"))
        assert code.code_right
        page, truth = signed(blank, code, random.Random(3), 0.5)
        [found] = read(office, page, tmp_path)
    assert {place for place, verdict in verdicts(found).items() if verdict is Verdict.SIGNED} == {
        place for place, yes in truth.items() if yes
    }


def test_an_unsigned_sheet_is_empty_everywhere_and_nobody_walked_in(office, sheet, tmp_path):
    _key, blank, _code = sheet
    [found] = read(office, blank, tmp_path)
    assert set(verdicts(found).values()) == {Verdict.EMPTY}
    assert not any(row.walk_in or row.gone for row in found.rows)


def test_who_signs_on_a_free_line_is_offered_for_typing(office, sheet, tmp_path):
    _key, blank, code = sheet
    free = next(number for number, person in enumerate(code.people) if not person)
    page, _truth = signed(blank, code, random.Random(1), 0)
    only = PageCode(code.session, code.half_days, code.people, code.columns, [code.rows[free]], code.code_right)
    page, _truth = signed(page, only, random.Random(1), 1)
    [found] = read(office, page, tmp_path)
    assert [number for number, row in enumerate(found.rows) if row.walk_in] == [free]
    assert found.rows[free].beside.width > 100


def test_who_left_the_list_after_the_printing_is_told_apart(office, sheet, tmp_path):
    key, blank, _code = sheet
    with office.reading() as session:
        first = reads.sheet(session, key).participants[0].id
    with office.writing() as session:
        people.remove_participants(session, [first])
    [found] = read(office, blank, tmp_path)
    assert [row.gone for row in found.rows][:2] == [True, False]


def test_a_sheet_of_another_office_is_told(office, sheet, tmp_path):
    key, blank, _code = sheet
    with office.writing() as session:
        planning.delete_session(session, key)
    [found] = read(office, blank, tmp_path)
    assert "another chamber" in found.fault or "غرفة أخرى" in found.fault


def test_a_page_of_which_a_corner_is_missing_is_not_guessed(office, sheet, tmp_path):
    _key, blank, _code = sheet
    [found] = read(office, blank.crop((0, 0, blank.width * 9 // 10, blank.height)), tmp_path)
    assert found.fault
    assert found.rows == ()


def test_an_empty_page_has_no_code(office, tmp_path):
    [found] = read(office, Image.new("RGB", (1600, 1200), "white"), tmp_path)
    assert found.fault
    assert found.image is not None


def test_two_sheets_in_one_picture_are_both_read(office, sheet, tmp_path):
    _key, blank, _code = sheet
    both = Image.new("RGB", (blank.width, 2 * blank.height + 100), "grey")
    both.paste(blank, (0, 0))
    both.paste(blank, (0, blank.height + 100))
    found = read(office, both, tmp_path)
    assert [page.fault for page in found] == ["", ""]


def test_an_upside_down_scan_is_turned(office, sheet, tmp_path):
    _key, blank, code = sheet
    page, truth = signed(blank, code, random.Random(11), 0.5)
    [found] = read(office, page.rotate(180), tmp_path)
    assert {place for place, verdict in verdicts(found).items() if verdict is Verdict.SIGNED} == {
        place for place, yes in truth.items() if yes
    }


def bytes_of(picture: Image.Image, kind: str) -> bytes:
    file = io.BytesIO()
    picture.save(file, kind)
    return file.getvalue()


def refused(office, file) -> str:
    with office.reading() as session, pytest.raises(UserError) as error:
        list(scanned(session, file))
    return str(error.value)


def test_what_is_no_picture_or_ends_in_the_middle_is_told(office, sheet, tmp_path):
    _key, blank, _code = sheet
    for name, data in (
        ("cut.jpg", bytes_of(blank, "JPEG")[:20_000]),
        ("cut.png", bytes_of(blank, "PNG")[:20_000]),
        ("cut.pdf", b"%PDF-1.7 and nothing more"),
        ("text.jpg", b"no picture at all"),
        ("empty.png", b""),
    ):
        (tmp_path / name).write_bytes(data)
        assert name in refused(office, tmp_path / name)
    assert "gone.pdf" in refused(office, tmp_path / "gone.pdf")


def test_a_photo_of_a_hundred_million_dots_is_read_smaller_and_a_larger_one_refused(
    monkeypatch, office, sheet, tmp_path
):
    _key, blank, _code = sheet
    huge = blank.resize((11_800, 8_480), Image.Resampling.NEAREST)
    (tmp_path / "huge.jpg").write_bytes(bytes_of(huge, "JPEG"))
    [found] = list(pictures.pictures(tmp_path / "huge.jpg"))
    assert max(found.image.size) < 9000
    monkeypatch.setattr(pictures, "MOST_DOTS", 50_000_000)
    assert "huge.jpg" in refused(office, tmp_path / "huge.jpg")


TAIL = st.binary(min_size=4, max_size=4).map(bytes.hex).filter(lambda text: text != "00000000")


@given(
    st.binary(min_size=8, max_size=8),
    st.lists(TAIL, min_size=1, max_size=8, unique=True),
    st.lists(st.one_of(TAIL, st.just("-")), min_size=1, max_size=15),
    st.booleans(),
)
def test_a_code_says_what_was_written_into_it(session, halves, persons, right):
    spots = [
        Spot(f"{session.hex()} {person} {half}", 30 + 20 * x, 60.5 + 9.5 * y, 50 + 20 * x, 70 + 9.5 * y)
        for y, person in enumerate(persons)
        for x, half in enumerate(halves)
    ]
    code = PageCode.decoded(code_of(spots, code_right=right).encoded())
    assert code.session == session.hex()
    assert list(code.half_days) == halves
    assert list(code.people) == ["" if person == "-" else person for person in persons]
    assert code.columns[0] == (30, 50)
    assert code.rows[0] == pytest.approx((60.5, 70))
    assert code.rows[-1][1] == pytest.approx(70 + 9.5 * (len(persons) - 1))
    assert code.code_right == right


@given(st.binary(max_size=200))
def test_no_bytes_whatever_break_the_reading_of_a_code(data):
    with suppress(UserError):
        PageCode.decoded(data)
