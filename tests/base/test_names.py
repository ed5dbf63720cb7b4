"""Names in both scripts: their normal form, their sounds, and whose they are."""

import csv
import itertools
import statistics
import time
from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from craftdesk.base.dates import to_birth
from craftdesk.base.names import fold, loose_keys, name_key, same_name, sound_groups, sound_keys, words

SHARED = Path(__file__).parents[3] / "shared"
NAMES = SHARED / "data" / "names.csv"
SAMPLES = SHARED / "samples"
LETTERS = st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهوي أإآةىؤئءabcdefghijklmnopqrstuvwxyz -'éèïçÉ")


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("  عـسول ", "عسول"),
        ("شَروق", "شروق"),
        ("أم كلثوم", "ام كلثوم"),
        ("سعدة", "سعده"),
        ("مصطفى", "مصطفي"),
        ("زكرياء", "زكريا"),
        ("رؤوف", "رووف"),
        ("ڨالمة", "قالمه"),
        ("ﻻﻣﻴﺔ", "لاميه"),
        ("BENRÉDA Aïcha", "benreda aicha"),
        ("Oum-El-Kheir", "oum el kheir"),
        ("M'hamed", "mhamed"),
        ("N° ٠٥/٢٠١٣", "n 05 2013"),
        ("\u2067بن\u2069 علي", "بن علي"),
        ("", ""),
    ],
)
def test_text_folds_to_one_form(text: str, folded: str) -> None:
    assert fold(text) == folded
    assert words(text) == folded.split()


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(LETTERS)
def test_folding_forgives_case(text: str) -> None:
    assert fold(text.upper()) == fold(text) == fold(text.title())


def test_folding_a_name_takes_less_than_three_microseconds() -> None:
    names = [f"بن  عَبد الرؤوف {number}" for number in range(2_000)]
    fastest = min(_seconds(names) for _ in range(5))
    assert fastest / len(names) < 3e-6


def _seconds(names: list[str]) -> float:
    begun = time.perf_counter()
    for name in names:
        fold(name)
    return time.perf_counter() - begun


