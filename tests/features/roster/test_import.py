"""Lists as offices have them, taken over into an office: every planted fault comes out as it must."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from sqlalchemy import func, select

from craftdesk.base.dates import on_day
from craftdesk.base.errors import UserError
from craftdesk.base.i18n import speaking
from craftdesk.data import journal
from craftdesk.data.database import Database
from craftdesk.data.journal_tables import ChangeSet
from craftdesk.features.office import reads as office_reads
from craftdesk.features.office import writes as office_writes
from craftdesk.features.roster import importing, reads
from craftdesk.features.roster.importing import Counts, Preview, preview
from craftdesk.features.roster.models import Artisan, ImportedFile, ImportedRow, Outcome
from craftdesk.features.roster.rows import Choice
from craftdesk.features.roster.taking_over import take_over

SAMPLES = Path(__file__).parents[4] / "shared" / "samples"
WITH_SAMPLES = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the samples are not beside the project")
HEADINGS = (
    *("الرقم", "اللقب", "الاسم", "Nom", "Prénom", "الجنس", "تاريخ الميلاد", "رقم التعريف الوطني", "البلدية"),
    *("الهاتف", "رمز النشاط", "النشاط", "رقم السجل", "رقم البطاقة", "تاريخ التسجيل"),
)
SOUND = {
    "اللقب": "بوجلال",
    "الاسم": "سمير",
    "Nom": "BOUDJELLAL",
    "Prénom": "Samir",
    "الجنس": "ذكر",
    "تاريخ الميلاد": date(1980, 11, 28),
    "رقم التعريف الوطني": "109800533134522876",
    "البلدية": "تيمقاد",
    "الهاتف": "0773526008",
    "رمز النشاط": "0301001",
    "النشاط": "صناعة الحلي التقليدية من الفضة",
    "رقم السجل": "05/2023/00001",
    "رقم البطاقة": "05A000001",
    "تاريخ التسجيل": date(2022, 4, 1),
}


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with on_day(date(2026, 11, 23)):
        yield


@pytest.fixture
def file(tmp_path: Path) -> Callable[..., Path]:
    """Writes a list with titles above, an empty row, a total and a second sheet; rows say what differs from SOUND."""

    def written(*rows: dict[str, Any], name: str = "list.xlsx", headings: tuple[str, ...] = HEADINGS) -> Path:
        book = xlsxwriter.Workbook(str(tmp_path / name), {"default_date_format": "dd/mm/yyyy"})
        sheet = book.add_worksheet("السجل")
        sheet.write(0, 0, "غرفة الصناعة التقليدية والحرف لولاية باتنة")
        for place, heading in enumerate(headings):
            sheet.write(4, place, heading)
        for number, row in enumerate(rows, 1):
            for place, heading in enumerate(headings):
                cell = number if heading == "الرقم" else {**SOUND, **row}.get(heading, "")
                sheet.write(4 + number, place, cell)
        sheet.write_row(6 + len(rows), 0, ["المجموع", len(rows)])
        book.add_worksheet("ملاحظات").write(0, 0, "حُيّن هذا الملف يدويا")
        book.close()
        return tmp_path / name

    return written


def person(number: int, **differing: Any) -> dict[str, Any]:
    """Somebody who is nobody else."""
    name = "".join(chr(ord("a") + int(digit)) for digit in f"{number:03}")
    arabic = "".join("ابتثجحخدذر"[int(digit)] for digit in f"{number:03}")
    return {
        "اللقب": f"ق{arabic}ن",
        "Nom": f"G{name}N".upper(),
        "رقم السجل": f"05/2024/{number:05}",
        "رقم التعريف الوطني": f"10980{number:013}",
        "رقم البطاقة": f"05A{number:06}",
        **differing,
    }


def look(office: Database, path: Path) -> Preview:
    with office.reading() as session:
        return preview(session, path)


def take(office: Database, looked: Preview) -> tuple[Counts, str | None]:
    with office.writing() as session:
        counts = take_over(session, looked)
        session.flush()
        return counts, session.change_set.id if session.change_set else None


def artisans(office: Database) -> list[Artisan]:
    with office.reading() as session:
        return list(session.scalars(select(Artisan).order_by(Artisan.register_no)))


def everything(office: Database) -> dict[str, list[str]]:
    """All that the office file holds, but for the journal and the pages of the search index."""
    with office.reading() as session:
        run = session.connection().exec_driver_sql
        names = [name for (name,) in run("SELECT name FROM sqlite_master WHERE type = 'table'").all()]
        kept = [n for n in names if not n.startswith(("change", "search_text", "sqlite_"))]
        return {name: sorted(map(repr, run(f"SELECT * FROM {name}").all())) for name in kept}


def found(office: Database, word: str) -> int:
    with office.reading() as session:
        asked = "SELECT count(*) FROM search_text WHERE search_text MATCH ?"
        return int(session.connection().exec_driver_sql(asked, (f'"{word}"',)).scalar_one())


def faults(looked: Preview) -> Counter[tuple[str, str]]:
    return Counter((target, fault.weight.value) for row in looked.rows for target, fault in row.faults.items())


def test_titles_empty_rows_the_total_and_the_second_sheet_are_not_people(office, file):
    looked = look(office, file(person(1), person(2)))
    assert looked.counts() == Counts(rows=2, new=2)
    assert (looked.sheet, looked.columns.line) == ("السجل", 4)


def test_headings_with_nobody_below_them_are_told(office, file):
    with pytest.raises(UserError, match="no rows"), speaking("en"):
        look(office, file())


def test_a_sheet_with_people_goes_before_an_empty_form_of_more_headings(office, tmp_path):
    book = xlsxwriter.Workbook(str(tmp_path / "two.xlsx"))
    book.add_worksheet("نموذج").write_row(0, 0, HEADINGS)
    people = book.add_worksheet("السجل")
    people.write_row(0, 0, ["Nom", "Prénom", "الجنس"])
    people.write_row(1, 0, ["BOUDJELLAL", "Samir", "ذكر"])
    book.close()
    looked = look(office, tmp_path / "two.xlsx")
    assert (looked.sheet, looked.counts().new) == ("السجل", 1)


def test_at_least_one_column_is_taken(office, file):
    looked = look(office, file({}))
    nothing = replace(looked.columns, targets=(None,) * len(looked.columns.targets))
    with office.reading() as session, pytest.raises(UserError, match="At least one"), speaking("en"):
        importing.take_columns(session, looked, nothing)


def test_two_phones_in_one_cell_are_the_phone_and_the_other_one(office, file):
    path = file({"الهاتف": "0773526008 / 0661241807"})
    take(office, look(office, path))
    assert (artisans(office)[0].phone, artisans(office)[0].other_phone) == ("0773526008", "0661241807")
    again = look(office, file({"الهاتف": "0773526008 / 0661241807", "رقم البطاقة": "05A000099"}))
    assert list(again.rows[0].changes) == ["card_no"]


def test_a_sound_row_is_taken_over_whole(office, file):
    take(office, look(office, file({})))
    [artisan] = artisans(office)
    assert (artisan.name_ar, artisan.name_la) == ("بوجلال سمير", "BOUDJELLAL Samir")
    assert (artisan.birth_date, artisan.registered_on) == (date(1980, 11, 28), date(2022, 4, 1))
    assert (artisan.nin, artisan.phone, artisan.card_no) == ("109800533134522876", "0773526008", "05A000001")
    assert (artisan.sex, artisan.status, artisan.mend) == ("m", "registered", None)
    assert artisan.home_commune_id is not None
    assert artisan.activity_id is not None


@pytest.mark.parametrize(
    ("cell", "text", "column", "value"),
    [
        ("تاريخ الميلاد", "مفترض 1973", "birth_year", 1973),
        ("تاريخ الميلاد", "1973", "birth_year", 1973),
        ("تاريخ الميلاد", "١٩٥٤/٠٤/٠٨", "birth_date", date(1954, 4, 8)),
        ("تاريخ الميلاد", "12 جوان 1948", "birth_date", date(1948, 6, 12)),
        ("تاريخ الميلاد", "1er mars 1950", "birth_date", date(1950, 3, 1)),
        ("تاريخ الميلاد", 28000, "birth_date", date(1976, 8, 28)),
        ("اللقب", "  عـسول ", "family_ar", "عسول"),
        ("الاسم", "شَروق", "given_ar", "شروق"),
        ("الهاتف", 552089496, "phone", "0552089496"),
        ("الهاتف", "٠٦٧٣١٥٦٧٣٥", "phone", "0673156735"),
        ("الهاتف", "+213 552 08 94 96", "phone", "0552089496"),
        ("رمز النشاط", 301001, "activity_id", None),
        ("الجنس", "H", "sex", "m"),
        ("البلدية", "Timgad", "home_commune_id", None),
        ("البلدية", "", "home_commune_id", None),
    ],
)
def test_what_can_be_put_right_is_put_right_and_taken_over(office, file, cell, text, column, value):
    looked = look(office, file({cell: text}))
    assert looked.counts() == Counts(rows=1, new=1)
    take(office, looked)
    [artisan] = artisans(office)
    if value is not None:
        assert getattr(artisan, column) == value


def test_the_original_text_is_kept_with_the_import(office, file):
    take(office, look(office, file({"تاريخ الميلاد": "12 جوان 1948", "اللقب": "عـسول"})))
    with office.reading() as session:
        kept = session.scalars(select(ImportedRow)).one()
    assert kept.cells == {"birth_date": "12 جوان 1948", "family_ar": "عـسول"}
    assert kept.outcome is Outcome.NEW


@pytest.mark.parametrize("nin", [109802515014599270.0, "109802515014599", "1.0980251501459927e+17", "1,09E+17", "?"])
def test_a_ruined_nin_is_left_out_and_is_to_be_mended(office, file, nin):
    looked = look(office, file({"رقم التعريف الوطني": nin}))
    if nin == "?":
        assert looked.counts() == Counts(rows=1, waiting=1)
        return
    assert looked.counts() == Counts(rows=1, new=1, to_mend=1)
    take(office, looked)
    [artisan] = artisans(office)
    assert artisan.nin is None
    assert list(artisan.mend or {}) == ["nin"]


@pytest.mark.parametrize(
    ("cell", "text", "target"),
    [
        ("تاريخ الميلاد", "31/02/1985", "birth_date"),
        ("تاريخ الميلاد", "12/05/2031", "birth_date"),
        ("تاريخ الميلاد", "2031", "birth_date"),
        ("تاريخ الميلاد", "????/??/??", "birth_date"),
        ("الهاتف", "??????????", "phone"),
        ("البلدية", "بلدية غير معروفة", "home_commune_id"),
        ("رمز النشاط", "9999999", "activity_code"),
        ("تاريخ التسجيل", "البارحة", "registered_on"),
    ],
)
def test_what_cannot_be_right_waits_with_the_reason_at_its_cell(office, file, cell, text, target):
    looked = look(office, file({cell: text}))
    assert looked.counts() == Counts(rows=1, waiting=1)
    assert text in looked.rows[0].faults[target].words()
    assert take(office, looked)[0].new == 0
    assert artisans(office) == []
    with office.reading() as session:
        kept = session.scalars(select(ImportedRow)).one()
    assert kept.outcome is Outcome.WAITING
    assert list(kept.faults) == [target]


def test_a_lost_letter_in_a_latin_name_is_noted_and_does_not_stop_the_row(office, file):
    looked = look(office, file({"Nom": "BENSA?D"}))
    assert looked.counts() == Counts(rows=1, new=1)
    assert faults(looked) == {("family_la", "noted"): 1}
    take(office, looked)
    assert artisans(office)[0].mend is None


def test_a_row_without_any_name_is_refused(office, file):
    looked = look(office, file({"اللقب": "", "الاسم": "", "Nom": "", "Prénom": ""}))
    assert looked.counts() == Counts(rows=1, refused=1)
    assert looked.rows[0].why is not None


def test_the_same_nin_and_the_same_name_and_birth_make_twins_whichever_stands_first(office, file):
    register, nin = "رقم السجل", "رقم التعريف الوطني"
    looked = look(
        office,
        file(
            person(1, **{register: "05/2024/00001-2", nin: "109800533134522876"}),
            person(2, **{nin: "109800533134522876"}),
            person(3, **{register: "", nin: "", "اللقب": "بوجلال ", "الاسم": "سميرة"}),
            person(4, اللقب="بوجلّال", الاسم="سميره"),
        ),
    )
    assert looked.counts() == Counts(rows=4, new=2, twins=2)
    assert [row.earlier and row.earlier.number for row in looked.rows] == [None, 6, None, 8]


def test_a_twin_of_somebody_in_the_office_stands_beside_them(office, file, add):
    key = add(family_ar="بوجلال", given_ar="سمير", birth_date=date(1980, 11, 28))
    looked = look(office, file({}))
    assert looked.counts() == Counts(rows=1, twins=1)
    assert looked.rows[0].beside == key


def test_joining_a_twin_fills_in_what_is_missing_and_changes_nothing_else(office, file, add):
    key = add(family_ar="بوجلال", given_ar="سمير", birth_date=date(1980, 11, 28), phone="0550112233")
    looked = look(office, file({}))
    with office.reading() as session:
        importing.decide(session, looked, looked.rows, Choice.JOIN)
    assert looked.counts() == Counts(rows=1, changed=1)
    take(office, looked)
    [artisan] = artisans(office)
    assert (artisan.id, artisan.phone, artisan.register_no) == (key, "0550112233", "05/2023/00001")
    assert look(office, file({})).counts() == Counts(rows=1, same=1)


def test_a_twin_joined_to_an_earlier_row_completes_it(office, file):
    without = person(1, **{"رقم السجل": "", "رقم التعريف الوطني": "", "Nom": "", "Prénom": ""})
    path = file(without, person(1))
    looked = look(office, path)
    with office.reading() as session:
        importing.decide(session, looked, looked.rows[1:], Choice.JOIN)
    assert looked.counts() == Counts(rows=2, new=1, same=1)
    take(office, looked)
    [artisan] = artisans(office)
    assert (artisan.register_no, artisan.family_la) == ("05/2024/00001", "GAABN")
    assert look(office, path).counts() == Counts(rows=2, same=2)


def test_a_twin_kept_apart_becomes_a_person_without_the_number_of_the_other(office, file):
    nin = "رقم التعريف الوطني"
    path = file(person(1, **{nin: "109800533134522876"}), person(2, **{nin: "109800533134522876"}))
    looked = look(office, path)
    with office.reading() as session:
        importing.decide(session, looked, looked.rows[1:], Choice.APART)
    assert looked.counts() == Counts(rows=2, new=2, to_mend=1)
    take(office, looked)
    assert [artisan.nin for artisan in artisans(office)] == ["109800533134522876", None]
    assert look(office, path).counts() == Counts(rows=2, same=2)


def test_the_same_register_number_is_the_same_record_and_shows_what_changes(office, file):
    take(office, look(office, file(person(1))))
    looked = look(office, file(person(1, الهاتف="0550112233", البلدية="")))
    assert looked.counts() == Counts(rows=1, changed=1)
    assert looked.rows[0].changes == {"phone": ("0773526008", "0550112233")}
    take(office, looked)
    [artisan] = artisans(office)
    assert artisan.phone == "0550112233"
    assert artisan.home_commune_id is not None


def test_a_register_number_under_another_name_and_birth_waits_and_names_its_holder(office, file):
    take(office, look(office, file(person(1))))
    other = person(
        2, **{"رقم السجل": "05/2024/00001", "الاسم": "ليلى", "Prénom": "Leila", "تاريخ الميلاد": date(1970, 1, 1)}
    )
    looked = look(office, file(other))
    assert looked.counts() == Counts(rows=1, waiting=1)
    assert "قاابن سمير" in looked.rows[0].faults["register_no"].words()


def test_a_nin_of_somebody_else_under_a_known_register_number_waits(office, file):
    take(office, look(office, file(person(1), person(2))))
    looked = look(office, file(person(1, **{"رقم التعريف الوطني": "10980" + f"{2:013}"})))
    assert looked.counts() == Counts(rows=1, waiting=1)
    assert list(looked.rows[0].faults) == ["nin"]


def test_what_the_office_mended_is_not_undone_by_the_same_file(office, file, change):
    path = file(person(1))
    take(office, look(office, path))
    change(artisans(office)[0].id, phone="0550112233")
    assert look(office, path).counts() == Counts(rows=1, same=1)


def test_a_cell_mended_in_the_preview_is_judged_again_at_once(office, file):
    looked = look(office, file({"البلدية": "بلدية غير معروفة"}))
    with office.reading() as session:
        importing.mend(session, looked, looked.rows[0], "home_commune_id", "تيمقاد")
    assert looked.counts() == Counts(rows=1, new=1)
    take(office, looked)
    with office.reading() as session:
        kept = session.scalars(select(ImportedRow.cells)).one()
    assert kept == {"home_commune_id": "بلدية غير معروفة", "mended": {"home_commune_id": "تيمقاد"}}
    assert look(office, file({"البلدية": "بلدية غير معروفة"})).counts() == Counts(rows=1, same=1)


def test_rows_that_waited_can_be_mended_and_taken_over_later(office, file):
    path = file({"البلدية": "بلدية غير معروفة"})
    take(office, look(office, path))
    with office.reading() as session:
        assert reads.rows_waiting(session) == 1
        looked = importing.waiting(session)
        importing.mend(session, looked, looked.rows[0], "home_commune_id", "تيمقاد")
    assert take(office, looked)[0].new == 1
    with office.reading() as session:
        assert reads.rows_waiting(session) == 0
        assert session.scalars(select(ImportedRow.artisan_id)).one() == artisans(office)[0].id
    assert look(office, path).counts() == Counts(rows=1, same=1)


def test_what_was_mended_of_a_row_that_still_waits_is_not_typed_again(office, file):
    path = file({"البلدية": "بلدية غير معروفة", "تاريخ الميلاد": "31/02/1985"})
    looked = look(office, path)
    with office.reading() as session:
        importing.mend(session, looked, looked.rows[0], "home_commune_id", "تيمقاد")
    assert take(office, looked)[0] == Counts(rows=1, waiting=1)
    with office.reading() as session:
        waiting = importing.waiting(session)
        assert list(waiting.rows[0].faults) == ["birth_date"]
        importing.mend(session, waiting, waiting.rows[0], "birth_date", "28/02/1985")
    assert take(office, waiting)[0].new == 1


def test_a_row_left_out_waits_no_longer(office, file):
    take(office, look(office, file({"البلدية": "بلدية غير معروفة"})))
    with office.reading() as session:
        looked = importing.waiting(session)
        importing.decide(session, looked, looked.rows, Choice.LEAVE)
    take(office, looked)
    with office.reading() as session:
        assert reads.rows_waiting(session) == 0
    assert artisans(office) == []


KINDS = (
    {},
    {"تاريخ الميلاد": "مفترض 1973"},
    {"تاريخ الميلاد": "31/02/1985"},
    {"رقم التعريف الوطني": 109802515014599270.0},
    {"البلدية": "بلدية غير معروفة"},
    {"اللقب": "", "الاسم": "", "Nom": "", "Prénom": ""},
    {"Nom": "BENSA?D"},
)


def test_the_same_file_again_takes_over_nothing_and_doubles_nothing(office, file):
    rows = [person(number, **kind) for number, kind in enumerate(KINDS)]
    path = file(*rows, person(0, **{"رقم السجل": "", "رقم التعريف الوطني": ""}))
    first, _key = take(office, look(office, path))
    assert first == Counts(rows=8, new=4, waiting=2, refused=1, twins=1, to_mend=1)
    before = everything(office)
    again, key = take(office, look(office, path))
    assert again == Counts(rows=8, same=4, waiting=2, refused=1, twins=1)
    assert key is None
    assert everything(office) == before


def test_undo_leaves_the_office_as_it_was_and_redo_brings_the_import_back(office, file):
    path = file(*[person(number, **kind) for number, kind in enumerate(KINDS)])
    before = everything(office)
    _counts, key = take(office, look(office, path))
    taken = everything(office)
    assert found(office, "GAAAN".lower()) == 1
    with office.writing() as session:
        undone = journal.undo(session, key or "")
    assert (everything(office), undone.conflicts) == (before, ())
    assert found(office, "GAAAN".lower()) == 0
    with office.writing() as session:
        journal.undo(session, undone.set_id or "")
    numbered = {name: rows for name, rows in everything(office).items() if name != "search_entry"}
    assert numbered == {name: rows for name, rows in taken.items() if name != "search_entry"}


def test_an_import_is_one_action_with_its_counts_in_the_title(office, file):
    take(office, look(office, file(person(1), person(2))))
    with office.reading() as session:
        newest = session.scalars(select(ChangeSet).order_by(ChangeSet.id.desc())).first()
        assert session.scalar(select(func.count()).select_from(ImportedFile)) == 1
    assert newest is not None
    assert "list.xlsx" in newest.label()
    assert "2" in newest.label()


def test_columns_chosen_by_the_clerk_hold_for_the_next_file_with_the_same_headings(office, file):
    headings = (*HEADINGS, "خانة")
    rows = [person(1, خانة="تمرين")]
    path = file(*rows, headings=headings)
    looked = look(office, path)
    with office.reading() as session:
        chosen = looked.columns.taken_for(len(headings) - 1, "remarks")
        looked = importing.preview(session, path, columns=chosen)
    take(office, looked)
    assert artisans(office)[0].remarks == "تمرين"
    again = look(office, file(person(2), headings=headings, name="next.xlsx"))
    assert again.columns.targets[-1] == "remarks"


def test_the_judgement_is_made_again_when_the_office_has_changed_meanwhile(office, file, add):
    looked = look(office, file({}))
    add(family_ar="بوجلال", given_ar="سمير", birth_date=date(1980, 11, 28))
    assert take(office, looked)[0] == Counts(rows=1, twins=1)


def test_a_list_of_many_is_taken_over_in_bulk_and_undone(office, file):
    """More rows than the table has: their indexes are made afterwards."""
    born = date(1950, 1, 1)
    path = file(*[person(n, **{"تاريخ الميلاد": born + timedelta(n)}) for n in range(5200)])
    indexes = "SELECT count(*) FROM sqlite_master WHERE type = 'index' AND tbl_name = 'artisan'"
    with office.reading() as session:
        before = session.connection().exec_driver_sql(indexes).scalar_one()
    counts, key = take(office, look(office, path))
    assert counts.new == 5200
    with office.reading() as session:
        assert session.connection().exec_driver_sql(indexes).scalar_one() == before
    with office.writing() as session:
        assert journal.undo(session, key or "").conflicts == ()
    assert artisans(office) == []


SAMPLE_FILES = [
    ("05", "roster-batna.xlsx", Counts(434, 385, 0, 0, 28, 7, 14, 14)),
    ("25", "roster-constantine.csv", Counts(248, 216, 0, 0, 20, 4, 8, 8)),
    ("42", "roster-tipaza.xlsx", Counts(124, 110, 0, 0, 8, 2, 4, 4)),
    ("42", "roster-tipaza.ods", Counts(124, 110, 0, 0, 8, 2, 4, 4)),
    ("42", "roster-tipaza.xls", Counts(124, 110, 0, 0, 8, 2, 4, 4)),
]
PLANTED = {
    "05": {
        ("birth_date", "waits"): 14,
        ("home_commune_id", "waits"): 7,
        ("activity_code", "waits"): 7,
        ("nin", "mends"): 14,
        ("birth_date", "put right"): 14,
        ("phone", "put right"): 14,
        ("family_ar", "put right"): 7,
        ("given_ar", "put right"): 7,
    },
    "25": {
        ("birth_date", "waits"): 12,
        ("phone", "waits"): 4,
        ("home_commune_id", "waits"): 4,
        ("activity_code", "waits"): 4,
        ("nin", "mends"): 8,
        ("birth_date", "put right"): 4,
        ("phone", "put right"): 4,
        ("names_ar", "put right"): 4,
        ("names_la", "noted"): 4,
    },
    "42": {
        ("birth_date", "waits"): 4,
        ("home_commune_id", "waits"): 2,
        ("activity_code", "waits"): 2,
        ("nin", "mends"): 4,
        ("birth_date", "put right"): 4,
        ("phone", "put right"): 4,
        ("names_ar", "put right"): 2,
    },
}


@pytest.fixture
def office_in(empty_file: Database, tmp_path: Path) -> Callable[[str], Database]:
    def made(wilaya: str) -> Database:
        with empty_file.writing() as session:
            office_writes.make_office(session, office_reads.usual_details(wilaya))
        with empty_file.writing() as session:
            session.entitle("Activities")
            office_writes.import_activities(session, SAMPLES / "activities.csv")
        return empty_file

    return made


@WITH_SAMPLES
@pytest.mark.parametrize(("wilaya", "name", "counts"), SAMPLE_FILES)
def test_each_sample_gives_exactly_its_counts_again_nothing_and_is_undone_to_the_byte(office_in, wilaya, name, counts):
    office = office_in(wilaya)
    before = everything(office)
    looked = look(office, SAMPLES / name)
    assert counts.rows == counts.new + counts.changed + counts.same + counts.waiting + counts.refused + counts.twins
    done, key = take(office, looked)
    assert done == counts
    taken = everything(office)
    again, nothing = take(office, look(office, SAMPLES / name))
    assert (again.new, again.changed, again.same) == (0, 0, counts.new)
    assert (again.waiting, again.refused, again.twins) == (counts.waiting, counts.refused, counts.twins)
    assert nothing is None
    assert everything(office) == taken
    with office.writing() as session:
        journal.undo(session, key or "")
    assert everything(office) == before


@WITH_SAMPLES
@pytest.mark.parametrize(("wilaya", "name"), [sample[:2] for sample in SAMPLE_FILES])
def test_each_planted_fault_is_found_in_its_column(office_in, wilaya, name):
    looked = look(office_in(wilaya), SAMPLES / name)
    assert faults(looked) == PLANTED[wilaya]
    presumed = [row for row in looked.rows if "birth_year" in row.values]
    assert len(presumed) == {"05": 7, "25": 4, "42": 2}[wilaya]
    whys = Counter(row.why.message for row in looked.rows if row.outcome is Outcome.TWIN and row.why)
    assert sorted(whys.values()) == {"05": [7, 7], "25": [4, 4], "42": [2, 2]}[wilaya]


def test_a_moment_and_a_serial_number_are_days_too(office, file):
    looked = look(office, file({"تاريخ الميلاد": datetime(1980, 5, 4, 0, 0), "تاريخ التسجيل": 44652}))
    assert looked.rows[0].values["birth_date"] == date(1980, 5, 4)
    assert looked.rows[0].values["registered_on"] == date(2022, 4, 1)
