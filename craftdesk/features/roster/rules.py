"""Pure questions about an artisan: what is doubtful, what is to be mended, whose card runs out."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from craftdesk.base.dates import age, today
from craftdesk.base.fields import Field
from craftdesk.base.i18n import N_, _
from craftdesk.base.numbers import apart
from craftdesk.data.model import fields_of
from craftdesk.features.roster import checks
from craftdesk.features.roster.models import Artisan, Sex

Remark = tuple[str, dict[str, Any]]
"""A sentence that can be said in any language: its message and what fills the gaps."""
Values = Mapping[str, Any]

SOON = 30
"""Days before its end from which a card is said to run out."""
YOUNGEST = 14
_ACT = slice(9, 14)
"""The digits of a NIN that are the number of the birth certificate."""
_NIN_SEX = {"1": Sex.MALE, "2": Sex.FEMALE}
_LOST = ("?", "\ufffd")
_NAMES = ("family_ar", "given_ar", "family_la", "given_la")
UNREADABLE = N_("This cannot be right: look at the field.")
NO_ARABIC_NAME = N_("The name in Arabic is missing.")
LOST_LETTERS = N_("Letters of this name were lost.")
NO_BIRTH = N_("The birth is missing.")
GUESSED = N_("Guessed and not confirmed: {guess}")


def said(remark: Remark | list[Any]) -> str:
    """A remark in the language that is spoken."""
    message, details = remark
    return _(message).format(**details)


def doubts(values: Values) -> dict[str, Remark]:
    """What two values together make doubtful, by the column where it is told; never a reason not to save."""
    found = {**_nin_doubts(values), **_day_doubts(values)}
    born = values.get("birth_date") or values.get("birth_year")
    if born and age(born) < YOUNGEST and "birth_date" not in found:
        found["birth_date"] = (N_("This person is {years} years old."), {"years": age(born)})
    return found


def _nin_doubts(values: Values) -> dict[str, Remark]:
    """Digit 1 tells the sex, digits 3 to 5 the year in which the birth was registered (mostly that of the birth).

    Digits 6 to 9 are the commune or country, 10 to 14 the birth certificate, 15 and 16 the register.
    """
    nin = checks.digits_of(values.get("nin") or "")
    if checks.nin(nin):
        return {}
    sex, told = values.get("sex"), _NIN_SEX.get(nin[0])
    if sex and told and sex != told:
        return {"nin": (N_("The NIN begins with {digit}, which is not this sex."), {"digit": nin[0]})}
    day = values.get("birth_date")
    year = day.year if day else values.get("birth_year")
    if year and f"{year:04}"[1:] != nin[2:5]:
        message = N_("The NIN speaks of the year {told}, the birth is of {year}.")
        return {"nin": (message, {"told": _year_told(nin), "year": year})}
    act = checks.digits_of(values.get("birth_act") or "")
    if act.isdigit() and int(act) != int(nin[_ACT]):
        message = N_("The NIN speaks of birth certificate {told}, the card of {act}.")
        return {"nin": (message, {"told": int(nin[_ACT]), "act": int(act)})}
    return {}


def _year_told(nin: str) -> int:
    last_three = int(nin[2:5])
    return last_three + (1000 if last_three > 800 else 2000)


_IN_ORDER = (
    ("card_issued_on", "card_until", N_("The card ends before it was issued.")),
    ("birth_date", "registered_on", N_("The registration is before the birth.")),
    ("birth_date", "started_on", N_("The start of the activity is before the birth.")),
    ("registered_on", "card_issued_on", N_("The card was issued before the registration.")),
)


def _day_doubts(values: Values) -> dict[str, Remark]:
    return {
        second: (message, {})
        for first, second, message in _IN_ORDER
        if values.get(first) and values.get(second) and values[second] < values[first]
    }


def faults(values: Values) -> dict[str, str]:
    """The sentence of every field whose value cannot be right by itself."""
    found = {name: problem(fields_of(Artisan)[name], value) for name, value in values.items() if _checked(name)}
    return {name: sentence for name, sentence in found.items() if sentence}


def problem(field: Field, value: Any) -> str | None:
    return field.check(value) if field.check and value not in (None, "") else None


def _checked(name: str) -> bool:
    field = fields_of(Artisan).get(name)
    return field is not None and field.check is not None


def to_mend(values: Values) -> dict[str, Remark]:
    """What puts a record on the list of things to mend, whoever entered it.

    A missing NIN does not: most records from before the digital card have none.
    """
    found: dict[str, Remark] = {name: (UNREADABLE, {}) for name in faults(values)}
    if not values.get("family_ar") and not values.get("given_ar"):
        found["family_ar"] = (NO_ARABIC_NAME, {})
    for name in _NAMES:
        if any(sign in (values.get(name) or "") for sign in _LOST):
            found[name] = (LOST_LETTERS, {})
    if not values.get("birth_date") and not values.get("birth_year"):
        found["birth_date"] = (NO_BIRTH, {})
    return found


def mending(artisan: Artisan) -> dict[str, str]:
    """The sentences of what is to be mended, by column, as they are told today."""
    found: dict[str, str] = {}
    for name, remark in (artisan.mend or {}).items():
        field = fields_of(Artisan).get(name)
        if field and remark[0] == GUESSED:
            found[name] = _guess_told(field, remark[1]["guess"])
            continue
        now = problem(field, getattr(artisan, name)) if field and remark[0] == UNREADABLE else None
        found[name] = now or said(remark)
    return found


def _guess_told(field: Field, guess: str) -> str:
    shown = _(field.choices[guess]) if guess in field.choices else guess
    return _(GUESSED).format(guess=apart(shown))


def guesses(artisan: Artisan) -> dict[str, str]:
    """What was guessed for this card and nobody has confirmed, by column."""
    return {name: remark[1]["guess"] for name, remark in (artisan.mend or {}).items() if remark[0] == GUESSED}


def has_name(values: Values) -> bool:
    return any((values.get(name) or "").strip() for name in _NAMES)


def runs_out(until: date | None, days: int = SOON) -> bool:
    """Whether a card ends within so many days, or has ended."""
    return until is not None and until <= today() + timedelta(days)


def has_run_out(until: date | None) -> bool:
    return until is not None and until < today()
