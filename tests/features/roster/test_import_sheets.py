"""Files as offices lay them out: headings over two rows, merged cells, several sheets, columns in any order."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as some

from craftdesk.features.roster import importing
from craftdesk.features.roster.headings import columns_of
from craftdesk.features.roster.importing import Counts, preview

TWO_LANGUAGES = (
    ("اللقب", "الاسم", "تاريخ الميلاد", "البلدية", "رقم التعريف الوطني"),
    ("Nom", "Prénom", "Date de naissance", "Commune", "NIN"),
)
PEOPLE = (
    ("بوجلال", "سمير", "28/11/1980", "تيمقاد", "109800533134522876"),
    ("بن علي", "ليلى", "01/02/1990", "باتنة", "209900533134522876"),
)

Written = Callable[..., Path]


@pytest.fixture
def book(tmp_path: Path) -> Written:
    """Writes sheets, each a list of lines; `merged` are ranges like A1:B1 of the first sheet with their text."""

    def written(sheets: dict[str, Sequence[Sequence[Any]]], merged: dict[str, str] | None = None) -> Path:
        path = tmp_path / "list.xlsx"
        made = xlsxwriter.Workbook(str(path))
        for name, lines in sheets.items():
            sheet = made.add_worksheet(name)
            for place, line in enumerate(lines):
                sheet.write_row(place, 0, line)
            for cells, text in (merged or {}).items() if sheet.index == 0 else ():
                sheet.merge_range(cells, text)
        made.close()
        return path

    return written


def look(office, path, **given):
    with office.reading() as session:
        return preview(session, path, **given)


def test_headings_in_two_languages_one_under_the_other_are_no_person(office, book):
    looked = look(office, book({"السجل": (*TWO_LANGUAGES, *PEOPLE)}))
    assert looked.counts() == Counts(rows=2, new=2)
    assert looked.columns.line == 1
    assert looked.columns.texts[0] == "اللقب / Nom"


def test_headings_that_are_printed_again_and_the_numbers_of_the_columns_are_no_people(office, book):
    numbers = (1, 2, 3, 4, 5)
    lines = (*TWO_LANGUAGES, numbers, PEOPLE[0], (), *TWO_LANGUAGES, PEOPLE[1], ("المجموع", 2))
    looked = look(office, book({"السجل": lines}))
    assert [row.number for row in looked.rows] == [4, 8]


@pytest.mark.parametrize("merged", [True, False], ids=["merged", "left empty beside"])
def test_a_heading_that_stands_over_two_others_gives_them_its_meaning(office, book, merged):
    lines = (
        ("غرفة الصناعة التقليدية والحرف",),
        ("الرقم", "الاسم الكامل", "", "الميلاد", "", "النشاط", ""),
        ("", "بالعربية", "بالفرنسية", "التاريخ", "المكان", "الرمز", "التسمية"),
        (1, "بوجلال سمير", "BOUDJELLAL Samir", "28/11/1980", "باتنة", "0301001", "صناعة الحلي"),
    )
    over = {"B2:C2": "الاسم الكامل", "D2:E2": "الميلاد", "F2:G2": "النشاط", "A2:A3": "الرقم"} if merged else {}
    looked = look(office, book({"السجل": lines}, over))
    assert looked.columns.targets == (
        *("counter", "names_ar", "names_la", "birth_date", "birth_place", "activity_code", "activity_name"),
    )
    assert looked.columns.texts[4] == "الميلاد / المكان"
    assert looked.counts() == Counts(rows=1, new=1)


def test_a_title_that_was_merged_over_all_headings_belongs_to_none(office, book):
    lines = (("الحرفيون", "", "", "", ""), TWO_LANGUAGES[0], *PEOPLE)
    looked = look(office, book({"السجل": lines}, {"A1:H1": "الحرفيون"}))
    assert (looked.columns.line, looked.columns.texts[0]) == (1, "اللقب")
    assert looked.counts().new == 2


def test_what_was_merged_over_several_rows_holds_for_each_of_them(office, book):
    lines = (TWO_LANGUAGES[0], *((*person[:3], "", person[4]) for person in PEOPLE))
    looked = look(office, book({"السجل": lines}, {"D2:D3": "تيمقاد"}))
    communes = [row.values["home_commune_id"] for row in looked.rows]
    assert communes[0] == communes[1]
    assert looked.counts().new == 2


SHUFFLED = (TWO_LANGUAGES[0][::-1], PEOPLE[1][::-1])
YEARS = {
    "2022": (TWO_LANGUAGES[0], PEOPLE[0]),
    "ملاحظات": (("حُيّن هذا الملف",),),
    "2023": (("قائمة سنة 2023",), *SHUFFLED),
    "2024": (TWO_LANGUAGES[0],),
}


def test_one_sheet_is_proposed_and_those_that_look_alike_can_be_taken_together(office, book):
    path = book(YEARS)
    looked = look(office, path)
    assert (looked.sheet, list(looked.alike), looked.counts().new) == ("2022", ["2022", "2023"], 1)
    every = look(office, path, every=True)
    assert every.counts() == Counts(rows=2, new=2)
    assert [every.place(row) for row in every.rows] == [("2022", 2), ("2023", 3)]
    assert every.rows[1].values["given_ar"] == "ليلى"
    assert look(office, path, sheet="2023").rows[0].values["family_ar"] == "بن علي"


def test_columns_are_chosen_for_several_sheets_at_once(office, book):
    every = look(office, book(YEARS), every=True)
    with office.reading() as session:
        columns = every.columns.taken_for(1, "birth_place")
        again = importing.take_columns(session, every, columns)
    assert [row.values["birth_place"] for row in again.rows] == ["سمير", "ليلى"]
    assert again.joined


def test_a_formula_without_its_result_is_named(office, tmp_path):
    made = xlsxwriter.Workbook(str(tmp_path / "formulas.xlsx"))
    sheet = made.add_worksheet("السجل")
    for place, line in enumerate((TWO_LANGUAGES[0], *PEOPLE)):
        sheet.write_row(place, 0, line)
    sheet.write_formula("B2", "=UPPER(A2)", value="")
    sheet.write_formula("B3", '=CONCATENATE("لي","لى")', value="ليلى")
    sheet.write_formula("D3", "=VLOOKUP(A3,'[other.xlsx]S'!A:B,2,0)", value="#REF!")
    made.close()
    looked = look(office, tmp_path / "formulas.xlsx")
    assert looked.source is not None
    assert list(looked.source.missing) == ["B2", "D3"]
    assert looked.rows[1].values["given_ar"] == "ليلى"


MEANINGS = {
    "family_ar": ("اللقب", "لقب", "اللّقب", "اللقب بالعربية", "لقب الحرفي"),
    "given_ar": ("الاسم", "الإسم", "اسم", "الاسم بالعربية"),
    "family_la": ("Nom", "NOM", "Nom de famille", "nom latin", "اللقب بالفرنسية"),
    "given_la": ("Prénom", "PRENOM", "prénoms", "Prénom / الاسم بالفرنسية"),
    "birth_date": ("تاريخ الميلاد", "تاريخ الازدياد", "Date de naissance", "Né(e) le", "تاريخ الميلاد (ي/ش/س)"),
    "nin": ("رقم التعريف الوطني", "NIN", "N° d'identité", "الرقم الوطني"),
    "home_commune_id": ("البلدية", "Commune", "البلدية / Commune", "بلدية السكن"),
    "phone": ("الهاتف", "Tél.", "Téléphone", "رقم الهاتف", "N° de téléphone"),
    "register_no": ("رقم السجل", "N° d'immatriculation", "رقم القيد", "N° registre"),
    "activity_code": ("رمز النشاط", "Code activité", "رمز النشاط (7 أرقام)"),
}
SAMPLE = {
    "family_ar": "بوجلال",
    "given_ar": "سمير",
    "family_la": "BOUDJELLAL",
    "given_la": "Samir",
    "birth_date": "28/11/1980",
    "nin": "109800533134522876",
    "home_commune_id": "تيمقاد",
    "phone": "0773526008",
    "register_no": "05/2023/00001",
    "activity_code": "0301001",
}
HEADED = some.permutations(sorted(MEANINGS)).flatmap(
    lambda order: some.tuples(some.just(order), some.tuples(*(some.sampled_from(MEANINGS[name]) for name in order)))
)


@settings(max_examples=150, deadline=None)
@given(HEADED, some.integers(2, 10), some.integers(0, 3), some.booleans())
def test_columns_in_any_order_and_language_mean_the_same(headed, count, titles, twice):
    order, headings = headed[0][:count], headed[1][:count]
    person = [SAMPLE[name] for name in order]
    below = [[MEANINGS[name][-1] for name in order]] if twice else []
    found = columns_of([*[["قائمة الحرفيين"]] * titles, headings, *below, person, person])
    assert found is not None
    assert found.targets == tuple(order)
    assert found.line == titles + twice


@settings(max_examples=60, deadline=None)
@given(some.permutations(sorted(MEANINGS)), some.sampled_from([str.upper, str.title, " {} ".format]))
def test_files_look_alike_whatever_the_order_and_spelling_of_their_headings(order, spelt):
    headings = [MEANINGS[name][0] for name in sorted(MEANINGS)]
    other = [spelt(MEANINGS[name][0]) for name in order]
    one, two = columns_of([headings, [""]]), columns_of([other, [""]])
    assert one is not None
    assert two is not None
    assert one.signature() == two.signature()
