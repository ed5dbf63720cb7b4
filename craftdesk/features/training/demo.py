"""The sessions of the demo office: those that the cluster project held, dated around the day of the demo."""

import csv
import random
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from craftdesk.base.dates import week_start
from craftdesk.base.i18n import N_
from craftdesk.base.paths import RESOURCES
from craftdesk.data.session import Session
from craftdesk.features.roster.models import Artisan, Sex
from craftdesk.features.training import reads
from craftdesk.features.training.models import CourseKind, Mark, Part
from craftdesk.features.training.writes import attendance, people, planning
from craftdesk.features.training.writes.planning import Plan

Names = tuple[str, str]
"""In Arabic and in French."""
HOUSE = ("دار الصناعة التقليدية باتنة", "Maison de l'artisanat de Batna")
ROOM = ("قاعة الاجتماعات بمقر الغرفة", "Salle de réunions de la chambre")
PROJECT = (
    "مشروع التجمعات المهنية في الصناعات الثقافية والإبداعية (اليونيدو)",
    "Projet de développement de clusters dans les industries culturelles et créatives (ONUDI)",
)
UNIVERSITY = ("جامعة قسنطينة 3", "Université Constantine 3")
TAX_OFFICE = ("مديرية الضرائب لولاية باتنة", "Direction des impôts de la wilaya de Batna")


OUTSIDERS = RESOURCES / "demo" / "outsiders.csv"
"""Who is not of the roster: the trainers by what they teach, and the staff who take part."""


def fill(session: Session, artisans: Sequence[Artisan], day: date) -> list[str]:
    """Four sessions around `day`: one held, one running, one to come, and one of staff; gives their keys."""
    luck = random.Random(1914)
    session.entitle(N_("Training sessions of the demo office"))
    jewellers = _of_sectors(artisans, ("03", "16")) or list(artisans)
    others = [each for each in artisans if each not in jewellers] or list(artisans)
    outside = _outsiders()
    held = _session(session, _design(_sunday(day, -5)), outside["design"], jewellers[:20])
    running = _session(session, _safety(day - timedelta(1)), outside["safety"], others[:18])
    coming = _session(session, _tax_day(_sunday(day, 1) + timedelta(1)), outside["tax"], jewellers[20:44])
    staff = _session(session, _clusters(_sunday(day, -2)), outside["clusters"], ())
    for each in outside["staff"]:
        people.enrol_outsider(session, staff, _values(each) | _birth(each))
    session.flush()
    _attend(session, held, luck, 6)
    _attend(session, staff, luck, 6)
    _attend(session, running, luck, 3)
    return [held, running, coming, staff]


def _sunday(day: date, weeks: int) -> date:
    return week_start(day) + timedelta(1 + 7 * weeks)


def _of_sectors(artisans: Sequence[Artisan], sectors: Sequence[str]) -> list[Artisan]:
    return [each for each in artisans if each.activity and each.activity.code[:2] in sectors]


def _outsiders() -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = {}
    with OUTSIDERS.open(encoding="utf-8", newline="") as file:
        for each in csv.DictReader(file):
            found.setdefault(each["part"], []).append(each)
    return found


def _session(session: Session, plan: Plan, trainers: Sequence[Mapping[str, str]], artisans: Sequence[Artisan]) -> str:
    key = planning.plan_session(session, plan)
    for each in trainers:
        people.add_outside_trainer(session, key, _values(each, "phone"))
    if artisans:
        people.enrol(session, key, [each.id for each in artisans])
    return key


def _values(person: Mapping[str, str], phone: str = "own_phone") -> dict[str, Any]:
    same = {name: person[name] for name in ("function_ar", "function_fr", "body_ar", "body_fr")}
    return {"own_name_ar": person["name_ar"], "own_name_la": person["name_la"], phone: person["phone"], **same}


def _birth(person: Mapping[str, str]) -> dict[str, Any]:
    return {
        "own_sex": Sex(person["sex"]),
        "own_birth_date": date.fromisoformat(person["birth_date"]),
        "own_birth_place": person["birth_place"],
    }


def _plan(first: date, subject: Names, place: Names, partner: Names, **more: Any) -> Plan:
    """A course of three days, unless something else is said."""
    usual: dict[str, Any] = {"days": 3, "hours": 18}
    for name, (arabic, french) in {"subject": subject, "place": place, "partner": partner}.items():
        usual |= {f"{name}_ar": arabic, f"{name}_fr": french}
    return Plan(first_day=first, **(usual | more))


def _design(first: date) -> Plan:
    subject = ("التصميم والرسم في الحلي التقليدي", "Design et dessin dans le bijou traditionnel")
    aims = "رسم قطعة حلي جديدة انطلاقا من الموروث الأوراسي، وإعداد طقم منتجات للعرض"
    return _plan(first, subject, HOUSE, PROJECT, aims=aims)


def _safety(first: date) -> Plan:
    subject = ("النظافة والأمن في أماكن العمل", "Hygiène et sécurité au travail")
    return _plan(first, subject, HOUSE, UNIVERSITY, skip_weekend=False)


def _tax_day(day: date) -> Plan:
    subject = (
        "التسجيل لدى مصالح الضرائب والتزامات الحرفي",
        "L'inscription auprès des services fiscaux et les obligations de l'artisan",
    )
    short: dict[str, Any] = {"days": 1, "hours": 3, "parts": (Part.MORNING,), "min_share": 100}
    return _plan(day, subject, ROOM, TAX_OFFICE, kind=CourseKind.AWARENESS, **short)


def _clusters(first: date) -> Plan:
    subject = ("تنمية التجمعات المهنية وتنشيطها", "Développement et animation des clusters")
    return _plan(first, subject, ROOM, PROJECT, excused_counts=True)


def _attend(session: Session, key: str, luck: random.Random, count: int) -> None:
    """A class as it is: most are there, a few come late, up to three stay away too often."""
    sheet = reads.sheet(session, key)
    people_there = list(sheet.participants)
    away = luck.sample(people_there, min(3, len(people_there) // 6))
    for person in people_there:
        for half, mark in zip(sheet.half_days, _marks(luck, person in away, count), strict=False):
            attendance.mark(session, person.id, half.id, mark)
    session.flush()


def _marks(luck: random.Random, away: bool, count: int) -> list[Mark]:
    if not away:
        return luck.choices([Mark.PRESENT, Mark.LATE], (10, 1), k=count)
    missed = [Mark.ABSENT, luck.choice([Mark.ABSENT, Mark.EXCUSED])]
    marks = [*missed, *[Mark.PRESENT] * (count - len(missed))]
    luck.shuffle(marks)
    return marks
