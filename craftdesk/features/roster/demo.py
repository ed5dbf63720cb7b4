"""The artisans of the demo office: invented, the same ones for the same day."""

import csv
import random
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import selectinload

from craftdesk.base.i18n import N_
from craftdesk.base.paths import RESOURCES
from craftdesk.data.disclosures import Disclosure, packed
from craftdesk.data.model import fields_of
from craftdesk.data.session import Session
from craftdesk.features.office import reads as office
from craftdesk.features.roster.models import Artisan, Form, Metal, Premises, Rank, Sex, Status, TaxRegime
from craftdesk.features.roster.step_kinds import StepKind
from craftdesk.features.roster.writes import Step, save_artisan, take_step

PEOPLE = 400
NAMES = RESOURCES / "demo" / "names.csv"
# How many of a hundred work in a trade: the jewellers of Batna and the coppersmiths of Constantine first.
TRADES = {
    "0301001": 26,
    "0301002": 8,
    "0303001": 10,
    "0303002": 3,
    "0501003": 7,
    "0501001": 4,
    "0201001": 3,
    "0701002": 3,
    "0601001": 3,
    "0401002": 2,
    "1101001": 3,
    "1201001": 4,
    "1401001": 4,
    "1601001": 2,
    "1801004": 4,
    "2201001": 4,
    "1901001": 3,
    "2001001": 3,
    "2101001": 2,
    "2301001": 2,
}
WOMEN_IN = {"0501003": 0.9, "0501001": 0.8, "0601001": 0.95, "1201001": 0.7, "2201001": 1.0, "2301001": 0.8} | {
    "1801004": 0.0,
    "2001001": 0.0,
    "2101001": 0.0,
}
WOMEN_ELSEWHERE = 0.12
METALS = {"0301001": Metal.SILVER, "0301002": Metal.GOLD, "1601001": Metal.GOLD}
COMMUNES = {"0501": 40, "0545": 9, "0504": 8, "0516": 7, "0529": 6, "0542": 6, "0519": 4, "0522": 4, "0508": 4}
STREETS = ("حي 500 مسكن", "شارع الاستقلال", "حي بوعقال", "نهج أول نوفمبر", "حي النصر", "طريق تازولت", "حي الزهور")
GIVEN_OUT = (
    (63, "0301001", "0303001", "إعداد كشف المستفيدين من التكوين", "برنامج اليونيدو بباتنة، منسق المشروع"),
    (19, "0501003", "0501001", "دعوة إلى الصالون الوطني للزرابي", "الغرفة الوطنية للصناعة التقليدية والحرف"),
    (6, "0301002", "1601001", "مراقبة الرخص المسبقة لصناعة الذهب", "مديرية الضرائب لولاية باتنة"),
)
"""So many days ago the artisans of two trades were given out, what for and to whom."""
ENDINGS = (StepKind.CESSATION, StepKind.MOVED, StepKind.ON_REQUEST)
GUESSED = 2
"""Of so many latest cards nobody has confirmed the Latin name yet, which was guessed from the Arabic one."""


