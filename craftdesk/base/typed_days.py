"""Days as they are typed at a desk, shorter than papers write them: 15/2/66, 150266, 15/2, a dot for today.

What was understood is written back in full, so that the clerk sees which century was meant. Files are read by `dates`
alone: there a year of two digits is a fault.
"""

import re
from datetime import date

from craftdesk.base.dates import parse_birth, parse_day, today
from craftdesk.base.folding import fold
from craftdesk.base.numbers import latin_digits, without_marks

GROWN = 14
"""Whoever is entered is at least so old: the century of a birth is told by it."""
AHEAD = 15
"""So many years ahead a card or a commitment may end."""
_SHORT = re.compile(r"(\d{1,2})[/.\- ]+(\d{1,2})[/.\- ]+(\d{2})|(\d{2})(\d{2})(\d{2})")
_THIS_YEAR = re.compile(r"(\d{1,2})[/.\- ]+(\d{1,2})")
_TODAY = frozenset({"اليوم", "aujourdhui", "aujourd hui", "today"})


def typed_day(text: str) -> date:
    """The day that was typed; ValueError with a sentence."""
    return parse_day(_in_full(text, today().year + AHEAD))


def typed_birth(text: str) -> tuple[date | None, int | None]:
    """A day of birth, or the presumed year alone."""
    latest = today().year - GROWN
    short = re.fullmatch(r"\d{2}", _plain(text))
    return parse_birth(str(_with_century(short[0], latest)) if short else _in_full(text, latest))


def _plain(text: str) -> str:
    return without_marks(latin_digits(text)).strip()


def _in_full(text: str, latest: int) -> str:
    typed = _plain(text)
    if typed == "." or fold(typed) in _TODAY:
        return today().isoformat()
    if short := _SHORT.fullmatch(typed):
        day, month, year = (part for part in short.groups() if part)
        return f"{day}/{month}/{_with_century(year, latest)}"
    if this_year := _THIS_YEAR.fullmatch(typed):
        return f"{this_year[1]}/{this_year[2]}/{today().year}"
    return text


def _with_century(year: str, latest: int) -> int:
    """The latest year that ends so and is not after `latest`."""
    return latest - (latest - int(year)) % 100
