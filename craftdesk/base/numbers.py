"""Numbers, amounts, shares and phones as an Algerian office writes and types them.

Written here and not asked of Babel: its import alone takes as long as a third of the bare window's start, and the
no-break space of its French (U+202F) is missing in the screen's font. A test holds these forms against Babel's.
"""

import re
from decimal import ROUND_HALF_UP, Decimal
from unicodedata import bidirectional

from craftdesk.base.i18n import _, is_rtl
from craftdesk.base.i18n import language as spoken

NO_BREAK = "\u00a0"
_SEPARATORS = {"ar": (".", ","), "fr": (NO_BREAK, ","), "en": (",", ".")}
_DINARS = {"ar": "دج", "fr": "DA", "en": "DA"}
_LATIN = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
# What word processors and this program put around numbers: marks of direction, and the isolates of `isolate`.
_MARKS = dict.fromkeys([0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A), 0xFEFF])
_TYPED = (
    _LATIN | _MARKS | str.maketrans({"٫": ",", "٬": ".", "\u2212": "-", "\u2009": " ", "\u202f": " ", NO_BREAK: " "})
)
_CURRENCY = re.compile(r"\s*(?:دج|د\s*\.\s*ج\.?|(?:دينار|دنانير)\w*(?:\s+جزائري\w*)?|d\.?a\.?|dzd|dinars?)\s*$", re.I)


def latin_digits(text: str) -> str:
    """The text with ٠-٩ and ۰-۹ written 0-9."""
    return text.translate(_LATIN)


def isolate(text: str) -> str:
    """A code, a phone or a Latin name that keeps its own order inside Arabic."""
    return f"\u2066{text}\u2069" if text else ""


def apart(text: str) -> str:
    """A name inside a sentence of the language spoken here: one of the other direction keeps its own."""
    return f"\u2068{text}\u2069" if runs_otherwise(text) else text


def runs_otherwise(text: str) -> bool:
    """Whether a text begins in the other direction than the language spoken here."""
    first = next((side for letter in text if (side := bidirectional(letter)) in ("L", "R", "AL")), "")
    return bool(first) and (first != "L") != is_rtl()


def without_marks(text: str) -> str:
    """The text without the invisible marks of direction: for files, comparing and searching."""
    return text.translate(_MARKS)


def format_number(number: int | float | Decimal, decimals: int | None = None, language: str | None = None) -> str:
    """The number with its thousands apart; without `decimals`, a fraction shows at most three and no idle zeros."""
    written = f"{_rounded(number, 3 if decimals is None else decimals):,f}"
    if decimals is None and "." in written:
        written = written.rstrip("0").rstrip(".")
    code = language or spoken()
    thousands, point = _SEPARATORS[code]
    written = "".join({",": thousands, ".": point}.get(sign, sign) for sign in written)
    return isolate(written) if code == "ar" and written.startswith("-") else written


def _rounded(number: int | float | Decimal, decimals: int) -> Decimal | int:
    if isinstance(number, int) and not decimals:
        return number
    exact = Decimal(str(number)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return exact if exact else abs(exact)


def format_dinars(centimes: int, language: str | None = None) -> str:
    """An amount: "240.000,00 دج", "240 000,00 DA"."""
    code = language or spoken()
    return f"{format_number(Decimal(centimes) / 100, 2, code)}{NO_BREAK}{_DINARS[code]}"


def format_percent(share: float, decimals: int = 0, language: str | None = None) -> str:
    """A share of one as hundredths; the Arabic form is isolated, or its sign would jump before the number."""
    code = language or spoken()
    written = without_marks(format_number(share * 100, decimals, code))
    return {"ar": isolate(f"{written}%"), "fr": f"{written}{NO_BREAK}%"}.get(code, f"{written}%")


def parse_number(text: str) -> Decimal:
    """A number as people type it: 240000, 240 000,50, 240.000,50, 240,000.50, ٢٤٠٠٠٠; ValueError with a sentence."""
    typed = text.translate(_TYPED).strip()
    if not re.fullmatch(r"-?\d[\d .,]*", typed) or typed[-1] in ".,":
        raise ValueError(_("“{text}” is not a number.").format(text=text.strip()))
    whole, fraction = _parted(typed)
    if not re.fullmatch(r"-?(\d+|\d{1,3}(?P<sign>[ .,])\d{3}((?P=sign)\d{3})*)", whole) or not fraction.isdigit():
        raise ValueError(_("The thousands or the decimals of “{text}” are not clear.").format(text=text.strip()))
    return Decimal(f"{re.sub('[ .,]', '', whole)}.{fraction}")


def _parted(typed: str) -> tuple[str, str]:
    """The whole and the fraction: the last separator is the decimal one unless it parts thousands."""
    place = max(typed.rfind("."), typed.rfind(","))
    if place < 0:
        return typed, "0"
    whole, sign, rest = typed[:place], typed[place], typed[place + 1 :]
    only_one_kind = not any(other in whole for other in " .,".replace(sign, ""))
    if sign in whole or (only_one_kind and len(rest) == 3 and whole.lstrip("-") != "0"):
        return typed, "0"
    return whole, rest


def parse_dinars(text: str) -> int:
    """The centimes of an amount in dinars, with or without its currency; ValueError with a sentence."""
    amount = parse_number(_CURRENCY.sub("", text.translate(_MARKS))) * 100
    if amount != int(amount):
        raise ValueError(
            _("“{text}” has more than two decimals: an amount ends at the centime.").format(text=text.strip())
        )
    return int(amount)


def plain_phone(text: str) -> str:
    """The digits of an Algerian phone with its first zero (spreadsheets lose it); what is no phone stays as it is."""
    digits = re.sub(r"\D", "", latin_digits(text.removesuffix(".0")))
    digits = re.sub(r"^(?:00213|213)0?(?=\d{8,9}$)", "0", digits)
    if re.fullmatch(r"[567]\d{8}|[234]\d{7}", digits):
        digits = f"0{digits}"
    return digits if re.fullmatch(r"0[567]\d{8}|0[234]\d{7}|0[89]\d{7,8}", digits) else text.strip()


def group_phone(text: str) -> str:
    """A phone in its usual groups, "0661 24 18 07" or "033 80 12 34", held together by no-break spaces."""
    digits = plain_phone(text)
    if not re.fullmatch(r"0\d{8,9}", digits):
        return digits
    pairs = digits[-6:]
    return NO_BREAK.join((digits[:-6], pairs[:2], pairs[2:4], pairs[4:]))
