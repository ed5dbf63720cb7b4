"""The sessions of the demo office: those that the cluster project held, dated around the day of the demo."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from craftdesk.base.dates import week_start
from craftdesk.base.i18n import N_
from craftdesk.data.session import Session
from craftdesk.features.roster.models import Artisan, Sex
from craftdesk.features.training import reads
from craftdesk.features.training.models import CourseKind, Mark, Part
from craftdesk.features.training.writes import attendance, people, planning
from craftdesk.features.training.writes.planning import Plan

HOUSE = ("دار الصناعة التقليدية باتنة", "Maison de l'artisanat de Batna")
ROOM = ("قاعة الاجتماعات بمقر الغرفة", "Salle de réunions de la chambre")
PROJECT = "مشروع التجمعات المهنية في الصناعات الثقافية والإبداعية (اليونيدو)"


@dataclass(frozen=True)
class Outsider:
    """Somebody who is not of the roster."""

    name_ar: str
    name_la: str
    function: str
    body: str
    phone: str = ""
    sex: Sex = Sex.MALE
    birth_date: date | None = None
    birth_place: str = ""


DESIGNER = Outsider("قاسمي الطاهر", "Gasmi Tahar", "أستاذ الفنون الجميلة", "المدرسة الجهوية للفنون الجميلة باتنة")
INSPECTOR = Outsider("بوضياف نسيمة", "Boudiaf Nassima", "مفتشة العمل", "مفتشية العمل لولاية باتنة", "0661730218")
TAX_OFFICER = Outsider("رحماني السعيد", "Rahmani Saïd", "رئيس مصلحة", "مديرية الضرائب لولاية باتنة", "0550412907")
EXPERT = Outsider("فوزي مراد", "Fouzi Mourad", "خبير في تنمية التجمعات المهنية", "اليونيدو", "0770186354")

STAFF = (
    Outsider("مزهود ليلى", "Mezhoud Leïla", "رئيسة مكتب", "وزارة السياحة والصناعة التقليدية", "0661204518", Sex.FEMALE,
             date(1984, 5, 17), "الجزائر الوسطى"),
    Outsider("حداد يوسف", "Haddad Youcef", "مدير الغرفة", "غرفة الصناعة التقليدية والحرف قسنطينة", "0555631729",
             Sex.MALE, date(1975, 11, 2), "قسنطينة"),
    Outsider("بن صالح نادية", "Bensalah Nadia", "منشطة التجمع", "غرفة الصناعة التقليدية والحرف باتنة", "0771452036",
             Sex.FEMALE, date(1990, 3, 9), "باتنة"),
    Outsider("عمراني كريم", "Amrani Karim", "إطار مكلف بالتكوين", "غرفة الصناعة التقليدية والحرف جيجل", "0662918340",
             Sex.MALE, date(1987, 8, 24), "جيجل"),
    Outsider("زروقي سامية", "Zerrouki Samia", "مديرة الغرفة", "غرفة الصناعة التقليدية والحرف تيبازة", "0558207164",
             Sex.FEMALE, date(1979, 1, 30), "حجوط"),
    Outsider("بلعيد توفيق", "Belaïd Toufik", "مكلف بالدراسات", "الوكالة الوطنية للصناعة التقليدية", "0776350982",
             Sex.MALE, date(1982, 6, 12), "تيزي وزو"),
    Outsider("شريفي حنان", "Cherifi Hanane", "متصرفة", "وزارة السياحة والصناعة التقليدية", "0660741593", Sex.FEMALE,
             date(1992, 9, 5), "بومرداس"),
    Outsider("سعدي عبد الحق", "Saadi Abdelhak", "مدير الغرفة", "غرفة الصناعة التقليدية والحرف الأغواط", "0553184670",
             Sex.MALE, date(1971, 12, 18), "الأغواط"),
)  # fmt: skip


def fill(session: Session, artisans: Sequence[Artisan], day: date) -> list[str]:
    """Four sessions around `day`: one held, one running, one to come, and one of staff; gives their keys."""
    luck = random.Random(1914)
    session.entitle(N_("Training sessions of the demo office"))
    jewellers = _of_sectors(artisans, ("03", "16")) or list(artisans)
    others = [each for each in artisans if each not in jewellers] or list(artisans)
    held = _session(session, _design(_sunday(day, -5)), DESIGNER, jewellers[:20])
    running = _session(session, _safety(day - timedelta(1)), INSPECTOR, others[:18])
    coming = _session(session, _tax_day(_sunday(day, 1) + timedelta(1)), TAX_OFFICER, jewellers[20:44])
    staff = _session(session, _clusters(_sunday(day, -2)), EXPERT, ())
    for each in STAFF:
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


def _session(session: Session, plan: Plan, trainer: Outsider, artisans: Sequence[Artisan]) -> str:
    key = planning.plan_session(session, plan)
    people.add_outside_trainer(session, key, _values(trainer, "phone"))
    if artisans:
        people.enrol(session, key, [each.id for each in artisans])
    return key


def _values(person: Outsider, phone: str = "own_phone") -> dict[str, Any]:
    names = {"own_name_ar": person.name_ar, "own_name_la": person.name_la}
    return {**names, "function": person.function, "body": person.body, phone: person.phone}


def _birth(person: Outsider) -> dict[str, Any]:
    return {"own_sex": person.sex, "own_birth_date": person.birth_date, "own_birth_place": person.birth_place}


def _design(first: date) -> Plan:
    return Plan(
        first_day=first,
        days=3,
        subject_ar="التصميم والرسم في الحلي التقليدي",
        subject_fr="Design et dessin dans le bijou traditionnel",
        hours=18,
        aims="رسم قطعة حلي جديدة انطلاقا من الموروث الأوراسي، وإعداد طقم منتجات للعرض",
        place_ar=HOUSE[0],
        place_fr=HOUSE[1],
        partner=PROJECT,
    )


def _safety(first: date) -> Plan:
    return Plan(
        first_day=first,
        days=3,
        subject_ar="النظافة والأمن في أماكن العمل",
        subject_fr="Hygiène et sécurité au travail",
        hours=18,
        place_ar=HOUSE[0],
        place_fr=HOUSE[1],
        partner="جامعة قسنطينة 3",
        skip_weekend=False,
    )


def _tax_day(day: date) -> Plan:
    return Plan(
        first_day=day,
        days=1,
        subject_ar="التسجيل لدى مصالح الضرائب والتزامات الحرفي",
        subject_fr="L'inscription auprès des services fiscaux et les obligations de l'artisan",
        kind=CourseKind.AWARENESS,
        hours=3,
        place_ar=ROOM[0],
        place_fr=ROOM[1],
        partner="مديرية الضرائب لولاية باتنة",
        parts=(Part.MORNING,),
        min_share=100,
    )


def _clusters(first: date) -> Plan:
    return Plan(
        first_day=first,
        days=3,
        subject_ar="تنمية التجمعات المهنية وتنشيطها",
        subject_fr="Développement et animation des clusters",
        hours=18,
        place_ar=ROOM[0],
        place_fr=ROOM[1],
        partner=PROJECT,
        excused_counts=True,
    )


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
