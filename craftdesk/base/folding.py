"""Text in either script brought to one form, so that every way of writing it is found."""

import unicodedata

# What the clerks of one office write for one letter. ڨ and ڤ are the Algerian g of ڨالمة, written ق by others.
_ONE_LETTER = str.maketrans("أإآٱةىیېؤئکگھہپڨڤ", "اااا" + "ه" + "ييي" + "وي" + "كك" + "هه" + "بقق")
_SILENT = frozenset("ء'’‘ʼ`´ـ")


class _Folding(dict[int, str]):
    """What each letter becomes, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        folded = self[code] = "".join(map(_plain, unicodedata.normalize("NFKD", chr(code).casefold())))
        return folded


def _plain(letter: str) -> str:
    letter = letter.translate(_ONE_LETTER)
    if letter in _SILENT or unicodedata.category(letter) in ("Mn", "Cf"):
        return ""
    if letter.isdigit():
        return str(unicodedata.digit(letter))
    return letter.casefold() if letter.isalnum() else " "


_FOLDING = _Folding()


def fold(text: str) -> str:
    """The one normal form: no case, accents, tashkeel, tatweel or hamza, ة as ه, ى as ي, Latin digits, one space."""
    return " ".join(text.translate(_FOLDING).split())


def words(text: str) -> list[str]:
    """The folded words of a text."""
    return text.translate(_FOLDING).split()
