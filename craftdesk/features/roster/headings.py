"""Finding the line of headings in a list, and what each of its columns holds.

A column of a file is taken for a target: a column of the artisan, or one of `JOINT`, which several columns of the
artisan share. Headings are compared folded, so that case, accents, hamza and points do not matter.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from hashlib import blake2b

from rapidfuzz import fuzz, process

from craftdesk.base.fields import Kind
from craftdesk.base.i18n import N_
from craftdesk.base.names import fold
from craftdesk.data.model import fields_of
from craftdesk.features.roster.measuring import Span
from craftdesk.features.roster.models import Artisan
from craftdesk.features.roster.reading import Cell, Line
from craftdesk.features.roster.two_lines import beneath, ways

NAMES_AR, NAMES_LA = "names_ar", "names_la"
GIVEN_FIRST_AR, GIVEN_FIRST_LA = "given_first_ar", "given_first_la"
ACTIVITY_CODE, ACTIVITY_NAME = "activity_code", "activity_name"
WILAYA, COUNTER = "wilaya", "counter"

JOINT: Mapping[str, str] = {
    NAMES_AR: N_("Family name and given name"),
    GIVEN_FIRST_AR: N_("Given name and family name"),
    NAMES_LA: N_("Family name and given name in Latin letters"),
    GIVEN_FIRST_LA: N_("Given name and family name in Latin letters"),
    ACTIVITY_CODE: N_("Activity code"),
    ACTIVITY_NAME: N_("Name of the activity"),
    WILAYA: N_("Wilaya"),
    COUNTER: N_("Number of the line"),
}
_OWN_HEADINGS = frozenset({"activity_id"})
NAMES = ("family_ar", "given_ar", "family_la", "given_la", *(name for name in JOINT if "_ar" in name or "_la" in name))

# Spellings met in the offices' files, beside the headings that the columns declare.
_SPELLINGS: Mapping[str, tuple[str, ...]] = {
    NAMES_AR: ("اللقب و الاسم", "لقب واسم", "لقب واسم الحرفي", "اسم ولقب الحرفي", "الحرفي", "الاسم الكامل"),
    GIVEN_FIRST_AR: ("الاسم و اللقب", "اسم ولقب"),
    NAMES_LA: ("nom et prénom", "nom et prénoms", "nom prénom", "noms et prénoms", "nom complet", "artisan"),
    GIVEN_FIRST_LA: ("prénom et nom", "prénom nom"),
    ACTIVITY_CODE: ("رمز النشاط", "رمز", "الرمز", "code activité", "code d'activité", "code de l'activité", "code"),
    ACTIVITY_NAME: (
        "النشاط",
        "تسمية النشاط",
        "الحرفة",
        "المهنة",
        "activité",
        "métier",
        "libellé activité",
        "profession",
    ),
    WILAYA: ("الولاية", "ولاية", "wilaya"),
    COUNTER: (
        "الرقم",
        "رقم",
        "الرقم التسلسلي",
        "رقم الترتيب",
        "الترقيم",
        "رت",
        "n°",
        "num",
        "n° d'ordre",
        "ordre",
        "#",
    ),
    "family_ar": ("لقب", "اللقب بالعربية", "لقب الحرفي"),
    "given_ar": ("اسم", "الاسم بالعربية", "الاسم الشخصي", "اسم الحرفي"),
    "family_la": ("nom de famille", "nom en français", "nom fr", "nom latin", "اللقب بالفرنسية", "اللقب بالأجنبية"),
    "given_la": ("prénoms", "prénom en français", "prénom fr", "الاسم بالفرنسية", "الاسم بالأجنبية"),
    "sex": ("genre", "جنس"),
    "birth_date": ("تاريخ الازدياد", "مولود في", "né le", "né(e)", "date naiss", "date naissance", "d. naissance"),
    "birth_year": ("سنة الميلاد", "année de naissance"),
    "birth_place": ("مكان الازدياد", "lieu naissance", "né à"),
    "birth_act": ("رقم عقد الميلاد", "رقم شهادة الميلاد", "n° acte de naissance"),
    "nin": ("الرقم الوطني", "الرقم التعريفي الوطني", "رقم التعريف", "numéro national", "n° nin", "n° d'identité"),
    "home_address": ("عنوان الإقامة", "العنوان الشخصي", "adresse personnelle", "adresse domicile", "domicile"),
    "home_commune_id": ("بلدية السكن", "commune de résidence", "commune résidence"),
    "activity_address": ("مكان النشاط", "adresse activité", "lieu d'activité", "adresse de l'activité"),
    "activity_commune_id": ("بلدية مقر النشاط", "commune activité", "commune de l'activité"),
    "phone": ("هاتف", "الهاتف النقال", "الجوال", "n° tél", "n° de téléphone", "mobile", "gsm", "portable"),
    "other_phone": ("هاتف آخر", "الهاتف الثابت", "fixe", "tél fixe", "téléphone fixe", "autre téléphone"),
    "register_no": (
        *("رقم القيد", "رقم التسجيل في السجل", "رقم سجل الصناعة التقليدية والحرف", "immatriculation"),
        *("n° registre", "n° du registre", "n° d'inscription", "n° immatriculation", "registre"),
    ),
    "registered_on": ("تاريخ القيد", "date inscription", "date immatriculation", "inscrit le"),
    "card_no": ("رقم البطاقة المهنية", "رقم بطاقة الحرفي", "n° de carte", "n° de la carte", "carte"),
    "card_kind": ("نوع البطاقة", "type de carte"),
    "card_issued_on": ("تاريخ إصدار البطاقة", "تاريخ الإصدار", "date de délivrance", "délivrée le"),
    "card_until": ("تاريخ انتهاء الصلاحية", "صالحة إلى غاية", "date d'expiration", "valable jusqu'au"),
    "form": ("شكل الممارسة", "شكل النشاط", "forme", "forme d'exercice"),
    "rank": ("الصفة", "الرتبة", "qualité", "grade"),
    "premises": ("نوع المقر", "طبيعة النشاط", "type de local"),
    "metal": ("المعدن", "métal"),
    "started_on": ("تاريخ بداية النشاط", "بداية النشاط", "début d'activité", "date début activité"),
    "workers": ("عدد العمال", "العمال", "ouvriers", "nombre d'ouvriers"),
    "apprentices": ("عدد المتمهنين", "المتمهنون", "apprentis", "nombre d'apprentis"),
    "qualification": ("التأهيل", "المؤهل", "الشهادة", "qualification", "diplôme"),
    "status": ("الحالة", "الوضعية", "statut", "situation", "état"),
    "nif": ("الرقم الجبائي", "رقم التعريف الضريبي", "n° fiscal", "numéro d'identification fiscale"),
    "tax_article": ("رقم المادة", "article d'imposition", "article"),
    "tax_regime": ("النظام الجبائي", "régime fiscal"),
    "tax_office": ("مفتشية الضرائب", "inspection des impôts", "cpi", "inspection"),
    "tax_collector": ("قباضة الضرائب", "recette des impôts", "recette"),
    "casnos_no": ("رقم الانتساب", "رقم الضمان الاجتماعي", "n° casnos", "casnos"),
    "casnos_since": ("تاريخ الانتساب", "date d'affiliation"),
    "remarks": ("الملاحظات", "ملاحظة", "observation", "remarques", "obs"),
}
_SECOND = {"phone": "other_phone", "home_commune_id": "activity_commune_id", "home_address": "activity_address"}
# A column of names may hold the other script than its heading, or both names under the heading of one.
_TO_LATIN = {"family_ar": "family_la", "given_ar": "given_la", NAMES_AR: NAMES_LA, GIVEN_FIRST_AR: GIVEN_FIRST_LA}
OTHER_SCRIPT = _TO_LATIN | {latin: arabic for arabic, latin in _TO_LATIN.items()}
_BOTH = {"family_ar": NAMES_AR, "given_ar": NAMES_AR, "family_la": NAMES_LA, "given_la": NAMES_LA}
_PARTNER = {"family_ar": "given_ar", "given_ar": "family_ar", "family_la": "given_la", "given_la": "family_la"}
_ARABIC = re.compile("[\u0621-\u064a]")
_LATIN = re.compile("[A-Za-zÀ-ÿ]")
_ASIDE = re.compile(r"\([^()]*\)")
_PARTS = re.compile(r"[/\n\r|]+|\s[-–]\s")
_MOST_TITLES, _FEWEST, _SAMPLE, _CLOSE = 60, 2, 60, 90


@dataclass(frozen=True)
class Columns:
    """Where the headings stand (the last line of them), their texts, and the target of each column (None: not taken).

    `said` are the lines of headings as they stand in the file, one or two. `chosen` says that the clerk chose a target.
    """

    line: int
    texts: tuple[str, ...]
    targets: tuple[str | None, ...]
    said: tuple[Line, ...] = ()
    chosen: bool = False

    def taken_for(self, column: int, target: str | None) -> "Columns":
        """These columns with another target for one; a target is given once."""
        targets = [None if target is not None and other == target else other for other in self.targets]
        targets[column] = target
        return replace(self, targets=tuple(targets), chosen=True)

    def names(self) -> list[str]:
        """What tells the columns from each other in any order: their headings, and which of several alike it is."""
        met: Counter[str] = Counter()
        found = []
        for text in self.texts:
            plain = _plain(text)
            met[plain] += 1
            found.append(f"{plain} {met[plain]}" if plain else "")
        return found

    def signature(self) -> str:
        """The same for all files with these headings, whatever their order and spelling."""
        named = sorted(name for name in self.names() if name)
        return blake2b("|".join(named).encode(), digest_size=12).hexdigest()

    def chosen_as(self, named: Mapping[str, str | None]) -> "Columns":
        """These columns as they were chosen for others with the same headings."""
        pairs = zip(self.names(), self.targets, strict=True)
        return replace(self, targets=tuple(named.get(name, target) for name, target in pairs), chosen=True)


def targets() -> Mapping[str, str]:
    """Everything that a column can be taken for, with its label."""
    own = {
        name: field.label
        for name, field in fields_of(Artisan).items()
        if field.kind not in (Kind.HIDDEN, Kind.IMAGE) and name not in _OWN_HEADINGS
    }
    return {**own, **JOINT}


@cache
def _known() -> Mapping[str, str]:
    """Every spelling, folded and without spaces, with its target."""
    fields = fields_of(Artisan)
    declared = [(text, name) for name in targets() if name in fields for text in fields[name].headings]
    more = [(text, name) for name, texts in _SPELLINGS.items() for text in texts]
    return {_plain(text): name for text, name in (*declared, *more)}


def _plain(text: str) -> str:
    return fold(text).replace(" ", "") or text.strip()


@lru_cache(20_000)
def target_of(heading: str) -> str | None:
    """What a heading means: as it stands, without what is in brackets, or one half of a heading in two languages."""
    known = _known()
    whole = _ASIDE.sub(" ", heading)
    for text in (heading, whole, *_PARTS.split(whole)):
        if target := known.get(_plain(text)):
            return target
    plain = _plain(whole)
    close = process.extractOne(plain, known.keys(), scorer=fuzz.ratio, score_cutoff=_CLOSE) if len(plain) > 5 else None
    return known[close[0]] if close else None


def columns_of(lines: Sequence[Line], spans: Sequence[Span] = ()) -> Columns | None:
    """The line with the most headings among the first ones, or two that are headings together; None without any."""
    meanings = [[_meaning(cell) for cell in line] for line in lines[:_MOST_TITLES]]
    counts = [_count(line) for line in meanings]
    if not counts:
        return None
    line = counts.index(max(counts))
    for upper in (line - 1, line):
        if 0 <= upper < len(lines) - 1 and (both := _both(lines, upper, spans, counts)):
            return both
    texts = [_text(cell) for cell in lines[line]]
    return _columns(lines, line, texts, meanings[line]) if counts[line] >= _FEWEST else None


def _count(meanings: Sequence[str | None]) -> int:
    return len({target for target in meanings if target})


def _both(lines: Sequence[Line], upper: int, spans: Sequence[Span], counts: Sequence[int]) -> Columns | None:
    """Two lines as the headings; None where they say no more than one of them, and are not in two languages."""
    texts = [[_text(cell) for cell in line] for line in lines[upper : upper + 2]]
    pairs = beneath(*texts, row=upper, spans=spans)
    meanings = [next(filter(None, map(target_of, ways(*pair))), None) for pair in pairs]
    one, other = counts[upper], counts[upper + 1] if upper + 1 < len(counts) else 0
    in_two_languages = min(one, other) >= _FEWEST and other * 2 >= sum(map(bool, texts[1]))
    more = _count(meanings) > max(one, other, _FEWEST) and not any(map(str.isdigit, "".join(texts[1])))
    if not in_two_languages and not more:
        return None
    return _columns(lines, upper, [" / ".join(dict.fromkeys(filter(None, pair))) for pair in pairs], meanings, 2)


def _columns(
    lines: Sequence[Line], first: int, texts: Sequence[str], meanings: Sequence[str | None], count: int = 1
) -> Columns:
    below = first + count
    return Columns(below - 1, tuple(texts), _settled(meanings, lines[below:]), tuple(lines[first:below]))


def _text(cell: Cell) -> str:
    return str(cell if cell is not None else "").strip()


def _meaning(cell: Cell) -> str | None:
    return target_of(cell) if isinstance(cell, str) and cell.strip() else None


def _settled(meanings: Sequence[str | None], lines: Sequence[Line]) -> tuple[str | None, ...]:
    """Each target once, names in the script that their column holds, both names where one column holds both."""
    found: list[str | None] = []
    for column, meaning in enumerate(meanings):
        target = _in_script(meaning, _sample(lines, column)) if meaning in OTHER_SCRIPT else meaning
        second = _SECOND.get(target or "")
        found.append(next((each for each in (target, second) if each not in found), None))
    return tuple(_whole_name(target, found, lines, column) for column, target in enumerate(found))


def _sample(lines: Sequence[Line], column: int) -> list[str]:
    """The first texts of a column."""
    cells = (line[column] for line in lines[: 2 * _SAMPLE] if column < len(line))
    return [cell for cell in cells if isinstance(cell, str) and cell.strip()][:_SAMPLE]


def _in_script(target: str, sample: Iterable[str]) -> str:
    scripts = Counter(
        "ar" if _ARABIC.search(text) else "la" for text in sample if _ARABIC.search(text) or _LATIN.search(text)
    )
    if not scripts:
        return target
    return target if target.endswith(scripts.most_common(1)[0][0]) else OTHER_SCRIPT[target]


def _whole_name(target: str | None, found: Sequence[str | None], lines: Sequence[Line], column: int) -> str | None:
    """ "Nom" without a "Prénom" beside it holds both, when most of its cells have two words or more."""
    if target not in _BOTH or _PARTNER[target] in found or _BOTH[target] in found:
        return target
    sample = _sample(lines, column)
    several = sum(len(text.split()) > 1 for text in sample)
    return _BOTH[target] if several * 2 > len(sample) else target
