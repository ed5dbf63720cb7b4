"""Numbers, amounts and counts in words, for papers: "مائتان وأربعون ألف دينار جزائري", "ثلاثة (03) أيام"."""

from collections.abc import Sequence
from dataclasses import dataclass

from craftdesk.base import words_ar, words_en, words_fr
from craftdesk.base.i18n import _, ngettext
from craftdesk.base.i18n import language as spoken
from craftdesk.base.words_ar import ArabicNoun, Manner

LARGEST = 10**18
NAMED = 5
"""So many names stand in a sentence before the others are counted."""


@dataclass(frozen=True)
class Noun:
    """What is counted, by its forms: in Arabic `ArabicNoun`, in French and English one and many."""

    arabic: ArabicNoun
    french: tuple[str, str]
    english: tuple[str, str]
    french_feminine: bool = False


DAY = Noun(ArabicNoun("يوم", "يومان", "أيام", "يوما"), ("jour", "jours"), ("day", "days"))
HALF_DAY = Noun(
    ArabicNoun("نصف يوم", "نصفا يوم", "أنصاف أيام", "نصف يوم"),
    ("demi-journée", "demi-journées"),
    ("half-day", "half-days"),
    french_feminine=True,
)
HOUR = Noun(
    ArabicNoun("ساعة", "ساعتان", "ساعات", "ساعة", feminine=True),
    ("heure", "heures"),
    ("hour", "hours"),
    french_feminine=True,
)
MONTH = Noun(ArabicNoun("شهر", "شهران", "أشهر", "شهرا"), ("mois", "mois"), ("month", "months"))
YEAR = Noun(ArabicNoun("سنة", "سنتان", "سنوات", "سنة", feminine=True), ("an", "ans"), ("year", "years"))
PARTICIPANT = Noun(
    ArabicNoun("مشارك", "مشاركان", "مشاركين", "مشاركا"),
    ("participant", "participants"),
    ("participant", "participants"),
)
DINAR = Noun(
    ArabicNoun("دينار جزائري", "ديناران جزائريان", "دنانير جزائرية", "دينارا جزائريا"),
    ("dinar algérien", "dinars algériens"),
    ("Algerian dinar", "Algerian dinars"),
)
CENTIME = Noun(ArabicNoun("سنتيم", "سنتيمان", "سنتيمات", "سنتيما"), ("centime", "centimes"), ("centime", "centimes"))

_MINUS = {"ar": "ناقص", "fr": "moins", "en": "minus"}
_AND = {"ar": " و", "fr": " et ", "en": " and "}


def listed(names: Sequence[str], most: int = NAMED) -> str:
    """Names in a sentence, and how many others: "Ali, Kenza and 3 others"."""
    first, others = _(", ").join(names[:most]), len(names) - most
    if others <= 0:
        return first
    return ngettext("{names} and {count} other", "{names} and {count} others", others).format(names=first, count=others)


def number_in_words(value: int, language: str | None = None, gender: str = "m") -> str:
    """A number alone; `gender` ("m", "f") is that of the noun which the reader thinks of."""
    code = _language_for(value, language)
    if value < 0:
        return f"{_MINUS[code]} {number_in_words(-value, code, gender)}"
    if code == "ar":
        return words_ar.number(value, Manner(feminine=gender == "f"))
    return words_fr.number(value, gender == "f") if code == "fr" else words_en.number(value)


def dinars_in_words(centimes: int, language: str | None = None) -> str:
    """An amount: "deux cent quarante mille dinars algériens et cinquante centimes"."""
    code = _language_for(centimes, language)
    if centimes < 0:
        return f"{_MINUS[code]} {dinars_in_words(-centimes, code)}"
    dinars, rest = divmod(centimes, 100)
    pieces = [_counted(dinars, DINAR, code)] if dinars or not rest else []
    if rest:
        pieces.append(_counted(rest, CENTIME, code))
    return _AND[code].join(pieces)


def count_in_words(value: int, noun: Noun, language: str | None = None, oblique: bool = False) -> str:
    """A count in the style of offices: "يومان (02)", "ثلاثة (03) أيام", "trois (03) jours".

    `oblique` is the Arabic after a preposition: لمدة يومين (02).
    """
    if value < 0:
        raise ValueError(f"{value} is no count")
    return _counted(value, noun, _language_for(value, language), f"({value:02})", oblique)


def _counted(value: int, noun: Noun, code: str, digits: str = "", oblique: bool = False) -> str:
    if code == "ar":
        return words_ar.counted(value, noun.arabic, digits, oblique)
    if code == "fr":
        return words_fr.counted(value, *noun.french, digits, noun.french_feminine)
    return words_en.counted(value, *noun.english, digits)


def _language_for(value: int, language: str | None) -> str:
    if abs(value) >= LARGEST:
        raise ValueError(f"{value} is too large for words")
    return language or spoken()
