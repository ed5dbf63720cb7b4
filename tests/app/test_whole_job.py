"""The main job of a day, from a roster file to the papers that people take home."""

from datetime import date
from functools import partial

import pypdfium2
import pytest

from craftdesk.app.features import papers
from craftdesk.base.names import fold
from craftdesk.base.numbers import without_marks
from craftdesk.data import journal
from craftdesk.data.check import check
from craftdesk.desk.papers import rendered
from craftdesk.features.certificates import reads as certificates
from craftdesk.features.certificates import writes as certifying
from craftdesk.features.certificates.models import Certificate, CertificateKind
from craftdesk.features.guides import reads as guides
from craftdesk.features.guides import writes as guiding
from craftdesk.features.guides.rules import case_of
from craftdesk.features.roster.importing import preview
from craftdesk.features.roster.models import Artisan, ImportedFile
from craftdesk.features.roster.taking_over import take_over
from craftdesk.features.training import reads as training
from craftdesk.features.training.models import Mark, TrainingSession
from craftdesk.features.training.writes import attendance, people, planning

HEADINGS = "اللقب;الاسم;Nom;Prénom;الجنس;تاريخ الميلاد;مكان الميلاد;رمز النشاط;البلدية"
FAMILIES = ("بوجلال", "مزيان", "حداد", "زروقي", "عمراني", "سعدي", "بلعيد", "شريفي", "رحماني", "فوزي")
LATIN = ("Boudjellal", "Meziane", "Haddad", "Zerrouki", "Amrani", "Saadi", "Belaid", "Cherifi", "Rahmani", "Fouzi")
FIRST, LAST = date(2026, 11, 15), date(2026, 11, 17)
ABSENT = 2
"""So many of the ten miss too many half-days."""


@pytest.fixture
def roster_file(tmp_path):
    rows = [
        f"{family};سمير;{latin};Samir;ذكر;{number + 1:02}/05/1980;باتنة;0301001;باتنة"
        for number, (family, latin) in enumerate(zip(FAMILIES, LATIN, strict=True))
    ]
    path = tmp_path / "roster.csv"
    path.write_text("\n".join((HEADINGS, *rows)) + "\n", "cp1256")
    return path


def text_of(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    return fold(without_marks(" ".join(page.get_textpage().get_text_range() for page in document)))


def printed(office, name: str, keys: list[str], language: str) -> str:
    paper = next(each for each in papers() if each.name == name)
    with office.reading() as session:
        return text_of(rendered(session, paper, keys, language))


def change(office, write, *args):
    with office.writing() as session:
        return write(session, *args)


def test_a_file_goes_in_a_course_is_held_and_papers_come_out(office, roster_file, opened, qtbot):
    counts = change(office, lambda session: take_over(session, preview(session, roster_file)))
    assert (counts.rows, counts.new) == (10, 10)
    course = change(office, _held_course)
    keys = change(office, _certify, course)
    assert len(keys) == len(FAMILIES) - ABSENT
    guide = change(office, _give_guide)

    certificates_ar, certificates_fr = (printed(office, "certificate", keys, language) for language in ("ar", "fr"))
    assert all(fold(name) in certificates_ar for name in FAMILIES[ABSENT:])
    assert all(fold(name) in certificates_fr for name in LATIN[ABSENT:])
    assert all(fold(name) not in certificates_ar for name in FAMILIES[:ABSENT])
    assert fold("بوجلال سمير") in printed(office, "attendance-sheet", [course], "ar")
    assert fold(FAMILIES[0]) in printed(office, "tax-guide", [guide], "ar")

    window = opened(office)
    for model in (Artisan, TrainingSession, Certificate):
        key = window.desk.read(lambda session, model=model: session.query(model).first().id)
        window.open_record(model, key)
        qtbot.waitUntil(lambda: not window.desk.is_busy())
        assert window.opened(window.page()).opened_record() == key
    with office.reading() as session:
        assert check(session).faults == ()


def test_the_import_is_taken_back_except_what_was_used_since(office, roster_file):
    change(office, lambda session: take_over(session, preview(session, roster_file)))
    with office.reading() as session:
        imported = journal.last_undoable(session, office.who).id
    course = change(office, partial(_held_course, enrolled=3))
    undone = change(office, journal.undo, imported)
    with office.reading() as session:
        assert session.query(Artisan).count() == 3
        assert session.query(ImportedFile).count() == 0
        assert len(training.sheet(session, course).participants) == 3
    assert len([each for each in undone.conflicts if each.model is Artisan]) == 3


def _held_course(session, enrolled: int = len(FAMILIES)) -> str:
    plan = planning.Plan(FIRST, days=3, subject_ar="التصميم والرسم", subject_fr="Design et dessin", hours=18)
    course = planning.plan_session(session, plan)
    artisans = session.query(Artisan).order_by(Artisan.birth_date).limit(enrolled).all()
    people.enrol(session, course, [each.id for each in artisans])
    session.flush()
    sheet = training.sheet(session, course)
    late = {artisan.id for artisan in artisans[:ABSENT]}
    for person in sheet.participants:
        for number, half in enumerate(sheet.half_days):
            away = person.artisan_id in late and number < 2
            attendance.mark(session, person.id, half.id, Mark.ABSENT if away else Mark.PRESENT)
    session.flush()
    return course


def _certify(session, course: str) -> list[str]:
    entitled = [each.participant.id for each in certificates.candidates(session, course) if each.right.has]
    return certifying.issue(session, course, entitled, CertificateKind.PARTICIPATION, LAST)


def _give_guide(session) -> str:
    artisan = guides.artisan(session, session.query(Artisan).order_by(Artisan.birth_date).first().id)
    return guiding.give_guide(session, case_of(artisan, LAST), artisan.id, "ar")