@pytest.mark.parametrize(
    "spellings",
    [
        ("Boudjellal", "Bou Djellal", "Boudjelal", "BOUJELLAL", "بوجلال", "بو جلال"),
        ("BEN HACENE", "Benhassen", "Bin Hassan", "بن حسن", "بنحسن", "ابن حسن"),
        ("Abd el Kader", "Abdelkader", "ABD-EL-KADER", "Abdulkader", "عبد القادر", "عبدالقادر"),
        ("Nour Eddine", "Noureddine", "Noredine", "نور الدين", "نورالدين"),
        ("El Hadj", "Hadj", "Elhadj", "الحاج", "حاج"),
        ("Ben El Hadj", "Belhadj", "Benelhadj", "بن الحاج", "بلحاج"),
        ("Ouarda", "Warda", "وردة"),
        ("Cherif", "Sherif", "شريف"),
        ("Khadidja", "Khadija", "خديجة"),
        ("Gherbi", "Rerbi", "غربي"),
        ("Ghelizane", "Relizane", "غليزان"),
        ("Fethi", "Fathi", "فتحي"),
        ("Fayçal", "Faical", "Faisal", "فيصل"),
        ("Saad Allah", "Saadallah", "سعد الله", "سعدالله"),
        ("Fatima", "Fatma", "Fatimah", "فاطمة", "فاطمه"),
        ("Kamel", "Camel", "Qamel", "كمال"),
        ("Tayeb", "Ettayeb", "El Tayeb", "الطيب"),
        ("Abdel Kader", "Aabdelkader", "Abdil Qader", "Abd el Kader", "عبد القادر"),
        ("Benabdelkader", "Ben Abd El Kader", "Bin Abdel Kader", "بن عبد القادر", "بنعبد القادر", "بنعبدالقادر"),
        ("Aït Ahmed", "Aith Ahmed", "Ayt-Ahmed", "AIT AHMED", "آيت أحمد"),
        ("Ould Kaddour", "Ouled Kaddour", "Weld Qaddour", "ولد قدور"),
        ("Kheir Eddine", "Kheireddine", "Kheïr ed-Dine", "Khairdin", "خير الدين", "خير دين"),
        ("Sidi Mohamed", "Sedi Mohamed", "سيدي محمد"),
        ("Malika", "Malica", "مليكة"),
        ("Atallah", "Atta Allah", "عطاء الله"),
    ],
)
def test_spellings_of_one_name_share_a_key(spellings: tuple[str, ...]) -> None:
    for one, other in itertools.combinations(spellings, 2):
        assert _sound_alike(one, other), (one, sound_keys(one), other, sound_keys(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [("Boudjellal", "Boudjemaa"), ("Ahmed", "Mohamed"), ("كريم", "كمال"), ("Salah", "صالحي"), ("Ali", "ليلى")],
)
def test_other_names_sound_otherwise(one: str, other: str) -> None:
    assert not _sound_alike(one, other)


def _sound_alike(one: str, other: str) -> bool:
    groups, others = sound_groups(one), sound_groups(other)
    return len(groups) == len(others) and all(set(a) & set(b) for a, b in zip(groups, others, strict=True))


@pytest.mark.skipif(not NAMES.exists(), reason="the list of names is not there")
def test_the_keys_find_nearly_all_spellings_and_few_others() -> None:
    spellings: dict[str, set[str]] = defaultdict(set)
    for row in csv.DictReader(NAMES.read_text(encoding="utf-8").splitlines()):
        spellings[row["arabic"]] |= {row["arabic"], row["latin"]}
    pairs = [pair for each in spellings.values() for pair in itertools.combinations(sorted(each), 2)]
    assert statistics.mean(_sound_alike(*pair) for pair in pairs) > 0.98
    found: dict[str, set[str]] = defaultdict(set)
    for name in spellings:
        for key in _whole_keys(name):
            found[key].add(name)
    others = [len(set().union(*(found[key] for key in _whole_keys(name))) - {name}) for name in spellings]
    assert statistics.mean(others) < 1.3


def _whole_keys(name: str) -> set[str]:
    return {"-".join(keys) for keys in itertools.product(*sound_groups(name))}


@given(LETTERS)
def test_keys_do_not_depend_on_case_accents_or_spaces_around(text: str) -> None:
    assert sound_keys(f"  {text.upper()} ") == sound_keys(text)
    assert name_key(fold(text)) == name_key(text)
    assert all(key.isascii() and key.isalpha() for key in sound_keys(text))


@given(LETTERS)
def test_a_misheard_name_is_never_the_name_itself(text: str) -> None:
    assert not set(loose_keys(text)) & set(sound_keys(text)) or len(sound_keys(text)) > 1
    assert len(loose_keys(text)) <= 60


@pytest.mark.parametrize(
    ("one", "other"),
    [("Keireddine", "خير الدين"), ("Gayan", "ريان"), ("Osmane", "عثمان"), ("Nazir", "نذير"), ("Larbi", "عربي")],
)
def test_what_clerks_hear_as_each_other_is_misheard(one: str, other: str) -> None:
    assert set(loose_keys(one)) & set(sound_keys(other)) or set(sound_keys(one)) & set(loose_keys(other))


ROOTS = {"HACENE": "حسن", "Djellal": "جلال", "ZIANE": "زيان", "Mehdi": "مهدي", "KACEM": "قاسم", "Chahine": "شاهين"}
PARTICLES = {
    "بن": ("ben", "Ben ", "BIN ", "Ibn ", "ben-"),
    "بو": ("bou", "Bou ", "ABOU ", "Bu "),
    "آيت": ("Ait ", "Aït ", "AIT-", "Ayt ", "Aith "),
    "ولد": ("Ould ", "OULED ", "ould-"),
}


@given(st.sampled_from(sorted(ROOTS)), st.sampled_from(sorted(PARTICLES)), st.sampled_from(["", " "]), st.data())
def test_a_particle_is_one_name_with_what_follows_joined_or_apart(
    latin: str, particle: str, space: str, data: st.DataObject
) -> None:
    spelt = data.draw(st.sampled_from(PARTICLES[particle])) + latin
    arabic = f"{particle}{space if particle in ('بن', 'بو') else ' '}{ROOTS[latin]}"
    assert _sound_alike(spelt, arabic), (spelt, sound_keys(spelt), arabic, sound_keys(arabic))


@given(st.text())
def test_any_text_has_keys_or_none(text: str) -> None:
    assert len(sound_keys(text)) <= 40 * max(1, len(words(text)))
    assert same_name(text, text) == bool(name_key(text))


@given(st.permutations(["BEN HACENE", "Nour Eddine", "Karim"]), st.permutations(["بن حسن", "نور الدين", "كريم"]))
def test_the_order_of_the_names_does_not_matter(latin: list[str], arabic: list[str]) -> None:
    assert same_name(" ".join(latin), "benhacene Noureddine KARIM")
    assert same_name(" ".join(arabic), "بنحسن نورالدين كريم")
    assert same_name(" ".join(latin), " ".join(arabic))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("بن حسن كريم", "كريم بنحسن"),
        ("عـسول  شَروق", "عسول شروق"),
        ("بن زرقة الطاهر", "بن زرقه طاهر"),
        ("عبد الرحمان علي", "علي عبد الرحمن"),
        ("BEN SAHNOUN Seifeddine", "Saif Eddine BENSAHNOUN"),
        ("BOULARES Nour Eddine", "BOULAARAS Noreddine"),
        ("AZZOUZ Oum Keltoum", "AZZOUZ Oum Kelthoum"),
        ("BENLAITH Ridouane", "BENLAITH Redouane"),
        ("LAKEHAL Fahed", "LAKEHAL Fahd"),
    ],
)
def test_one_person_spelt_in_two_ways_is_one(one: str, other: str) -> None:
    assert same_name(one, other)
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("بن علي حسن", "بن علي حسين"),
        ("بن علي كريم", "بن علي كريمة"),
        ("بن علي سعاد", "بن علي أسعد"),
        ("BEN ALI Hassan", "BEN ALI Hocine"),
        ("BEN ALI Karim", "BEN ALI Karima"),
        ("BEN ALI", "بن علي كريم"),
        ("", ""),
    ],
)
def test_brothers_and_sisters_are_not_one(one: str, other: str) -> None:
    assert not same_name(one, other)


