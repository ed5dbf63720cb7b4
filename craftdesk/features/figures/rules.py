"""What can be asked of the figures: by what, across what, how counted, of which day or days."""

import enum
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from craftdesk.base.errors import refuse_if
from craftdesk.base.i18n import N_, _


class By(enum.StrEnum):
    """By what the artisans are counted."""

    DOMAIN = "domain"
    SECTOR = "sector"
    ACTIVITY = "activity"
    DAIRA = "daira"
    COMMUNE = "commune"
    SEX = "sex"
    AGE = "age"
    YEAR = "year"
    STATUS = "status"


class Measure(enum.StrEnum):
    """What is counted: all who were registered, those of them who are struck off, those who are left."""

    GROSS = "gross"
    STRUCK = "struck"
    NET = "net"


BYS: Mapping[str, str] = {
    By.DOMAIN: N_("Domain"),
    By.SECTOR: N_("Sector"),
    By.ACTIVITY: N_("Activity"),
    By.DAIRA: N_("Daira of residence"),
    By.COMMUNE: N_("Commune of residence"),
    By.SEX: N_("Sex"),
    By.AGE: N_("Age"),
    By.YEAR: N_("Year of registration"),
    By.STATUS: N_("Status"),
}
ACROSS: Mapping[str, str] = {name: BYS[name] for name in (By.SEX, By.AGE, By.DOMAIN, By.SECTOR, By.YEAR)}
"""What has so few values that they stand side by side."""
TRADES = frozenset({By.DOMAIN, By.SECTOR, By.ACTIVITY})
"""Parts of each other."""
MEASURES: Mapping[str, str] = {
    Measure.GROSS: N_("Gross"),
    Measure.STRUCK: N_("Struck off"),
    Measure.NET: N_("Net"),
}
NONE = "-"
"""The value of whom nothing is known, as the filters of the list write it."""


@dataclass(frozen=True)
class Question:
    """What is asked. Without a period the roster is counted as it stood on `day` (None: today)."""

    by: By = By.DOMAIN
    across: By | None = None
    measure: Measure = Measure.NET
    day: date | None = None
    first: date | None = None
    last: date | None = None

    @property
    def period(self) -> bool:
        return self.first is not None or self.last is not None

    @property
    def span(self) -> tuple[date, date]:
        return self.first or date.min, self.last or date.max

    def sound(self) -> "Question":
        """The same, as far as it can be answered: nothing is crossed with its own parts, a difference is nobody."""
        nested = self.across is self.by or {self.by, self.across} <= TRADES
        across = None if nested or self.across not in ACROSS else self.across
        measure = Measure.GROSS if self.period and across and self.measure is Measure.NET else self.measure
        if self.by is By.STATUS:
            # A status is that of today; how it was on a day is what gross, struck off and net tell.
            return Question(self.by, across)
        return replace(self, across=across, measure=measure)


def asked(text: str) -> Question:
    """A question from its text."""
    held: Mapping[str, Any] = json.loads(text)
    return with_options(Question(), held)


def dumped(question: Question) -> str:
    """A question as a text that a paper is given."""
    held = {name: value for name, value in vars(question).items() if value is not None}
    return json.dumps({name: str(value) for name, value in held.items()})


def with_options(question: Question, held: Mapping[str, Any]) -> Question:
    """The question with what is chosen put in."""
    kinds: Mapping[str, Callable[[Any], Any]] = {
        "by": By,
        "across": By,
        "measure": Measure,
        "day": _day,
        "first": _day,
        "last": _day,
    }
    chosen: dict[str, Any] = {
        name: kinds[name](value) for name, value in held.items() if name in kinds and value is not None
    }
    made = replace(question, **chosen)
    backwards = made.first is not None and made.last is not None and made.first > made.last
    refuse_if(backwards, _("The period ends before it begins."), "last")
    return made.sound()


def _day(value: Any) -> date:
    return value if isinstance(value, date) else date.fromisoformat(str(value))


_KINDS: Mapping[str, Callable[[Any], Any]] = {
    "by": By,
    "across": By,
    "measure": Measure,
    "day": _day,
    "first": _day,
    "last": _day,
}
