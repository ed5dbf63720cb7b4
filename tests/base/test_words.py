"""Numbers in words: examples of good office style, and properties held by a reader that knows nothing of the writer."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from craftdesk.base.i18n import speaking
from craftdesk.base.words import (
    CENTIME,
    DAY,
    DINAR,
    HALF_DAY,
    HOUR,
    MONTH,
    PARTICIPANT,
    YEAR,
    Noun,
    count_in_words,
    dinars_in_words,
    number_in_words,
)

NUMBERS = st.integers(0, 10**15)
# Random numbers are seldom round, and the faults of such code lie in the round ones.
ROUND = st.builds(lambda digits, zeros: digits * 10**zeros, st.integers(0, 1_200), st.integers(0, 12))
ALL = st.one_of(NUMBERS, ROUND, st.integers(0, 2_000))
NOUNS = st.sampled_from([DAY, HOUR, HALF_DAY, MONTH, YEAR, PARTICIPANT, DINAR, CENTIME])


@pytest.mark.parametrize(
    ("dinars", "arabic", "french"),
    [
        (0, "صفر دينار جزائري", "zéro dinar algérien"),
        (1, "دينار جزائري واحد", "un dinar algérien"),
        (2, "ديناران جزائريان", "deux dinars algériens"),
        (3, "ثلاثة دنانير جزائرية", "trois dinars algériens"),
        (10, "عشرة دنانير جزائرية", "dix dinars algériens"),
        (11, "أحد عشر دينارا جزائريا", "onze dinars algériens"),
        (71, "واحد وسبعون دينارا جزائريا", "soixante et onze dinars algériens"),
        (80, "ثمانون دينارا جزائريا", "quatre-vingts dinars algériens"),
        (81, "واحد وثمانون دينارا جزائريا", "quatre-vingt-un dinars algériens"),
        (91, "واحد وتسعون دينارا جزائريا", "quatre-vingt-onze dinars algériens"),
        (99, "تسعة وتسعون دينارا جزائريا", "quatre-vingt-dix-neuf dinars algériens"),
        (100, "مائة دينار جزائري", "cent dinars algériens"),
        (101, "مائة ودينار جزائري واحد", "cent un dinars algériens"),
        (200, "مائتا دينار جزائري", "deux cents dinars algériens"),
        (205, "مائتان وخمسة دنانير جزائرية", "deux cent cinq dinars algériens"),
        (1_000, "ألف دينار جزائري", "mille dinars algériens"),
        (1_200, "ألف ومائتا دينار جزائري", "mille deux cents dinars algériens"),
        (2_000, "ألفا دينار جزائري", "deux mille dinars algériens"),
        (4_000, "أربعة آلاف دينار جزائري", "quatre mille dinars algériens"),
        (10_500, "عشرة آلاف وخمسمائة دينار جزائري", "dix mille cinq cents dinars algériens"),
        (30_000, "ثلاثون ألف دينار جزائري", "trente mille dinars algériens"),
        (80_000, "ثمانون ألف دينار جزائري", "quatre-vingt mille dinars algériens"),
        (150_000, "مائة وخمسون ألف دينار جزائري", "cent cinquante mille dinars algériens"),
        (200_000, "مائتا ألف دينار جزائري", "deux cent mille dinars algériens"),
        (240_000, "مائتان وأربعون ألف دينار جزائري", "deux cent quarante mille dinars algériens"),
        (240_020, "مائتان وأربعون ألفا وعشرون دينارا جزائريا", "deux cent quarante mille vingt dinars algériens"),
        (1_000_000, "مليون دينار جزائري", "un million de dinars algériens"),
        (2_000_000, "مليونا دينار جزائري", "deux millions de dinars algériens"),
        (2_400_000, "مليونان وأربعمائة ألف دينار جزائري", "deux millions quatre cent mille dinars algériens"),
        (8_000_000, "ثمانية ملايين دينار جزائري", "huit millions de dinars algériens"),
        (200_000_000, "مائتا مليون دينار جزائري", "deux cents millions de dinars algériens"),
        (3 * 10**9, "ثلاثة ملايير دينار جزائري", "trois milliards de dinars algériens"),
        (10**12, "ألف مليار دينار جزائري", "mille milliards de dinars algériens"),
    ],
)
def test_amounts_in_words_are_those_of_a_careful_office(dinars: int, arabic: str, french: str) -> None:
    assert dinars_in_words(dinars * 100, "ar") == arabic
    assert dinars_in_words(dinars * 100, "fr") == french


def test_centimes_follow_the_dinars() -> None:
    assert dinars_in_words(24_000_050, "ar") == "مائتان وأربعون ألف دينار جزائري وخمسون سنتيما"
    assert dinars_in_words(24_000_050, "fr") == "deux cent quarante mille dinars algériens et cinquante centimes"
    assert dinars_in_words(24_000_050, "en") == "two hundred and forty thousand Algerian dinars and fifty centimes"
    assert dinars_in_words(2, "ar") == "سنتيمان"
    assert dinars_in_words(-100, "fr") == "moins un dinar algérien"
    with speaking("fr"):
        assert dinars_in_words(1) == "un centime"


@pytest.mark.parametrize(
    ("count", "noun", "arabic", "oblique", "french"),
    [
        (1, DAY, "يوم واحد (01)", "يوم واحد (01)", "un (01) jour"),
        (2, DAY, "يومان (02)", "يومين (02)", "deux (02) jours"),
        (3, DAY, "ثلاثة (03) أيام", "ثلاثة (03) أيام", "trois (03) jours"),
        (11, DAY, "أحد عشر (11) يوما", "أحد عشر (11) يوما", "onze (11) jours"),
        (12, DAY, "اثنا عشر (12) يوما", "اثني عشر (12) يوما", "douze (12) jours"),
        (20, DAY, "عشرون (20) يوما", "عشرين (20) يوما", "vingt (20) jours"),
        (200, DAY, "مائتا (200) يوم", "مائتي (200) يوم", "deux cents (200) jours"),
        (1, HOUR, "ساعة واحدة (01)", "ساعة واحدة (01)", "une (01) heure"),
        (8, HOUR, "ثماني (08) ساعات", "ثماني (08) ساعات", "huit (08) heures"),
        (21, HOUR, "إحدى وعشرون (21) ساعة", "إحدى وعشرين (21) ساعة", "vingt et une (21) heures"),
        (60, HOUR, "ستون (60) ساعة", "ستين (60) ساعة", "soixante (60) heures"),
        (2, HALF_DAY, "نصفا يوم (02)", "نصفي يوم (02)", "deux (02) demi-journées"),
        (6, HALF_DAY, "ستة (06) أنصاف أيام", "ستة (06) أنصاف أيام", "six (06) demi-journées"),
        (3, MONTH, "ثلاثة (03) أشهر", "ثلاثة (03) أشهر", "trois (03) mois"),
        (20, PARTICIPANT, "عشرون (20) مشاركا", "عشرين (20) مشاركا", "vingt (20) participants"),
        (
            102,
            DINAR,
            "مائة وديناران جزائريان (102)",
            "مائة ودينارين جزائريين (102)",
            "cent deux (102) dinars algériens",
        ),
    ],
)
def test_counts_are_written_in_office_style(count: int, noun: Noun, arabic: str, oblique: str, french: str) -> None:
    assert count_in_words(count, noun, "ar") == arabic
    assert count_in_words(count, noun, "ar", oblique=True) == oblique
    assert count_in_words(count, noun, "fr") == french


def test_a_count_in_english() -> None:
    assert count_in_words(3, DAY, "en") == "three (03) days"
    assert count_in_words(1, HOUR, "en") == "one (01) hour"
    assert number_in_words(2_345_017, "en") == ("two million three hundred and forty-five thousand and seventeen")


def test_no_count_is_negative_and_no_number_beyond_words() -> None:
    with pytest.raises(ValueError, match="no count"):
        count_in_words(-1, DAY, "ar")
    with pytest.raises(ValueError, match="too large"):
        dinars_in_words(10**18, "ar")


@given(ALL, st.sampled_from("mf"))
def test_arabic_words_read_back(value: int, gender: str) -> None:
    assert read_arabic(number_in_words(value, "ar", gender)) == value


@given(ALL)
def test_arabic_amounts_read_back(value: int) -> None:
    amount = dinars_in_words(value * 100, "ar")
    number = re.sub(r"\s?(دنانير|دينارا?) جزائري(ة|ا)?( واحد)?$", r"\3", amount)
    assert read_arabic(re.sub("(و?)ديناران جزائريان$", r"\1اثنان", number).replace("و واحد", "وواحد")) == value


@given(ALL, st.sampled_from("mf"))
def test_french_words_read_back(value: int, gender: str) -> None:
    assert read_french(number_in_words(value, "fr", gender)) == value


@given(ALL, st.sampled_from(["ar", "fr", "en"]), st.sampled_from("mf"))
def test_words_are_cleanly_joined(value: int, code: str, gender: str) -> None:
    words = number_in_words(value, code, gender)
    assert re.fullmatch(r"[^\W\d]+([ \-][^\W\d]+)*", words)
    assert number_in_words(-value, code, gender).endswith(words)


@given(st.integers(1, 999), st.integers(1, 999))
def test_thousands_come_before_the_rest_and_both_keep_their_words(thousands: int, rest: int) -> None:
    for code, joint in (("ar", " و"), ("fr", " ")):
        whole = number_in_words(thousands * 1000 + rest, code)
        assert whole == joint.join((number_in_words(thousands * 1000, code), number_in_words(rest, code)))


@given(ALL)
def test_a_gender_changes_only_the_last_words(value: int) -> None:
    masculine, feminine = number_in_words(value, "ar"), number_in_words(value, "ar", "f")
    assert (masculine == feminine) == (value % 100 == 0 or (value % 100 >= 20 and value % 10 == 0))
    last = number_in_words(value, "fr"), number_in_words(value, "fr", "f")
    assert (last[0] == last[1]) == (value % 10 != 1 or value % 100 in (11, 71, 91))


@given(st.integers(1, 10**6), NOUNS)
def test_the_noun_takes_the_form_that_the_number_asks_for(value: int, noun: Noun) -> None:
    form, last = noun.arabic, value % 100
    words = count_in_words(value, noun, "ar")
    assert f"({value:02})" in words
    wanted = {0: form.one, 1: form.single, 2: form.two}.get(last, form.few if last <= 10 else form.many)
    assert wanted in words
    assert (words.endswith(")")) == (last in (1, 2))


ARABIC_UNITS = {
    **{
        word: value
        for value, word in enumerate(
            ["صفر", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة"]
        )
    },
    **{
        word: value
        for value, word in enumerate(["واحدة", "اثنتان", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع", "عشر"], 1)
    },
    **{
        word: value * 10
        for value, word in enumerate(["عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون"], 2)
    },
    **{f"{word}مائة": value * 100 for value, word in enumerate(["ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع"], 3)},
    "أحد": 1,
    "إحدى": 1,
    "اثنا": 2,
    "اثنتا": 2,
    "ثماني": 8,
    "مائة": 100,
    "مائتان": 200,
    "مائتا": 200,
}
ARABIC_SCALES = {
    10**9: ("مليار", "مليارا", "ملايير", "ملياران"),
    10**6: ("مليون", "مليونا", "ملايين", "مليونان"),
    10**3: ("ألف", "ألفا", "آلاف", "ألفان"),
}


def read_arabic(words: str) -> int:
    """Read from the left: what stands before a scale counts it; a scale joined by و, or in the dual, counts itself."""
    return _arabic([word for word in re.split(r" ", words) if word])


def _arabic(words: list[str]) -> int:
    for size, (one, accusative, few, dual) in ARABIC_SCALES.items():
        for place, word in reversed(list(enumerate(words))):
            bare = word.removeprefix("و")
            if bare in (one, accusative, few, dual):
                before, after = words[:place], words[place + 1 :]
                if word != bare or not before:
                    counted = 2 if bare in (dual, accusative) else 1
                    return _arabic(before) + counted * size + _arabic(after)
                return _before_scale(before, size) + _arabic(after)
    return sum(_arabic_unit(word) for word in words)


def _before_scale(words: list[str], size: int) -> int:
    """The words that count a scale: back to the first that is not joined to a larger scale."""
    larger = [sign for other, signs in ARABIC_SCALES.items() if other > size for sign in signs]
    cut = max((place for place, word in enumerate(words) if word.removeprefix("و") in larger), default=-1) + 1
    return _arabic(words[:cut]) + _arabic(words[cut:]) * size


def _arabic_unit(word: str) -> int:
    return ARABIC_UNITS[word] if word in ARABIC_UNITS else ARABIC_UNITS[word.removeprefix("و")]


FRENCH = {
    word: value
    for value, word in enumerate(
        [
            "zéro",
            "un",
            "deux",
            "trois",
            "quatre",
            "cinq",
            "six",
            "sept",
            "huit",
            "neuf",
            "dix",
            "onze",
            "douze",
            "treize",
            "quatorze",
            "quinze",
            "seize",
        ]
    )
} | {"une": 1, "vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60}


def read_french(words: str) -> int:
    """Read with a running group, as one hears it."""
    total = group = 0
    for word in words.replace("-", " ").replace(" et ", " ").split():
        if word in ("cent", "cents"):
            group = max(group, 1) * 100
        elif word == "mille":
            total, group = total + max(group, 1) * 1000, 0
        elif word.startswith("milli"):
            size = 10**6 if word.startswith("million") else 10**9
            counted, kept = (total + group) % size or 1, (total + group) // size * size
            total, group = kept + counted * size, 0
        elif word in ("vingt", "vingts") and group % 10 == 4:
            group += 76
        elif word != "de":
            group += FRENCH[word]
    return total + group


def test_the_readers_read_what_others_wrote() -> None:
    assert read_arabic("مليونان وثلاثمائة ألف وخمسة وعشرون") == 2_300_025
    assert read_arabic("أحد عشر ألفا ومائتان") == 11_200
    assert read_french("quatre-vingt-dix mille deux cent un") == 90_201
    assert read_french("un million deux cents") == 1_000_200
