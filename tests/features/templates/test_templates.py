"""The office's own templates: copied, changed, chosen, exported, taken in, undone; what was printed stays."""

import pypdfium2
import pytest

from craftdesk.base.errors import UserError
from craftdesk.data import journal
from craftdesk.data.check import check
from craftdesk.features.certificates import reads as certificates
from craftdesk.features.certificates import writes as certifying
from craftdesk.features.certificates.models import CertificateKind
from craftdesk.features.certificates.rules import Thanked
from craftdesk.features.certificates.writes import Chosen
from craftdesk.features.roster.models import Sex
from craftdesk.features.templates import reads, writes
from craftdesk.features.templates.models import OwnTemplate
from craftdesk.features.templates.rules import shipped
from craftdesk.features.training import reads as training
from craftdesk.features.training.writes import people
from craftdesk.pdf.template.source import packed
from tests.features.certificates.conftest import enter_sheet, held, ready  # noqa: F401 - held is a fixture
from tests.features.certificates.test_papers import printed_now, text_pages
from tests.features.conftest import TODAY
from tests.features.templates.conftest import ask, change, reworded
from tests.features.training.conftest import make_session


def issued(office, session_key, number, kind=CertificateKind.TRAINING, **chosen) -> list[str]:
    keys = ready(office, session_key)[:number]
    return change(office, certifying.issue, session_key, keys, kind, TODAY, Chosen(**chosen))


def test_a_copy_stands_beside_the_shipped_template(office, own):
    found = ask(office, reads.templates, ["training"])
    assert [(each.name, each.own, each.usual) for each in found] == [
        ("شهادة تكوين", False, True),
        ("شهادة تقنية", True, False),
    ]


def test_a_reprint_is_the_same_after_its_template_was_changed_and_deleted(office, held, own):  # noqa: F811
    issued(office, held, 2, template=own)
    before = printed_now(office)
    assert all("شهادة تكوين تقني" in page for page in text_pages(before))
    found = ask(office, reads.template, own)
    change(
        office, writes.save, own, reworded(found, "يشهد مدير", "يعلن مدير").but(page=found.page | {"colour": "#000000"})
    )
    assert printed_now(office) == before
    change(office, writes.delete, own)
    assert printed_now(office) == before


def test_a_certificate_issued_after_a_change_says_what_the_template_says_then(office, held, own):  # noqa: F811
    issued(office, held, 1, template=own)
    change(office, writes.save, own, reworded(ask(office, reads.template, own), "يشهد مدير", "يعلن مدير"))
    issued(office, held, 1, template=own)
    first, second = text_pages(printed_now(office))
    assert ("يشهد مدير" in first, "يعلن مدير" in second) == (True, True)


def test_a_shipped_template_that_a_later_program_changes_changes_no_reprint(office, held, monkeypatch):  # noqa: F811
    issued(office, held, 1)
    before = printed_now(office)
    other = reworded(shipped("training"), "يشهد مدير", "يعلن مدير")
    monkeypatch.setattr(reads, "shipped", lambda _purpose: other)
    assert printed_now(office) == before


def test_the_usual_template_of_a_kind_is_taken_when_none_is_chosen(office, held, own):  # noqa: F811
    change(office, writes.make_usual, "training", own)
    issued(office, held, 1)
    assert "شهادة تكوين تقني" in text_pages(printed_now(office))[0]
    change(office, writes.make_usual, "training", "training")
    issued(office, held, 1)
    assert "شهادة تكوين تقني" not in text_pages(printed_now(office))[1]


def test_deleting_the_usual_template_gives_the_shipped_one_back(office, own):
    change(office, writes.make_usual, "training", own)
    change(office, writes.delete, own)
    assert ask(office, reads.usual, "training") == "training"
    assert [each.usual for each in ask(office, reads.templates, ["training"])] == [True]


@pytest.mark.parametrize("language", ["ar", "fr", "both"])
@pytest.mark.parametrize("landscape", [True, False])
def test_sheet_and_languages_are_those_chosen_on_the_day_of_issue(office, held, landscape, language):  # noqa: F811
    issued(office, held, 1, landscape=landscape, language=language)
    data = printed_now(office, "fr" if language == "fr" else "ar")
    text = text_pages(data)[0]
    says = ("شهادة تكوين" in text, "Attestation de formation" in text)
    assert says == {"ar": (True, False), "fr": (False, True), "both": (True, True)}[language]
    page = pypdfium2.PdfDocument(data)[0]
    assert (page.get_width() > page.get_height()) == landscape


