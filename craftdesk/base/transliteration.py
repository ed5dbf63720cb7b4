"""How a name that nobody has spelt yet is likely written in the other script, by the French ear of Algerian offices.

Short vowels are not written in Arabic and consonants are told apart in Arabic alone, so what comes out is a guess: it
is shown as one until somebody has looked at it. Names that are known come from lists; see the roster's guesses.
"""

import re
from functools import lru_cache

from craftdesk.base.folding import fold

_Changes = tuple[tuple[re.Pattern[str], str], ...]


def _changes(*pairs: tuple[str, str]) -> _Changes:
    return tuple((re.compile(form), letters) for form, letters in pairs)


def _in_words(text: str) -> list[str]:
    return text.split()


def _paired(text: str) -> dict[str, str]:
    """ "Ben بن, Bou بو": what is written and how the other script writes it."""
    return dict(pair.split() for pair in text.split(","))


_TASHKEEL = re.compile("[\u064b-\u065f\u0670ـ]")
_CONSONANTS = dict(
    zip(
        "بتثجحخدذرزسشصضطظغفقكلمنهڨڤپچ",
        _in_words("b t t dj h kh d d r z s ch s d t d gh f k k l m n h g v p tch"),
        strict=True,
    )
)
# What stands for a vowel wherever it is met, and what reads as one beside consonants alone.
_VOWELS = dict.fromkeys("اأآىةع", "a") | {"إ": "i", "ؤ": "ou", "ئ": "i", "ء": ""}
_WEAK = {"و": ("ou", "w"), "ي": ("i", "y")}
_LATIN_WORDS = _paired(
    "بن Ben, ابن Ben, بو Bou, أبو Bou, بل Bel, عبد Abd, آيت Ait, أيت Ait, أولاد Ouled, ولد Ould, سي Si, "
    "سيدي Sidi, أم Oum, الله Allah, الدين Eddine"
)
_SUN = "تثدذرزسشصضطظلن"
_AFTERWARDS = _changes(
    (r"aa+", "aa"),
    (r"(?<=[aeiou])s(?=[ei])", "c"),
    (r"(?<=[aeiou])s(?=[aou])", "ss"),
    (r"aai", "ai"),
    (r"(?<=a)n$|(?<=i)n$", "ne"),
    (r"ii+", "i"),
    (r"ouou", "ou"),
)


def to_latin(name: str) -> str:
    """A name in Arabic letters as it is likely written in Latin ones: بوجلال is Boudjlal, سمير is Samir."""
    made: list[str] = []
    for word in _TASHKEEL.sub("", name).split():
        if made and made[-1] == "Abd" and word.startswith("ال"):
            made[-1] = f"Abd{_articled(word[2:], 'e').lower()}"
        else:
            made.append(_latin_word(word))
    return " ".join(filter(None, made))


@lru_cache(2000)
def _latin_word(word: str) -> str:
    if word in _LATIN_WORDS:
        return _LATIN_WORDS[word]
    for prefix, latin in (("عبدال", "Abd"), ("بن", "Ben"), ("بو", "Bou"), ("بل", "Bel")):
        if word.startswith(prefix) and len(word) > len(prefix) + 2:
            rest = word[len(prefix) :]
            return latin + (_articled(rest, "e") if prefix == "عبدال" else _spoken(rest)).lower()
    if word.startswith("ال") and len(word) > 4:
        return f"El {_spoken(word[2:]).capitalize()}"
    return _spoken(word).capitalize()


def _articled(word: str, vowel: str) -> str:
    """The article as it is heard: Abdelkader, but Abderrahmane."""
    spoken = _spoken(word)
    return f"{vowel}{spoken[0] if word[:1] in _SUN else 'l'}{spoken}"


def _spoken(word: str) -> str:
    sounds = _sounds(word)
    text = "".join(_voiced(sounds))
    for form, letters in _AFTERWARDS:
        text = form.sub(letters, text)
    return text


def _sounds(word: str) -> list[str]:
    """The sounds that are written; و and ي are consonants before a vowel or at the head."""
    found: list[str] = []
    for place, letter in enumerate(word):
        following = word[place + 1 : place + 2]
        if letter in _WEAK:
            vowel, consonant = _WEAK[letter]
            leads = place == 0 or (following in "اأى" and following and not (found and _is_consonant(found[-1])))
            found.append(consonant if leads else vowel)
        elif letter == "ه" and place == len(word) - 1 and found and not _is_consonant(found[-1]):
            continue
        else:
            found.append(_VOWELS.get(letter, _CONSONANTS.get(letter, "")))
    return [sound for sound in found if sound]


def _is_consonant(sound: str) -> bool:
    return sound[0] not in "aeiou"


