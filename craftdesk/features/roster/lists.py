"""The office's own lists, against which the cells of a file are looked up: communes, activities, choices."""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from rapidfuzz import fuzz, process
from sqlalchemy import select

from craftdesk.base.fields import Kind
from craftdesk.base.i18n import LANGUAGES, _, speaking
from craftdesk.base.names import fold
from craftdesk.base.numbers import latin_digits
from craftdesk.data.model import fields_of
from craftdesk.data.session import Session
from craftdesk.features.office import reads as office
from craftdesk.features.office.models import Activity, Belonging, Chamber, Commune
from craftdesk.features.roster.models import Artisan, Form, Metal, Premises, Rank, Sex, Status, TaxRegime

# What offices write in a column of choices, beside the labels in the three languages and the stored values.
_SPELLINGS: Mapping[str, Mapping[str, str]] = {
    "sex": {
        **dict.fromkeys(("ذكر", "ذ", "رجل", "h", "homme", "masculin", "mr", "m."), Sex.MALE),
        **dict.fromkeys(("أنثى", "أ", "إ", "امرأة", "femme", "féminin", "mme", "mlle"), Sex.FEMALE),
    },
    "form": {
        **dict.fromkeys(("فردي", "individuel", "individuelle"), Form.INDIVIDUAL),
        **dict.fromkeys(("تعاونية", "coopérative"), Form.COOPERATIVE),
        **dict.fromkeys(("مقاولة", "entreprise"), Form.ENTERPRISE),
    },
    "rank": {
        **dict.fromkeys(("حرفي", "حرفية", "artisan", "artisane"), Rank.ARTISAN),
        **dict.fromkeys(("حرفي معلم", "حرفية معلمة", "معلم", "maître", "maître artisan"), Rank.MASTER),
        **dict.fromkeys(("متمهن", "apprenti"), Rank.APPRENTICE),
        **dict.fromkeys(("صانع", "compagnon", "ouvrier"), Rank.JOURNEYMAN),
    },
    "premises": {
        **dict.fromkeys(("مستقر", "sédentaire", "محل"), Premises.FIXED),
        **dict.fromkeys(("متنقل", "ambulant"), Premises.AMBULANT),
        **dict.fromkeys(("معرضي", "forain"), Premises.FAIRGROUND),
        **dict.fromkeys(("المنزل", "في المنزل", "domicile", "à domicile"), Premises.HOME),
    },
    "status": {
        **dict.fromkeys(("مسجل", "نشط", "ناشط", "actif", "inscrit", "en activité"), Status.REGISTERED),
        **dict.fromkeys(("مشطوب", "شطب", "radié", "radiation"), Status.STRUCK_OFF),
        **dict.fromkeys(("طلب", "قيد الدراسة", "demande", "en cours"), Status.REQUESTED),
    },
    "metal": {
        **dict.fromkeys(("فضة", "الفضة", "argent"), Metal.SILVER),
        **dict.fromkeys(("ذهب", "الذهب", "or", "platine"), Metal.GOLD),
        **dict.fromkeys(("aucun", "sans"), Metal.NONE),
    },
    "tax_regime": {
        **dict.fromkeys(("ifu", "جزافي", "forfait", "forfaitaire"), TaxRegime.FLAT),
        **dict.fromkeys(("حقيقي", "النظام الحقيقي", "réel"), TaxRegime.REAL),
        **dict.fromkeys(("معفى", "إعفاء", "exonéré"), TaxRegime.EXEMPT),
    },
}
_CODE = re.compile(r"\d{4}")
_ACTIVITY_DIGITS = 7
_NEAR = 78


class Lists:
    """Communes and activities by every way of writing them, read from the office once for a file."""

    def __init__(self, session: Session) -> None:
        self._activities = office.activity_index(session)
        columns = (Commune.id, Commune.name_ar, Commune.name_fr, Commune.folded)
        every = session.execute(select(*columns).order_by(Commune.id))
        self._commune_names = {row.id: row for row in every}
        self._communes = _by_spelling(self._commune_names.values())
        self._activity_names = {
            row.id: row
            for row in session.execute(select(Activity.id, Activity.code, Activity.name_ar, Activity.name_fr))
        }
        here = select(Belonging.commune_id).join(Chamber, Chamber.wilaya_id == Belonging.wilaya_id)
        self._near = frozenset(session.scalars(here))
        self.has_activities = bool(self._activities)

    def communes_of(self, text: str) -> list[str]:
        """The communes of this name or code: the one of the office's wilaya, or all of the country's."""
        code = latin_digits(text)
        if _CODE.fullmatch(code):
            return [code] if code in self._commune_names else []
        folded = fold(text)
        keys = self._communes.get(folded) or self._communes.get(folded.replace(" ", "")) or []
        here = [key for key in keys if key in self._near]
        return here if len(here) == 1 else keys

    def near_commune(self, text: str) -> str:
        """The commune of the office's wilaya whose name comes nearest, as it is written there; or nothing."""
        folded = fold(text).replace(" ", "")
        names = {spelling: key for spelling, keys in self._communes.items() for key in keys if key in self._near}
        found = process.extractOne(folded, names.keys(), scorer=fuzz.ratio, score_cutoff=_NEAR)
        if found is None:
            return ""
        return self.commune_name(names[found[0]], fold(text)[:1] >= "\u0600")

    def activity_of(self, text: str) -> str | None:
        """The activity of this code (a spreadsheet may have taken its first zero) or name."""
        code = "".join(letter for letter in latin_digits(text) if letter.isdigit())
        for spelling in (code, code.zfill(_ACTIVITY_DIGITS) if code else "", fold(text)):
            if spelling and spelling in self._activities:
                return self._activities[spelling]
        return None

    def commune_name(self, key: str, arabic: bool) -> str:
        row = self._commune_names.get(key)
        return "" if row is None else str(row.name_ar if arabic else row.name_fr)

    def activity_name(self, key: str, arabic: bool) -> str:
        row = self._activity_names.get(key)
        return "" if row is None else str((row.name_ar if arabic else row.name_fr) or row.name_ar or row.name_fr)


def _by_spelling(communes: Iterable[Any]) -> dict[str, list[str]]:
    """The communes of every spelling, with and without its spaces."""
    found: dict[str, list[str]] = {}
    for commune in communes:
        spellings = [part.strip() for part in commune.folded.split("|")]
        for spelling in dict.fromkeys((*spellings, *(each.replace(" ", "") for each in spellings))):
            if spelling:
                found.setdefault(spelling, []).append(commune.id)
    return found


@cache
def choices_of(name: str) -> Mapping[str, Any]:
    """Every way of writing the choices of a column, folded, with the stored value."""
    field = fields_of(Artisan)[name]
    if field.kind is not Kind.CHOICE:
        return {}
    found: dict[str, Any] = {}
    for value, label in field.choices.items():
        found.update(dict.fromkeys((fold(value), *_labels(label)), value))
    return found | {fold(spelling): value for spelling, value in _SPELLINGS.get(name, {}).items()}


def _labels(label: str) -> list[str]:
    spellings = []
    for code in LANGUAGES:
        with speaking(code):
            spellings.append(fold(_(label)))
    return spellings
