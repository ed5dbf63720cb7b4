"""How clerks write one name in other ways, to judge the search by: their habits, and nothing of its own rules."""

import random
import re
from collections.abc import Mapping

LATIN: Mapping[str, tuple[str, ...]] = {
    # u, o and w
    r"(?<=[^aeiou\W])ou(?=[^aeiouy])": ("u", "o", "oo"),
    r"ou(?=[aei])": ("w",),
    r"w": ("ou",),
    r"(?<=[^aeioug\W])u(?=[^aeiouy\W])": ("ou", "o"),
    r"(?<!i)o(?![uiö])": ("ou", "u", "ö"),
    # consonants that two letters or one may stand for
    r"(?<!t)ch": ("sh",),
    r"sh": ("ch",),
    r"dj": ("j",),
    r"(?<!d)j": ("dj",),
    r"dj(?=[ei])": ("g",),
    r"gu(?=[ei])": ("g", "k"),
    r"kh": ("k",),
    r"gh": ("r", "g"),
    r"\br(?=[aeo])": ("gh",),
    r"th": ("t",),
    r"t(?![th-])": ("th",),
    r"dh": ("d",),
    r"k(?![hei])|q": ("q", "c", "k"),
    r"k(?=[ei])": ("q", "qu"),
    r"\bc(?=[ao])": ("k", "q"),
    r"g(?=[ao])": ("k", "q"),
    r"ph": ("f",),
    r"f": ("ph",),
    # doubled letters
    r"([bdfklmnrtz])\1": (r"\1",),
    r"(?<=[aeiou])([bdlmnrt])(?=[aeiou])": (r"\1\1",),
    r"ss": ("s", "c", "ç"),
    r"(?<=[aeiou])s(?=[aeiou])": ("ss",),
    r"c(?=[ei])": ("s", "ss"),
    # vowels
    r"(?<=[^aeiou\W])e(?=[^aeiouy\W])": ("a", "i", "é"),
    r"(?<=[^aeiou\W])a(?=[^aeiouy\W])": ("e",),
    r"(?<=[^aeiou\W])i(?=[^aeiouy\W])": ("e", "y"),
    r"ai|aï": ("ei", "ay", "aï"),
    r"ei": ("ai", "ey"),
    r"aou": ("aw", "au", "ao"),
    r"ia\b": ("iya", "ya", "iah"),
    r"y(?=[aeiou])": ("i",),
    r"i(?=[aou])": ("y",),
    r"aa": ("a", "â", "a'"),
    r"\ba(?=[^aeiouy\W])": ("aa", "â", "'a"),
    # the end
    r"a\b": ("ah", "e"),
    r"(?<=an)e\b|(?<=in)e\b|(?<=el)e\b": ("",),
    r"(?<=[ai]n)\b|(?<=[ai]m)\b": ("e",),
    # the parts of names
    r"\bben *": ("ben ", "ben", "bin ", "ibn "),
    r"\bbou *(?=[^aeiou\W])": ("bou ", "bou", "abou ", "bu"),
    r"\bbel(?=[^aeioul\W])": ("bel ", "ben el ", "bel"),
    r"\b(?:el|al)[ -]": ("el", "al ", "el-", ""),
    r"\b(?:ait|aït) *": ("ait ", "aït ", "ait-"),
    r"\bould *": ("ould ", "ouled "),
    r"\babdel *": ("abd el ", "abdel ", "abd-el-", "abdul", "abd al "),
    r"\babder *(?=r)": ("abd er ", "abder ", "abd el "),
    r"(?<=\w) ?e?ddine?\b": (" eddine", "edine", " eddin", " el dine"),
    r"\boum *(?=[^aeiou\W])": ("oum ", "oum", "om "),
}
"""What a clerk finds in a name in Latin letters, and what another writes for it."""
ARABIC: Mapping[str, tuple[str, ...]] = {
    "[أإآ]": ("ا",),
    r"(?<!\S)ا(?!ل)": ("أ", "إ"),
    r"ة(?!\S)": ("ه",),
    r"ه(?!\S)": ("ة",),
    r"ى(?!\S)": ("ي",),
    r"ي(?!\S)": ("ى",),
    "ئ": ("ي",),
    "ؤ": ("و",),
    "ء": ("",),
    r"(?<!\S)بن *": ("بن", "بن ", "ابن "),
    r"(?<!\S)بو *": ("بو", "بو ", "ابو "),
    r"(?<!\S)عبد *": ("عبد", "عبد "),
    r"(?<!\S)ال(?!له)": ("ال ", ""),
    r"(?<!\S)آيت *": ("ايت ", "آيت "),
    r"(?<=[سصمنك])(?=\w)": ("ـ", "َ", "ِ", "ّ"),
    "ق": ("ڨ",),
    "رحمان": ("رحمن",),
}
"""The same for Arabic letters."""
MOST_HABITS = 3


class Clerk:
    """Writes names in other ways than they were given, each time with one to three of the habits that apply."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed)

    def other(self, family: str, given: str) -> str:
        """The whole name in another spelling; its parts may come in either order."""
        parts = [self._written(family), self._written(given)]
        if self._chance.random() < 0.3:
            parts.reverse()
        text = " ".join(filter(None, parts))
        return self._chance.choice((text, text.title(), text.upper()))

    def _written(self, name: str) -> str:
        text = name.lower()
        known = ARABIC if any("\u0600" <= letter <= "\u06ff" for letter in text) else LATIN
        for _time in range(self._chance.randint(1, MOST_HABITS)):
            at_hand = [form for form in known if re.search(form, text)]
            if at_hand:
                form = self._chance.choice(at_hand)
                text = re.sub(form, self._chance.choice(known[form]), text, count=self._chance.choice((1, 0)))
        return " ".join(text.split())