def _voiced(sounds: list[str]) -> list[str]:
    """The short vowels put in where so many consonants meet that nobody can say them."""
    made: list[str] = []
    run = 0
    for place, sound in enumerate(sounds):
        run = run + 1 if _is_consonant(sound) else 0
        rest = sounds[place + 1 :]
        if run == 2 and len(made) == 1:
            made.append("a")
            run = 1
        elif run == 2 and not rest:
            made.append("e")
        elif run == 3:
            made.append("e")
            run = 1
        made.append(sound)
    return made


_ARABIC_WORDS = _paired(
    "ben بن, bin بن, bou بو, bel بل, abd عبد, ait آيت, ouled أولاد, ould ولد, si سي, sidi سيدي, oum أم, "
    "allah الله, eddine الدين, el ال, al ال"
)
_ARABIC_TOKENS = _paired(
    "tch تش, dj ج, ch ش, sh ش, kh خ, gh غ, ph ف, th ث, dh ذ, qu ق, ou و, ai اي, ei ي, ee ي, oo و, b ب, d د, "
    "f ف, g ق, h ح, j ج, k ك, l ل, m م, n ن, p ب, q ق, r ر, s س, t ت, v ف, w و, x كس, y ي, z ز, a ا, i ي, "
    "o و, u و"
) | {"e": ""}
_TOKEN = re.compile("|".join(sorted(_ARABIC_TOKENS, key=len, reverse=True)))
_C = "(?:dj|[ckgst]h|[b-df-hj-np-tv-zه])"
# What Latin vowels stand for: a short vowel for nothing (|, so that no two letters meet that were not one sound), an a
# at the head often for ع, the last one of a name for ة.
_BEFORE_ARABIC = _changes(
    (r"([b-df-hj-np-tv-z])\1+", r"\1"),
    (r"(?<=[iy])c(?=a)|c(?=[eiy])", "s"),
    (r"c(?!h)", "k"),
    (r"(?<=[^aeiou])e$|(?<=in)e$|(?<=an)e$", ""),
    (r"^[ao]i(?=s)", "عي"),
    (r"^(?:aa?(?=[b-df-hj-np-tv-z]{2}|[lmdz][ei])|o(?=[mtkq]))", "ع"),
    (r"^as(?=i)", "آس"),
    (r"^i", "إ"),
    (r"^[aeo]", "أ"),
    (r"aa(?=$)", "اء"),
    (r"aa", "عا"),
    (r"(?<=i)h(?=[ae])|(?<=ou)h(?=[ae])|^h(?=[i])|h(?=ou?d)", "ه"),
    (rf"(^{_C})i({_C})[ae](?={_C}$)", r"\1|\2ا"),
    (rf"(^{_C})i(?={_C}a$|{_C}{_C})", r"\1|"),
    (rf"(?<=[b-df-hj-np-tv-z])a(?=(?!dj|ch|kh|gh|sh|th){_C}{_C}[aeiou])", "|"),
    (rf"(^{_C})[ao](?={_C}(?:i(?!a$)|ou|a[b-df-hj-np-tv-z]))", r"\1|"),
    (rf"(?<=[b-df-hj-np-tv-z])o(?={_C})(?!.*ou$)", "|"),
    (rf"(^{_C})ou(?={_C}(?:a{_C}$|i))", r"\1|"),
    (r"(?<=[b-df-hj-np-tv-z])ai(?=[b-df-hj-np-tv-z]$)", "ي"),
    (r"(?<=[b-df-hj-np-tv-z])ay(?=[b-df-hj-np-tv-z])", "ي"),
    (r"([iy])a$", r"\1ة"),
    (r"(?<=[^aeiou])a$", "ة"),
)


def to_arabic(name: str) -> str:
    """A name in Latin letters as it is likely written in Arabic: Boudjellal is بوجلال, Karim is كريم."""
    made: list[str] = []
    for word in fold(name).split():
        arabic = _arabic_word(word)
        if made and made[-1] == "ال":
            made[-1] += arabic
        else:
            made.append(arabic)
    return " ".join(filter(None, made))


@lru_cache(2000)
def _arabic_word(word: str) -> str:
    if word in _ARABIC_WORDS:
        return _ARABIC_WORDS[word]
    abd = re.fullmatch(r"abd[aeu]([a-z])(.+)", word)
    if abd:
        return f"عبد ال{_written(abd[2] if abd[1] in ('l', abd[2][0]) else abd[1] + abd[2])}"
    for prefix, arabic in (("ben", "بن "), ("bou", "بو"), ("bel", "بل")):
        if word.startswith(prefix) and len(word) > len(prefix) + 2:
            return arabic + _written(word[len(prefix) :])
    return _written(word)


def _written(word: str) -> str:
    for form, letters in _BEFORE_ARABIC:
        word = form.sub(letters, word)
    return _TOKEN.sub(lambda found: _ARABIC_TOKENS[found.group()], word).replace("|", "")
