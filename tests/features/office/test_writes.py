from datetime import date
from io import BytesIO

import pytest
from PIL import Image

from craftdesk.base.errors import UserError
from craftdesk.data import journal
from craftdesk.features.office import reads, writes


def picture(width: int, height: int, kind: str = "PNG") -> bytes:
    made = BytesIO()
    Image.new("RGB", (width, height), "teal").save(made, kind)
    return made.getvalue()


def change(office, write, *args):
    with office.writing() as session:
        return write(session, *args)


def ask(office, question, *args):
    with office.reading() as session:
        return question(session, *args)


def test_an_office_is_set_up_with_its_places_and_its_letterhead(office):
    assert ask(office, reads.chamber).wilaya_id == "05"
    head = ask(office, reads.letterhead, date(2000, 1, 1))
    assert head.lines_ar.splitlines()[0] == "الجمهورية الجزائرية الديمقراطية الشعبية"


def test_a_file_holds_one_office(office):
    with pytest.raises(UserError):
        change(office, writes.make_office, reads.usual_details("25"))


def test_undo_does_not_take_the_office_away(empty_file):
    change(empty_file, writes.make_office, reads.usual_details("05"))
    assert ask(empty_file, journal.last_undoable, empty_file.who) is None


def test_activities_imported_again_are_the_same_and_a_new_name_is_a_change(office, tmp_path):
    path = tmp_path / "again.csv"
    path.write_text("code;name_ar;name_fr\n03.01.001;حلي الفضة;\n0301002;صناعة الحلي التقليدية من الذهب;\n", "utf-8")
    done = change(office, writes.import_activities, path)
    assert (done.new, done.changed, done.same) == (0, 1, 1)
    changed = ask(office, reads.activities, "0301001")[0]
    assert (changed.name_ar, changed.name_fr) == ("حلي الفضة", "Bijoux traditionnels en argent")


def test_activities_are_read_in_the_windows_encoding_of_arabic_offices(office, tmp_path):
    path = tmp_path / "activities.csv"
    lines = "رمز النشاط;النشاط\n" + "".join(f"070200{n};صناعة السروج والأحزمة رقم {n}\n" for n in range(9))
    path.write_bytes(lines.encode("cp1256"))
    assert change(office, writes.import_activities, path).new == 9
    assert ask(office, reads.activities, "0702003")[0].name_ar == "صناعة السروج والأحزمة رقم 3"


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("code,name_ar\n0301,حلي", "2"),
        ("code,name_ar\n0301005,حلي\n0301006,", "3"),
        ("code,name_ar\n9901005,حلي", "99"),
        ("code,name_ar\n0301005,حلي\n0301005,حلي", "3"),
        ("number,text\n0301005,حلي", "name_ar"),
        ("", "name_ar"),
        ("code,name_ar\n", "activity|نشاط"),
    ],
)
def test_a_fault_in_the_activities_is_told_with_its_line_and_nothing_is_taken(office, tmp_path, lines, told):
    path = tmp_path / "faulty.csv"
    path.write_text(lines, "utf-8")
    with pytest.raises(UserError, match=told):
        change(office, writes.import_activities, path)
    assert len(ask(office, reads.activities)) == 12


def test_a_missing_file_of_activities_is_told(office, tmp_path):
    with pytest.raises(UserError, match=r"none\.csv"):
        change(office, writes.import_activities, tmp_path / "none.csv")


def test_a_logo_is_scaled_down_and_can_be_taken_away(office):
    change(office, writes.save_logo, picture(1500, 900, "JPEG"))
    logo = ask(office, reads.office_on, date(2026, 1, 1)).logo
    with Image.open(BytesIO(logo)) as kept:
        assert (kept.format, kept.size) == ("PNG", (600, 360))
    change(office, writes.save_logo, None)
    assert ask(office, reads.office_on, date(2026, 1, 1)).logo is None


def test_what_is_no_picture_is_refused_as_logo(office):
    with pytest.raises(UserError):
        change(office, writes.save_logo, b"%PDF-1.7")


def test_a_letterhead_needs_its_lines_and_a_day_of_its_own(office):
    with pytest.raises(UserError) as told:
        change(office, writes.save_letterhead, None, {"holds_from": date(2027, 1, 1)})
    assert told.value.field == "lines_ar"
    first = ask(office, reads.letterheads)[0]
    names = ("holds_from", "lines_ar", "lines_fr", "chamber_ar", "chamber_fr")
    with pytest.raises(UserError) as told:
        change(office, writes.save_letterhead, None, {name: getattr(first, name) for name in names})
    assert told.value.field == "holds_from"


def test_the_last_letterhead_stays(office):
    with pytest.raises(UserError):
        change(office, writes.delete_letterhead, ask(office, reads.letterheads)[0].id)


def test_office_details_are_changed_and_undone(office):
    change(office, writes.save_chamber, {"phone": "033 80 00 00"})
    assert ask(office, reads.chamber).phone == "033 80 00 00"
    change(office, journal.undo, ask(office, journal.last_undoable, office.who).id)
    assert ask(office, reads.chamber).phone is None