def fill(session: Session, day: date) -> list[Artisan]:
    """Enter them as a clerk would have; gives them with their activities, those who are registered first."""
    luck = random.Random(1914)
    session.entitle(N_("Artisans of the demo office"))
    activities = {each.code: each.id for each in office.activities(session)}
    names = _names()
    places = {key: place.commune.name_ar for key, place in office.commune_places(session, day).items()}
    people = [_person(number, luck, names, activities, places, day) for number in range(1, PEOPLE + 1)]
    keys = [save_artisan(session, None, person) for person in people[:-GUESSED]]
    for person in people[-GUESSED:]:
        guesses = {name: person.pop(name) for name in ("family_la", "given_la")}
        keys.append(save_artisan(session, None, person, guesses))
    since = {key: session.get_one(Artisan, key).registered_on for key in keys}
    registered = {key: on for key, on in since.items() if on is not None}
    for key in luck.sample(list(registered), PEOPLE * 7 // 100):
        gone = max(day - timedelta(luck.randrange(40, 900)), registered[key])
        take_step(session, key, Step(Status.STRUCK_OFF, gone, kind=luck.choice(ENDINGS)))
    session.flush()
    asked = select(Artisan).where(Artisan.id.in_(keys)).options(selectinload(Artisan.activity)).order_by(Artisan.id)
    found = session.scalars(asked.execution_options(populate_existing=True)).all()
    return sorted(found, key=lambda each: each.status is not Status.REGISTERED)


def _names() -> Mapping[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    with NAMES.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            found.setdefault(row["part"], []).append((row["arabic"], row["latin"]))
    return found


def _chosen(luck: random.Random, weights: Mapping[str, int]) -> str:
    return luck.choices(list(weights), list(weights.values()))[0]


def _person(
    number: int,
    luck: random.Random,
    names: Mapping[str, list[tuple[str, str]]],
    activities: Mapping[str, str],
    places: Mapping[str, str],
    day: date,
) -> dict[str, Any]:
    code = _chosen(luck, {code: share for code, share in TRADES.items() if code in activities})
    woman = luck.random() < WOMEN_IN.get(code, WOMEN_ELSEWHERE)
    family, given = luck.choice(names["family"]), luck.choice(names["woman" if woman else "man"])
    born = day - timedelta(luck.randrange(21 * 365, 66 * 365))
    commune = _chosen(luck, {key: share for key, share in COMMUNES.items() if key in places})
    person = {
        "family_ar": family[0],
        "family_la": family[1],
        "given_ar": given[0],
        "given_la": given[1],
        "sex": Sex.FEMALE if woman else Sex.MALE,
        "home_commune_id": commune,
        "home_address": f"{luck.choice(STREETS)}، رقم {luck.randrange(1, 180)}",
        "activity_commune_id": commune,
        "phone": f"0{luck.choice('567')}{luck.randrange(10**8):08}",
        "activity_id": activities[code],
        "rank": luck.choices(list(Rank), (1, 3, 88, 8))[0],
        "form": luck.choices(list(Form), (93, 4, 3))[0],
        "premises": luck.choices(list(Premises), (60, 8, 4, 28))[0],
    }
    return (
        person
        | _birth(luck, born, woman, (commune, places[commune]))
        | _register(number, luck, born, day)
        | _taxes(luck, code, day)
    )


def _birth(luck: random.Random, born: date, woman: bool, place: tuple[str, str]) -> dict[str, Any]:
    """A few are presumed to be born in a year, a few numbers are not known, some were copied with a digit too few."""
    nin = f"{2 if woman else 1}0{born.year % 1000:03}{place[0]}{luck.randrange(10**5):05}{luck.randrange(10**4):04}"
    known = luck.random()
    values = {"birth_place": place[1], "nin": None if known < 0.04 else nin[:-1] if known < 0.06 else nin}
    presumed = born.year < 1970 and luck.random() < 0.12
    return values | ({"birth_year": born.year} if presumed else {"birth_date": born})


def _register(number: int, luck: random.Random, born: date, day: date) -> dict[str, Any]:
    """Registered since some day; the cards run out sooner or later, some of them this month."""
    grown = max(born + timedelta(20 * 366), day - timedelta(16 * 365))
    on = grown + timedelta(luck.randrange(max(1, (day - grown).days - 20)))
    if luck.random() < 0.03:
        return {"status": Status.REQUESTED, "registered_on": None}
    values: dict[str, Any] = {
        "status": Status.REGISTERED,
        "register_no": f"05/{on.year}/{10000 + number}",
        "registered_on": on,
        "started_on": on + timedelta(luck.randrange(60)),
    }
    if luck.random() < 0.85:
        soon = luck.random() < 0.03
        until = day + timedelta(luck.randrange(1, 29) if soon else luck.randrange(60, 1500))
        issued = max(on, until - timedelta(5 * 365))
        values |= {"card_no": f"05A{2000 + number:06}", "card_kind": luck.choice(("paper", "digital"))}
        values |= {"card_issued_on": min(issued, day), "card_until": until}
    return values


def _taxes(luck: random.Random, code: str, day: date) -> dict[str, Any]:
    metal = METALS.get(code, Metal.NONE if code.startswith("03") else None)
    if metal is Metal.GOLD:
        return {"metal": metal, "tax_regime": TaxRegime.REAL}
    signed = code < "09" and luck.random() < 0.3
    if signed:
        on = day - timedelta(luck.randrange(30, 2000))
        return {"metal": metal, "tax_regime": TaxRegime.EXEMPT, "commitment_signed_on": on}
    return {"metal": metal, "tax_regime": TaxRegime.FLAT if luck.random() < 0.6 else None}


def give_out(session: Session, artisans: Sequence[Artisan], day: date) -> None:
    """The log of the lists that left the office."""
    told = ("register_no", "family_ar", "given_ar", "activity_id", "home_commune_id", "phone")
    held = fields_of(Artisan)
    for ago, *trades, purpose, recipient in GIVEN_OUT:
        people = [each for each in artisans if each.activity and each.activity.code in trades]
        at = datetime.combine(day - timedelta(ago), time(9, 40)).astimezone()
        session.add(
            Disclosure(
                at=at,
                who=session.who,
                desk=session.desk,
                listing="artisans",
                title=N_("Artisans"),
                narrowed=list(dict.fromkeys(each.activity.name_ar for each in people if each.activity)),
                columns=[held[name].label for name in told],
                form="xlsx",
                file=f"الحرفيون {at.date().isoformat()}.xlsx",
                rows=len(people),
                people=len(people),
                purpose=purpose,
                recipient=recipient,
                keys=packed(each.id for each in people),
            )
        )
