"""An office of invented records that never change, so that its papers are the same every time."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import select

from craftdesk.base.dates import on_day
from craftdesk.data.database import Database
from craftdesk.data.model import models
from craftdesk.data.session import Session
from craftdesk.desk.feature import Paper
from craftdesk.features.certificates import reads as certificates
from craftdesk.features.certificates import writes as issuing
from craftdesk.features.certificates.models import CertificateKind, OfficeKey
from craftdesk.features.dossiers import reads as dossiers
from craftdesk.features.dossiers import writes as handing_in
from craftdesk.features.dossiers.models import DocumentState
from craftdesk.features.equipment import reads as equipment
from craftdesk.features.equipment import writes as requests
from craftdesk.features.equipment.models import EquipmentRequest, PaperState, RequestKind, RequestState
from craftdesk.features.equipment.writes import Asked
from craftdesk.features.fees import reads as fees
from craftdesk.features.fees import writes as taking_in
from craftdesk.features.fees.models import Way
from craftdesk.features.fees.writes import Paid
from craftdesk.features.guides import reads as guide_reads
from craftdesk.features.guides import writes as guides
from craftdesk.features.guides.rules import case_of
from craftdesk.features.letters import reads as letters
from craftdesk.features.letters import writes as writing
from craftdesk.features.letters.models import Addressee
from craftdesk.features.letters.rules import Wanted
from craftdesk.features.office import reads as office
from craftdesk.features.office import writes as office_writes
from craftdesk.features.roster.models import Form, Metal, Premises, Rank, Sex, Status, TaxRegime
from craftdesk.features.roster.writes import change_status, save_artisan, save_photo
from craftdesk.features.training import reads as training
from craftdesk.features.training.models import Mark
from craftdesk.features.training.writes import attendance, people, planning
from craftdesk.features.training.writes.planning import Plan
from tests.conftest import ACTIVITIES

DAY = date(2026, 11, 23)
PHOTO = Path(__file__).parents[2] / "resources" / "icons" / "craftdesk.png"
_M, _F = Sex.MALE, Sex.FEMALE
PEOPLE = (
    ("بوجلال", "سمير", "Boudjellal", "Samir", _M, date(1980, 11, 28), "0301001", "0501"),
    ("آيت مسعود", "فاطمة الزهراء", "Aït Messaoud", "Fatima Zohra", _F, date(1991, 3, 8), "0501003", "0545"),
    ("بن عبد الرحمان", "نور الدين", "Benabderrahmane", "Noureddine", _M, date(1966, 1, 1), "0303001", "0504"),
    ("شلّالي", "مقداد", "Chellali", "Mokdad", _M, date(1975, 7, 19), "0301002", "0501"),
    ("بونجاح", "كنزة", "Bounedjah", "Kenza", _F, date(1988, 12, 31), "2301001", "0516"),
    ("زيار", "عمر", "Ziar", "Omar", _M, None, "0401002", "0501"),
    ("قاسمي", "الطاهر", "Gasmi", "Tahar", _M, date(1969, 5, 5), "0301001", "0529"),
    ("لعلى", "حياة", "Laâla", "Hayet", _F, date(1995, 9, 9), "0201001", "0501"),
    ("حراث", "عبد الحق", "Harrath", "Abdelhak", _M, date(1983, 2, 14), "0701002", "0542"),
)
MOST = 9
"""So many records of a kind are printed at most."""
DECIDED = ("equipment-decision", "equipment-delivery")


def fixed_key() -> OfficeKey:
    """Seals by the same key are the same."""
    private = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
    return OfficeKey(private=bytes(range(32)), public=private.public_key().public_bytes_raw(), made_on=DAY)


def make(path: Path, then: Callable[[Session], None] = lambda _session: None) -> Database:
    """The office of Batna on its day: nine artisans, a course with its certificates, two requests, two guides,
    two letters.

    `then` is done to the artisans before anything is made of them.
    """
    database = Database(path, who="سميرة")
    listed = path.with_name("activities.csv")
    listed.write_text(ACTIVITIES, encoding="utf-8")
    with on_day(DAY):
        with database.writing() as session:
            office_writes.make_office(session, office.usual_details("05"))
        with database.writing() as session:
            office_writes.import_activities(session, listed)
        for fill in (_name, _register, then, _teach, _certify, _ask, _guide, _write, _hand_in, _pay):
            with database.writing() as session:
                session.entitle("Filled")
                fill(session)
    return database


def keys(session: Session, table: str) -> list[str]:
    """The first records of a table, which no paper is printed without."""
    model: Any = models()[table]
    found = [each.id for each in session.query(model).order_by(model.id).limit(MOST)]
    assert found, f"No paper about {table} can be compared: the office of tests/golden/office.py needs one."
    return found


def keys_for(session: Session, paper: Paper) -> list[str]:
    """The records of which a paper is made: letters and forms about what the committee has decided alone."""
    found = keys(session, paper.about)
    if paper.name not in DECIDED:
        return found
    asked = select(EquipmentRequest.id).where(EquipmentRequest.state == RequestState.DELIVERED)
    return [key for key in found if key in set(session.scalars(asked))]


def _name(session: Session) -> None:
    head = office.letterheads(session)[0]
    names = {"director_ar": "بلميهوب رشيد", "director_fr": "Belmihoub Rachid"}
    office_writes.save_letterhead(session, head.id, names)
    details = {"phone": "033 80 11 22", "address_ar": "حي الزمالة، باتنة", "address_fr": "Cité Zmala, Batna"}
    office_writes.save_chamber(session, details)


def _register(session: Session) -> None:
    codes = {each.code: each.id for each in office.activities(session)}
    made = [save_artisan(session, None, _person(place, codes)) for place in range(len(PEOPLE))]
    save_photo(session, made[0], PHOTO.read_bytes())
    change_status(session, made[-1], Status.STRUCK_OFF, date(2026, 6, 30), "توقف نهائي عن النشاط")


def _person(place: int, codes: dict[str, str]) -> dict[str, Any]:
    family_ar, given_ar, family_la, given_la, sex, born, code, commune = PEOPLE[place]
    names = {"family_ar": family_ar, "given_ar": given_ar, "family_la": family_la, "given_la": given_la, "sex": sex}
    birth = {"birth_date": born, "birth_place": "أريس"} if born else {"birth_year": 1958, "birth_place": "تكوت"}
    register = {
        "status": Status.REGISTERED,
        "register_no": f"05/{2010 + place}/{10418 + place}",
        "registered_on": date(2010 + place, 4, 12),
        "card_no": f"05A{2418 + place:06}",
        "card_issued_on": date(2022, 1, 9),
        "card_until": date(2027, 1, 8),
    }
    craft = {
        "activity_id": codes[code],
        "metal": Metal.SILVER if code == "0301001" else Metal.GOLD if code == "0301002" else Metal.NONE,
        "form": Form.INDIVIDUAL,
        "rank": Rank.MASTER if place == 6 else Rank.ARTISAN,
        "premises": Premises.FIXED if place % 2 else Premises.HOME,
        "started_on": date(2010 + place, 5, 2),
        "workers": place % 3,
        "apprentices": place % 2,
    }
    home = {
        "home_commune_id": commune,
        "activity_commune_id": commune,
        "home_address": f"شارع الاستقلال، رقم {place + 4}",
    }
    tax = {"nif": f"1{born.year if born else 1958}0501{place:06}", "tax_regime": TaxRegime.FLAT, "tax_office": "باتنة"}
    phone = {
        "phone": f"0661 24 18 {place:02}",
        "nin": f"{1 if sex is _M else 2}0{(born or DAY).year % 1000:03}0501{place:09}",
    }
    return names | birth | register | craft | home | (tax if place < 3 else {}) | phone


def _teach(session: Session) -> None:
    """A course of three days that was held: all were there, one half of the time."""
    plan = Plan(
        first_day=date(2026, 11, 14),
        days=3,
        subject_ar="التصميم والرسم في الحلي التقليدي",
        subject_fr="Design et dessin dans le bijou traditionnel",
        hours=18,
        place_ar="دار الصناعة التقليدية باتنة",
        place_fr="Maison de l'artisanat de Batna",
        partner_ar="منظمة الأمم المتحدة للتنمية الصناعية (اليونيدو)",
        partner_fr="Organisation des Nations unies pour le développement industriel (ONUDI)",
        skip_weekend=False,
    )
    key = planning.plan_session(session, plan)
    session.flush()
    found = keys(session, "artisan")
    people.add_trainer(session, key, found[6])
    people.enrol(session, key, [each for each in found if each != found[6]])
    session.flush()
    sheet = training.sheet(session, key)
    for half in sheet.half_days:
        attendance.mark_column(session, half.id, Mark.PRESENT)
    session.flush()
    for half in sheet.half_days[:3]:
        attendance.mark(session, sheet.participants[4].id, half.id, Mark.ABSENT)


def _certify(session: Session) -> None:
    (key,) = keys(session, "training_session")
    ready = [each.id for each in certificates.candidates(session, key) if each.ready]
    session.add(fixed_key())
    session.flush()
    issuing.issue(session, key, ready, CertificateKind.TRAINING, DAY)


def _ask(session: Session) -> None:
    """A furnace that was delivered, and a repair whose file is not complete."""
    found = keys(session, "artisan")
    lines = (Asked("فرن صهر الفضة بسعة 3 كغ", 1, 24_000_000), Asked("قوالب غرافيت", 6, 350_000))
    values = {"kind": RequestKind.ACQUISITION, "purpose": "تحسين جودة الصب", "deposited_on": date(2026, 9, 10)}
    furnace = requests.save_request(session, None, {"artisan_id": found[0], **values}, lines)
    session.flush()
    for paper in equipment.request_file(session, furnace).papers:
        requests.save_paper(session, paper.id, PaperState.RECEIVED, date(2026, 9, 14))
    session.flush()
    for state, day in ((RequestState.COMPLETE, 14), (RequestState.APPROVED, 24), (RequestState.DELIVERED, 30)):
        requests.move_on(session, furnace, state, date(2026, 9, day), "محضر اللجنة رقم 04")
        session.flush()
    repair = {"kind": RequestKind.MAINTENANCE, "deposited_on": date(2026, 11, 17), "artisan_id": found[2]}
    requests.save_request(session, None, repair, (Asked("إصلاح مدرفلة الصفائح النحاسية", 1, 6_850_000),))


def _guide(session: Session) -> None:
    for key in keys(session, "artisan")[:2]:
        guides.give_guide(session, case_of(guide_reads.artisan(session, key), DAY), key, "ar")
        session.flush()


def _write(session: Session) -> None:
    """A letter to an artisan, and one in French to an association."""
    artisan = keys(session, "artisan")[1]
    known = letters.addressee(session, artisan, "ar")
    woman = known.pop("addressee")
    texts = {
        "topic": "طلب اقتناء عتاد حرفي",
        "reference": "طلبكم المؤرخ في 17 نوفمبر 2026",
        "body": "ردا على طلبكم المشار إليه في المرجع أعلاه، يشرفنا أن نعلمكم أن لجنة دراسة الطلبات قد أجلت البت فيه "
        "إلى دورتها القادمة.\nوعليه نطلب منكم موافاتنا بفاتورة شكلية جديدة في أجل أقصاه خمسة عشر (15) يوما.",
        "enclosures": "نموذج الفاتورة الشكلية",
    }
    arabic = Wanted("letter", "ar", DAY, {**known, **texts}, artisan, woman, "بلميهوب رشيد")
    writing.save_letter(session, None, arabic)
    french = {
        "recipient": "Association El Amel des dinandiers",
        "address": "Cité Zmala, Batna",
        "topic": "Participation au Salon régional de l'artisanat",
        "body": "La chambre réserve un stand collectif aux dinandiers de la wilaya.\n"
        "Nous vous prions de nous faire connaître votre réponse dans les quinze (15) jours.",
    }
    writing.save_letter(session, None, Wanted("letter", "fr", DAY, french, None, Addressee.BODY, "Belmihoub Rachid"))


def _hand_in(session: Session) -> None:
    """A file that is complete, one that misses three documents, and one that nothing was handed in for."""
    found = keys(session, "artisan")
    for artisan, procedure, received in ((1, "strike-off", 5), (0, "registration", 5), (5, "card", 0)):
        values = {"artisan_id": found[artisan], "procedure": procedure, "opened_on": date(2026, 11, 9)}
        term = date(2026, 12, 9) if received else None
        key = handing_in.open_dossier(session, {**values, "complete_by": term})
        for place, document in enumerate(dossiers.dossier_file(session, key).documents[:received]):
            until = date(2027, 5, 1) if place == 2 and procedure == "registration" else None
            handing_in.save_document(session, document.id, DocumentState.RECEIVED, date(2026, 11, 9), until)
        session.flush()


def _pay(session: Session) -> None:
    """Three receipts: of a yearly fee, of several fees by cheque, and one that was cancelled."""
    found = keys(session, "artisan")
    for code, dinars in (("membership", 1000), ("card", 600), ("registration", 2000)):
        taking_in.save_rate(session, code, None, {"amount": dinars * 100, "holds_from": date(2025, 1, 1)})
    ways = (
        (1, [], Paid(date(2026, 3, 8), Way.CASH)),
        (0, ["card", "registration"], Paid(date(2026, 11, 9), Way.CHEQUE, "4180217")),
        (3, [], Paid(date(2026, 11, 23), Way.POSTAL)),
    )
    for place, extra, paid in ways:
        owed = fees.account(session, found[place]).owed
        last = taking_in.pay(session, found[place], owed, extra, paid)
        session.flush()
    taking_in.cancel(session, last, "خطأ في اسم الحرفي")
