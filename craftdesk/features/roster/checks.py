"""What a single value of an artisan cannot be, as a sentence for the field."""

import re
from datetime import date
from typing import Any

from craftdesk.base.dates import YEARS, today
from craftdesk.base.i18n import _
from craftdesk.base.numbers import latin_digits, plain_phone

NIN_LENGTH = 18
_PHONE = re.compile(r"0[567]\d{8}|0[234]\d{7}|0[89]\d{7,8}")
OLDEST = 110
"""Nobody on a roster is older, in years."""


def digits_of(text: str) -> str:
    """A number that was typed in groups, or in Arabic digits."""
    return re.sub(r"[\s.\-/]", "", latin_digits(text))


def nin(value: str) -> str | None:
    """The check key's algorithm is not published: only the length and the digits can be checked."""
    digits = digits_of(value)
    if not digits.isdigit():
        return _("The NIN is written in digits alone.")
    if len(digits) != NIN_LENGTH:
        return _("The NIN has 18 digits; here are {count}.").format(count=len(digits))
    return None


def nif(value: str) -> str | None:
    """15 digits, or 20 for a secondary establishment; there is no public check digit."""
    from stdnum.dz import nif as standard  # noqa: PLC0415 - needed at this field alone

    return (
        None if standard.is_valid(digits_of(value)) else _("The NIF has 15 digits, or 20 for a second establishment.")
    )


def phone(value: str) -> str | None:
    if _PHONE.fullmatch(plain_phone(value)):
        return None
    return _("A mobile number has 10 digits and begins with 05, 06 or 07; a fixed line has 9.")


def past_day(value: date) -> str | None:
    if value > today():
        return _("This day is still to come.")
    return None if value.year in YEARS else _("The year cannot be right.")


def birth_day(value: date) -> str | None:
    return past_day(value) or birth_year(value.year)


def birth_year(value: int) -> str | None:
    year = today().year
    if value > year:
        return _("This year is still to come.")
    return _("Nobody is {years} years old.").format(years=year - value) if value < year - OLDEST else None


def register_no(value: str) -> str | None:
    """Its pattern differs between offices and times: digits it has, and no words."""
    typed = latin_digits(value)
    fine = any(sign.isdigit() for sign in typed) and re.fullmatch(r"[\w/\-. ]{1,30}", typed)
    return None if fine else _("A register number looks like 05/2012/18906.")


def count(value: Any) -> str | None:
    return None if 0 <= int(value) < 10_000 else _("This number cannot be right.")
