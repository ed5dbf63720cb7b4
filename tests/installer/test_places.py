import csv
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from craftdesk.base.names import fold
from installer import places

ROOT = Path(__file__).parents[2]
PLACES = ROOT / "resources/places"
REFERENCE = ROOT.parent / "shared/data"
SAMPLES = ROOT.parent / "shared/samples"
Rows = dict[str, dict[str, str]]
needs_reference = pytest.mark.skipif(not REFERENCE.exists(), reason="the reference data are not beside the repository")


def rows(path: Path) -> Rows:
    with path.open(encoding="utf-8", newline="") as file:
        return {row["code"]: row for row in csv.DictReader(file)}


@pytest.fixture(scope="module")
def communes() -> Rows:
    return rows(PLACES / "communes.csv")


@pytest.fixture(scope="module")
def reference() -> Rows:
    return rows(REFERENCE / "communes.csv")


def spellings(commune: dict[str, str]) -> set[str]:
    others = commune["other_names"].split("|") if commune["other_names"] else []
    return {key(name) for name in (commune["name_ar"], commune["name_fr"], *others)}


def key(name: str) -> str:
    return fold(name).replace(" ", "")


def test_there_are_69_wilayas_and_1541_communes(communes: Rows):
    assert len(rows(PLACES / "wilayas.csv")) == 69
    assert len(communes) == 1541
    assert len({one["wilaya_2027"] for one in communes.values()}) == 69
    assert len({one["wilaya_2019"] for one in communes.values()}) == 58


def test_every_commune_lies_in_a_daira_and_a_daira_in_one_wilaya(communes: Rows):
    dairas = rows(PLACES / "dairas.csv")
    assert {one["daira"] for one in communes.values()} == set(dairas)
    strangers = [c["code"] for c in communes.values() if c["wilaya_2027"] != dairas[c["daira"]]["wilaya_2027"]]
    assert strangers == []


def test_a_new_wilaya_takes_its_communes_from_its_mother_alone(communes: Rows):
    mothers = {code: row["mother"] or code for code, row in rows(PLACES / "wilayas.csv").items()}
    for one in communes.values():
        moved = one["wilaya_2027"] >= "59"
        assert one["wilaya_2019"] == (mothers[one["wilaya_2027"]] if moved else one["wilaya_2027"])


def test_the_seat_of_a_wilaya_lies_in_it(communes: Rows):
    assert [
        code for code, row in rows(PLACES / "wilayas.csv").items() if communes[row["seat"]]["wilaya_2027"] != code
    ] == []


def test_names_are_tidy(communes: Rows):
    for one in communes.values():
        assert one["name_ar"] == places.tidy_arabic(one["name_ar"])
        assert one["name_fr"] == places.tidy_french(one["name_fr"])
        assert not one["name_ar"].isascii()


def test_barika_leaves_batna_in_2027(communes: Rows):
    barika = communes["0542"]
    assert (barika["name_fr"], barika["wilaya_2019"], barika["wilaya_2027"]) == ("Barika", "05", "60")


@needs_reference
def test_every_commune_lies_where_the_reference_says_in_both_cuts(communes: Rows, reference: Rows):
    assert set(communes) == set(reference)
    ours = {code: (one["wilaya_2019"], one["wilaya_2027"]) for code, one in communes.items()}
    assert ours == {code: (one["wilaya_code_2019"], one["wilaya_code"]) for code, one in reference.items()}


@needs_reference
def test_the_wilayas_have_the_names_and_mothers_of_the_reference():
    ours, theirs = rows(PLACES / "wilayas.csv"), rows(REFERENCE / "wilayas.csv")
    fields = ("name_ar", "name_fr")
    assert {code: [key(one[f]) for f in fields] for code, one in ours.items()} == {
        code: [key(one[f]) for f in fields] for code, one in theirs.items()
    }
    assert {code: one["mother"] for code, one in ours.items()} == {c: one["mother_wilaya"] for c, one in theirs.items()}


@needs_reference
def test_a_name_differs_from_the_reference_only_where_that_is_known(communes: Rows, reference: Rows):
    with (Path(__file__).parent / "other_names.csv").open(encoding="utf-8", newline="") as file:
        known = {(row["code"], row["ours"], row["reference"]) for row in csv.DictReader(file)}
    names = ((code, communes[code][f], one[f]) for code, one in reference.items() for f in ("name_ar", "name_fr"))
    assert {(code, ours, theirs) for code, ours, theirs in names if key(ours) != key(theirs)} == known


@needs_reference
def test_every_commune_is_found_by_the_names_of_the_reference(communes: Rows, reference: Rows):
    names = ((code, one[f]) for code, one in reference.items() for f in ("name_ar", "name_fr"))
    assert [(code, name) for code, name in names if key(name) not in spellings(communes[code])] == []


@needs_reference
def test_the_dairas_hold_the_communes_of_the_reference(communes: Rows, reference: Rows):
    theirs: dict[tuple[str, str], set[str]] = {}
    ours: dict[str, set[str]] = {}
    for code, one in reference.items():
        theirs.setdefault((one["wilaya_code"], one["daira"]), set()).add(code)
        ours.setdefault(communes[code]["daira"], set()).add(code)
    assert sorted(map(sorted, ours.values())) == sorted(map(sorted, theirs.values()))


def in_sample(name: str) -> list[str]:
    path = SAMPLES / name
    if path.suffix == ".csv":
        table: list[list[object]] = [list(r) for r in csv.reader(path.read_text("cp1256").splitlines(), delimiter=";")]
    else:
        table = [list(row) for row in CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()]
    start, column = next((n, row.index(h)) for n, row in enumerate(table) for h in ("البلدية", "Commune") if h in row)
    return [str(row[column]) for row in table[start + 1 :] if len(row) > column and str(row[column]).strip()]


@pytest.mark.skipif(not SAMPLES.exists(), reason="the sample files are not beside the repository")
@pytest.mark.parametrize(
    ("name", "wilaya", "unknown"),
    [("roster-batna.xlsx", "05", 7), ("roster-constantine.csv", "25", 4), ("roster-tipaza.xlsx", "42", 2)],
)
def test_the_communes_in_the_rosters_of_offices_are_found(communes: Rows, name: str, wilaya: str, unknown: int):
    known = set().union(*(spellings(one) for one in communes.values() if one["wilaya_2019"] == wilaya))
    missed = [written for written in in_sample(name) if key(written) not in known]
    assert len(missed) == unknown
    assert all("غير معروفة" in written or "inconnue" in written for written in missed)


def test_no_two_communes_of_a_wilaya_share_a_spelling(communes: Rows):
    seen: dict[tuple[str, str], str] = {}
    clashes = []
    for one in communes.values():
        for name in spellings(one):
            other = seen.setdefault((one["wilaya_2019"], name), one["code"])
            if other != one["code"]:
                clashes.append((other, one["code"], name))
    assert clashes == []


def test_sectors_are_24_in_three_domains():
    sectors = rows(ROOT / "resources/activities/sectors.csv")
    domains = [one["domain"] for one in sectors.values() if one["domain"]]
    assert [domains.count(domain) for domain in "123"] == [8, 9, 7]
    assert all(one["name_ar"] and one["name_fr"] and one["certainty"] in "ABCK" for one in sectors.values())
