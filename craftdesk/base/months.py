"""The names of months and days: those that the office writes, and all others under which dates reach it."""

from functools import cache

from craftdesk.base.folding import fold

# Months and days of the Unicode locale data (CLDR 47) for ar_DZ, fr_DZ and en; a test holds them against Babel.
MONTHS = {
    "ar": ("جانفي", "فيفري", "مارس", "أفريل", "ماي", "جوان", "جويلية", "أوت", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"),
    "fr": (
        *("janvier", "février", "mars", "avril", "mai", "juin"),
        *("juillet", "août", "septembre", "octobre", "novembre", "décembre"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
}
WEEKDAYS = {
    "ar": ("الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"),
    "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
# Months as written elsewhere (Cairo, Damascus, Rabat) and cut short; those of `MONTHS` come to them.
_OTHER_MONTHS = (
    ("يناير", "كانون الثاني", "janv", "jan"),
    ("فبراير", "شباط", "فيفيري", "fevr", "fev", "feb"),
    ("آذار", "mar"),
    ("أبريل", "نيسان", "avr", "apr"),
    ("مايو", "أيار"),
    ("يونيو", "يونيه", "حزيران", "جويان", "jun"),
    ("يوليو", "يوليوز", "يوليه", "تموز", "juil", "jul"),
    ("أغسطس", "غشت", "آب", "aout", "aug"),
    ("أيلول", "شتنبر", "sept", "sep"),
    ("تشرين الأول", "oct"),
    ("تشرين الثاني", "نونبر", "nov"),
    ("كانون الأول", "دجنبر", "dec"),
)


@cache
def month_numbers() -> dict[str, int]:
    """Every folded name of a month with its number."""
    every = zip(_OTHER_MONTHS, *MONTHS.values(), strict=True)
    return {fold(name): number for number, (others, *names) in enumerate(every, 1) for name in (*others, *names)}