def test_every_change_is_undone_and_stands_in_the_history(office, own):
    before = ask(office, reads.template, own)
    change(office, writes.save, own, reworded(before, "يشهد مدير", "يعلن مدير"))
    with office.reading() as session:
        last = journal.last_undoable(session, office.who)
    change(office, journal.undo, last.id)
    assert ask(office, reads.template, own) == before
    with office.reading() as session:
        assert check(session).faults == ()


def test_a_faulty_template_is_not_saved(office, own):
    found = ask(office, reads.template, own)
    with pytest.raises(UserError):
        change(office, writes.save, own, reworded(found, "{name}", "{nobody}"))
    with pytest.raises(UserError):
        change(office, writes.save, own, found.but(name_ar=" ", name_fr=""))
    assert ask(office, reads.template, own) == found


def test_a_template_goes_to_another_office_as_one_file(office, own, tmp_path):
    found = ask(office, reads.template, own)
    key = change(office, writes.take_in, packed(found))
    assert key != own
    assert ask(office, reads.template, key) == found


@pytest.mark.parametrize("data", [b"", b"hello", packed(shipped("letter").but(purpose="poster"))])
def test_a_bad_file_is_not_taken_in(office, data):
    with pytest.raises(UserError):
        change(office, writes.take_in, data)
    with office.reading() as session:
        assert session.query(OwnTemplate).count() == 0


def test_a_template_with_an_unknown_field_is_not_taken_in(office):
    with pytest.raises(UserError):
        change(office, writes.take_in, packed(reworded(shipped("training"), "{name}", "{nobody}")))


# Who else is certified.


@pytest.fixture
def taught(office) -> str:
    key = make_session(office, 1)
    values = {"own_name_ar": "قاسمي الطاهر", "own_name_la": "GASMI Tahar", "function_ar": "حرفي معلم"}
    change(office, people.add_outside_trainer, key, values)
    enter_sheet(office, key, ())
    return key


def trainers(office, key) -> list[certificates.Teacher]:
    with office.reading() as session:
        return certificates.teachers_of(session, training.sheet(session, key))


def test_a_trainer_is_certified_and_thanked_once_each(office, taught):
    [teacher] = trainers(office, taught)
    for kind in (CertificateKind.TRAINER, CertificateKind.THANKS):
        change(office, certifying.issue_to_trainers, taught, [teacher.id], kind, TODAY)
    first, second = text_pages(printed_now(office))
    assert all(words in first for words in ("شهادة تأطير", "قاسمي الطاهر", "حرفي معلم", "قد أطّر(ت) الدورة التكوينية"))
    assert all(words in second for words in ("شهادة شكر وتقدير", "نظير الجهود", "التصميم والرسم"))
    [teacher] = trainers(office, taught)
    assert set(teacher.certificates) == {CertificateKind.TRAINER, CertificateKind.THANKS}
    with pytest.raises(UserError):
        change(office, certifying.issue_to_trainers, taught, [teacher.id], CertificateKind.THANKS, TODAY)


def test_somebody_who_is_typed_in_is_thanked(office):
    person = Thanked(
        "مزهود ليلى", "MEZHOUD Leïla", Sex.FEMALE, reason_ar="على دعمها للحرفيين", function_ar="رئيسة الجمعية"
    )
    change(office, certifying.thank, person, TODAY)
    [page] = text_pages(printed_now(office))
    assert all(
        words in page for words in ("إلى السيدة", "مزهود ليلى", "على دعمها للحرفيين", "رئيسة الجمعية", "2026/0001")
    )
    assert "نظير" not in page
    assert "المنعقدة" not in page


@pytest.mark.parametrize("person", [Thanked(reason_ar="شكرا"), Thanked(name_ar="مزهود ليلى")])
def test_nobody_is_thanked_without_a_name_and_a_reason(office, person):
    with pytest.raises(UserError):
        change(office, certifying.thank, person, TODAY)