@pytest.mark.skipif(not SAMPLES.exists(), reason="the sample files are not there")
@pytest.mark.parametrize("file", ["roster-batna.xlsx", "roster-constantine.csv", "roster-tipaza.xlsx"])
def test_the_twins_of_the_sample_files_are_found_and_no_others(file: str) -> None:
    people = _people(file)
    for names in ("arabic", "latin"):
        for one, other in itertools.combinations(people, 2):
            same = one["birth"] == other["birth"] and name_key(one[names]) == name_key(other[names])
            assert same == (one["card"] == other["card"]), (one, other)


def _people(file: str) -> list[dict[str, str]]:
    """Everybody with a name and a birth; the planted twins bear the card number of the person they repeat."""
    if file.endswith(".csv"):
        rows = list(csv.reader((SAMPLES / file).read_text(encoding="windows-1256").splitlines(), delimiter=";"))
    else:
        rows = CalamineWorkbook.from_path(SAMPLES / file).get_sheet_by_index(0).to_python()
    return [person for row in rows if (person := _person(row))]


def _person(row: list[object]) -> dict[str, str] | None:
    arabic, latin, born, card = ((1, 2), (3, 4), 6, 13) if len(row) == 15 else ((2,), (1,), 4, 11)
    try:
        birth = str(to_birth(row[born]))
    except ValueError:
        return None
    names = {
        name: " ".join(str(row[place]) for place in places) for name, places in [("arabic", arabic), ("latin", latin)]
    }
    return {**names, "birth": birth, "card": str(row[card])} if names["arabic"].strip() else None
