"""Arabic numbers in words, as Algerian papers write amounts: nominative, scales up to ملايير, no tanwin signs."""

import re
from dataclasses import dataclass

_UNITS = ("", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة")
_UNITS_FEMININE = ("", "واحدة", "اثنتان", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع", "عشر")
_TENS = ("", "", "عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون")
_HUNDREDS = ("", "مائة", "مائتان", *(f"{word}مائة" for word in ("ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع")))


@dataclass(frozen=True)
class ArabicNoun:
    """The forms in which numbers ask for a noun: يوم، يومان، أيام، يوما; its adjective, if any, comes with each."""

    one: str
    two: str
    few: str
    many: str
    feminine: bool = False

    @property
    def single(self) -> str:
        """One of it, when the number is told with it: يوم واحد."""
        return f"{self.one} {_UNITS_FEMININE[1] if self.feminine else _UNITS[1]}"


@dataclass(frozen=True)
class Manner:
    """How a numeral stands in its sentence: before a feminine noun, right before a noun, after a preposition."""

    feminine: bool = False
    construct: bool = False
    oblique: bool = False

    def dual(self, word: str) -> str:
        """مائتان, مائتين; before its noun مائتا, مائتي."""
        stem = word.removesuffix("ان")
        return stem + ("ي" if self.oblique else "ا") + ("" if self.construct else "ن")

    def tens(self, word: str) -> str:
        return word.removesuffix("ون") + "ين" if self.oblique else word


_SCALES = (
    (10**9, ArabicNoun("مليار", "ملياران", "ملايير", "مليارا")),
    (10**6, ArabicNoun("مليون", "مليونان", "ملايين", "مليونا")),
    (10**3, ArabicNoun("ألف", "ألفان", "آلاف", "ألفا")),
)


def number(value: int, manner: Manner = Manner()) -> str:
    """A number without its noun: مائتان وأربعون ألفا."""
    if not value:
        return "صفر"
    pieces: list[str] = []
    for size, noun in _SCALES:
        count, value = divmod(value, size)
        if count:
            pieces.append(
                _scaled(count, noun, Manner(construct=manner.construct and not value, oblique=manner.oblique))
            )
    if value:
        pieces.append(_below_thousand(value, manner))
    return " و".join(pieces)


def _scaled(count: int, noun: ArabicNoun, manner: Manner) -> str:
    """Thousands, millions and milliards are counted like any noun, but for "a hundred and one thousand"."""
    if count == 1:
        return noun.one
    if count == 2:
        return manner.dual(noun.two)
    form = noun.one if manner.construct and noun_form(count, noun) == noun.many else noun_form(count, noun)
    return f"{number(count, Manner(construct=True, oblique=manner.oblique))} {form}"


def noun_form(count: int, noun: ArabicNoun) -> str:
    """What follows a number's last two digits: أيام after 3 to 10, يوما after 11 to 99, يوم after hundreds."""
    last = count % 100
    if 3 <= last <= 10:
        return noun.few
    return noun.many if last > 10 else noun.one


def _below_thousand(value: int, manner: Manner) -> str:
    hundreds, rest = divmod(value, 100)
    pieces = [_HUNDREDS[hundreds]] if hundreds else []
    if hundreds == 2:
        pieces = [Manner(construct=manner.construct and not rest, oblique=manner.oblique).dual(_HUNDREDS[2])]
    if rest:
        pieces.append(_below_hundred(rest, manner))
    return " و".join(pieces)


def _below_hundred(value: int, manner: Manner) -> str:
    if value <= 10:
        return _unit(value, manner)
    if value < 20:
        return _teen(value - 10, manner)
    tens, unit = divmod(value, 10)
    word = manner.tens(_TENS[tens])
    return f"{_unit(unit, Manner(manner.feminine, oblique=manner.oblique), joined=True)} و{word}" if unit else word


def _unit(value: int, manner: Manner, joined: bool = False) -> str:
    word = (_UNITS_FEMININE if manner.feminine else _UNITS)[value]
    if value == 2:
        return Manner(oblique=manner.oblique).dual(word)
    if value == 8 and manner.feminine and manner.construct:
        return f"{word}ي"
    return "إحدى" if joined and value == 1 and manner.feminine else word


def _teen(unit: int, manner: Manner) -> str:
    ten = "عشرة" if manner.feminine else "عشر"
    if unit == 1:
        return f"إحدى {ten}" if manner.feminine else f"أحد {ten}"
    if unit == 2:
        return f"{Manner(construct=True, oblique=manner.oblique).dual(_unit(2, Manner(manner.feminine)))} {ten}"
    return f"{_unit(unit, Manner(manner.feminine, construct=True))} {ten}"


def counted(value: int, noun: ArabicNoun, digits: str = "", oblique: bool = False) -> str:
    """A number with its noun, and between them, if given, its digits: "ثلاثة (03) أيام", "مائة ويومان (102)"."""
    mark = f" {digits}" if digits else ""
    more, last = value - value % 100, value % 100
    if last in (1, 2):
        before = f"{number(more, Manner(oblique=oblique))} و" if more else ""
        return f"{before}{noun.single if last == 1 else _dual_phrase(noun.two, oblique)}{mark}"
    return f"{number(value, Manner(noun.feminine, construct=True, oblique=oblique))}{mark} {noun_form(value, noun)}"


def _dual_phrase(phrase: str, oblique: bool) -> str:
    """The dual of a noun and what belongs to it: دينارين جزائريين for ديناران جزائريان, نصفي يوم for نصفا يوم."""
    return re.sub(r"ا(ن?)(?= |$)", r"ي\1", phrase) if oblique else phrase
