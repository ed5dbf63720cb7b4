"""The values of the things by which is counted, in words and in their order."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from craftdesk.base.i18n import _
from craftdesk.base.numbers import isolate
from craftdesk.data.session import Session
from craftdesk.features.figures import standing
from craftdesk.features.figures.rules import NONE, By
from craftdesk.features.office import reads as office
from craftdesk.features.office.rules import domain_of, domains, sector_of, sectors
from craftdesk.features.roster.asking import file_of
from craftdesk.features.roster.models import SEXES, STATUSES
from craftdesk.features.roster.narrowing import AGES

ALONG = "artisan a INDEXED BY ix_artisan_figures"
COLUMNS = {
    By.DOMAIN: "a.activity_id",
    By.SECTOR: "a.activity_id",
    By.ACTIVITY: "a.activity_id",
    By.DAIRA: "a.home_commune_id",
    By.COMMUNE: "a.home_commune_id",
    By.SEX: "a.sex",
    By.YEAR: "substr(a.registered_on, 1, 4)",
    By.STATUS: "a.status",
}


@dataclass(frozen=True)
class Axis:
    """The values of a thing by which is counted: how they are called, and as which of them a stored value counts.

    `unknown` are the stored values of those that belong to none.
    """

    by: By
    labels: Mapping[str, str]
    place: Mapping[str | None, str]
    unknown: tuple[str, ...] = ()

    def key(self, stored: str | None) -> str:
        return self.place.get(stored, stored or NONE) if self.place else (stored or NONE)


def axis_of(session: Session, by: By, day: date) -> Axis:
    if by in (By.DOMAIN, By.SECTOR, By.ACTIVITY):
        return _trades(session, by)
    if by in (By.DAIRA, By.COMMUNE):
        return _places(session, by, day)
    if by is By.AGE:
        return Axis(by, {ages: standing.ages_said(ages) for ages in AGES}, {})
    if by is By.YEAR:
        file = file_of(session)
        found = file.firsts(f"SELECT DISTINCT {COLUMNS[by]} FROM {ALONG} WHERE a.registered_on IS NOT NULL")
        return Axis(by, {year: year for year in sorted(found, reverse=True)}, {})
    named = SEXES if by is By.SEX else STATUSES
    return Axis(by, {str(key): _(label) for key, label in named.items()}, {})


def _trades(session: Session, by: By) -> Axis:
    every = {each.id: each for each in office.activities(session)}
    if by is By.ACTIVITY:
        return Axis(by, {key: each.label() for key, each in every.items()}, {})
    parts = {key: sector_of(each.code) if by is By.SECTOR else domain_of(each.code) for key, each in every.items()}
    place: dict[str | None, str] = {key: part.code if part else NONE for key, part in parts.items()}
    labels = {code: each.label() for code, each in (sectors() if by is By.SECTOR else domains()).items()}
    if by is By.SECTOR:
        labels = {code: f"{isolate(code)} {label}" for code, label in labels.items()}
    return Axis(by, labels, {**place, None: NONE}, tuple(key for key, part in parts.items() if part is None))


def _places(session: Session, by: By, day: date) -> Axis:
    every = office.commune_places(session, day)
    if by is By.COMMUNE:
        return Axis(by, {key: each.label() for key, each in every.items()}, {})
    place: dict[str | None, str] = {key: f"{each.wilaya.id}/{each.daira_fr}" for key, each in every.items()}
    own = office.chamber(session).wilaya_id
    labels = {}
    for each in every.values():
        far = "" if each.wilaya.id == own else f" ({each.wilaya.label()})"
        labels[f"{each.wilaya.id}/{each.daira_fr}"] = f"{each.daira()}{far}"
    return Axis(by, labels, {**place, None: NONE})
