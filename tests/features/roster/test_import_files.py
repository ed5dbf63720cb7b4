"""Files of every make are opened; what is no list gets a clear sentence."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from craftdesk.base.errors import UserError
from craftdesk.base.i18n import speaking
from craftdesk.features.roster import reading
from craftdesk.features.roster.headings import columns_of, target_of
from craftdesk.features.roster.naming import Name, parted
from craftdesk.features.roster.reading import opened

LINES = """N°;Nom et prénom;اللقب و الاسم;Né(e) le
1;BEN ALI Réda;بن علي رضا;28-05-1982
2;AÏSSAOUI Zoé;عيساوي زويا;1/2/1990
"""


@pytest.fixture
def text(tmp_path: Path) -> Callable[..., Path]:
    def written(content: str, encoding: str) -> Path:
        path = tmp_path / "list.csv"
        path.write_bytes(content.encode(encoding, errors="replace"))
        return path

    return written


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1256"])
def test_a_text_is_read_in_the_letters_of_its_office(text, encoding):
    [sheet] = opened(text(LINES, encoding)).sheets
    assert sheet.lines[1][2] == "بن علي رضا"
    assert len(sheet.lines[0]) == 4


def test_a_french_text_of_windows_is_not_taken_for_arabic(text):
    lines = "N°;Nom;Prénom;Activité\n1;ÉTIENNE;Chloé;Poterie et céramique\n2;AÏT AHMED;Hélène;Décoration\n"
    [sheet] = opened(text(lines, "cp1252")).sheets
    assert sheet.lines[1][1:3] == ["ÉTIENNE", "Chloé"]


@pytest.mark.parametrize("separator", [";", "\t", ",", "|"])
def test_the_separator_is_found(text, separator):
    [sheet] = opened(text(LINES.replace(";", separator), "utf-8")).sheets
    assert [len(line) for line in sheet.lines] == [4, 4, 4]


def test_a_separator_that_excel_announces_is_believed(text):
    [sheet] = opened(text("sep=;\r\nNom;Né, le\r\nBEN ALI;1, 2\r\n", "utf-8")).sheets
    assert sheet.lines == [["Nom", "Né, le"], ["BEN ALI", "1, 2"]]


def sentence(path: Path) -> str:
    with speaking("en"), pytest.raises(UserError) as refused:
        opened(path)
    return str(refused.value)


PEOPLE = [f"{number};BEN ALI Réda;بن علي رضا;28-05-1982\n" for number in range(1, 400)]
OPEN = '7;"AÏSSAOUI Zoé;عيساوي زويا;1/2/1990\n'


@pytest.mark.parametrize(
    "lines",
    [
        [*PEOPLE[:5], OPEN, *PEOPLE[5:]],
        # Another mark further down closes the quotation, and the lines between would be lost.
        [*PEOPLE[:5], OPEN, *PEOPLE[5:9], '8;"Chez" Moussa;موسى;1/2/1990\n', *PEOPLE[9:]],
        [*PEOPLE[:5], OPEN, *PEOPLE * 40],
        [*PEOPLE[:2], '3;"Rue 5;\nBatna";موسى;1990\n', *PEOPLE[2:3], OPEN],
    ],
    ids=("up to the end", "up to the next", "through a long list", "in the last line"),
)
@pytest.mark.parametrize("separator", [";", ","])
def test_a_quotation_that_is_not_closed_is_told_with_the_line_where_it_begins(text, lines, separator):
    content = "".join(("N°;Nom et prénom;اللقب و الاسم;Né(e) le\n", *lines))
    assert "In line 7 of list.csv" in sentence(text(content.replace(";", separator), "utf-8"))
    assert "In line 8 of list.csv" in sentence(text(f"sep={separator}\n" + content.replace(";", separator), "utf-8"))


def test_a_quotation_that_opens_the_first_row_is_told_too(text):
    lines = ("غرفة الصناعة التقليدية والحرف\n", "قائمة الحرفيين\n", "N°;Nom;اللقب;Né(e) le\n", OPEN, *PEOPLE)
    assert "In line 4" in sentence(text("".join(lines).replace(";", ","), "utf-8"))


def test_quotation_marks_within_a_cell_and_an_address_in_two_lines_stay(text):
    lines = 'Nom;Adresse;Né le\nBEN ALI;"12; rue A\n05000; Batna";1990\nZOUBIR "le petit";tube 12";1991\n'
    [sheet] = opened(text(lines, "utf-8")).sheets
    assert sheet.lines[1:] == [
        ["BEN ALI", "12; rue A\n05000; Batna", "1990"],
        ['ZOUBIR "le petit"', 'tube 12"', "1991"],
    ]


def test_what_is_not_a_list_gets_a_clear_sentence(tmp_path, monkeypatch):
    path = tmp_path / "list.xlsx"
    for content, words in (
        (b"", "is empty"),
        (b"PK\x03\x04 cut off", "not a spreadsheet"),
        (b"\x00\x01\x02\x03" * 50, "not a spreadsheet"),
        (b"one word", "not a spreadsheet"),
        (b"<html><table>", "web page"),
        (reading._OLE + b"\0" * 600 + reading._ENCRYPTED, "password"),
    ):
        path.write_bytes(content)
        assert words in sentence(path)
    assert "There is no file" in sentence(tmp_path / "missing.xlsx")
    path.write_bytes(b"x" * 2000)
    monkeypatch.setattr(reading, "MOST_BYTES", 1000)
    assert "MB" in sentence(path)


def test_an_ods_that_is_locked_and_a_file_that_unpacks_without_end_are_refused(tmp_path, monkeypatch):
    path = tmp_path / "list.ods"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("META-INF/manifest.xml", "<manifest:encryption-data/>")
    assert "password" in sentence(path)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("content.xml", "0" * 100_000)
    monkeypatch.setattr(reading, "MOST_UNPACKED", 50_000)
    assert "unpacks to more" in sentence(path)


@pytest.mark.parametrize(
    ("heading", "target"),
    [
        ("N° d'immatriculation", "register_no"),
        ("N° d’immatriculation", "register_no"),
        ("Numéro d'immatriculaton", "register_no"),
        ("Tél.", "phone"),
        ("Né(e) le", "birth_date"),
        ("تاريخ الإزدياد", "birth_date"),
        ("الإسم", "given_ar"),
        ("اللقب و الاسم", "names_ar"),
        ("الاسم واللقب", "given_first_ar"),
        ("NOM & PRÉNOM", "names_la"),
        ("البلدية / Commune", "home_commune_id"),
        ("رمز النشاط (7 أرقام)", "activity_code"),
        ("الرقم", "counter"),
        ("خانة", None),
    ],
)
def test_headings_are_known_in_both_languages_whatever_their_spelling(heading, target):
    assert target_of(heading) == target


def test_a_column_is_taken_for_the_script_that_it_holds():
    headings = ["اللقب", "الاسم", "اللقب", "الاسم"]
    found = columns_of([headings, ["بوجلال", "سمير", "BOUDJELLAL", "Samir"]])
    assert found is not None
    assert found.targets == ("family_ar", "given_ar", "family_la", "given_la")


def test_nom_alone_with_two_words_holds_both_names():
    found = columns_of([["Nom", "NIN"], ["BEN ALI Samir", "1"], ["KACI Nadia", "2"]])
    assert found is not None
    assert found.targets == ("names_la", "nin")


def test_a_list_without_headings_has_no_columns():
    assert columns_of([["بوجلال", "سمير"], ["BEN ALI", "Samir"]]) is None


@pytest.mark.parametrize(
    ("arabic", "latin", "family", "given"),
    [
        ("بن سحنون سيف الدين", "BEN SAHNOUN Seifeddine", "بن سحنون", "سيف الدين"),
        ("حاج علي أمزيان", "HADJALI Amezian", "حاج علي", "أمزيان"),
        ("عبد الرحيم ذهبية", "ABDERRAHIM Dahbia", "عبد الرحيم", "ذهبية"),
        ("بوعبد الله غزلان", "BOUABDALLAH Ghezlane", "بوعبد الله", "غزلان"),
        ("آيت أحمد عبد المطلب", "AITAHMED Abdelmouttalib", "آيت أحمد", "عبد المطلب"),
        ("العابد نجاة", "LABED Najat", "العابد", "نجاة"),
        ("بن علي محمد الأمين", "", "بن علي", "محمد الأمين"),
        ("بو زيد كمال", "", "بو زيد", "كمال"),
        ("سمير بوجلال", "Samir BOUDJELLAL", "بوجلال", "سمير"),
        ("بوجلال", "", "بوجلال", ""),
    ],
)
def test_the_latin_capitals_tell_where_the_arabic_name_parts(arabic, latin, family, given):
    assert parted(arabic, latin).arabic == Name(family, given)
