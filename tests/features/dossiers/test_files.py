"""Files of procedures: checklists, what is missing, what runs out, numbers, undo."""

from datetime import date

import pytest

from craftdesk.base.errors import UserError
from craftdesk.base.i18n import speaking
from craftdesk.data import journal
from craftdesk.features.dossiers import reads, rules, writes
from craftdesk.features.dossiers.models import DocumentState, Dossier, DossierDocument, DossierState
from craftdesk.features.dossiers.reads import Sought
from craftdesk.features.dossiers.rules import Asked, Standing
from craftdesk.features.dossiers.ui import telling
from craftdesk.features.roster.writes import delete_artisans
from tests.features.conftest import TODAY
from tests.features.dossiers.conftest import OPENED, file_of, open_file, receive


def undo_last(database) -> journal.Undone:
    with database.writing() as session:
        return journal.undo(session, journal.last_undoable(session, database.who).id)


def test_a_checklist_without_a_source_is_left_to_the_office(office):
    with office.reading() as session:
        found = {each.code: each for each in reads.procedures(session)}
    assert all(bool(each.documents) == bool(each.source) for each in found.values())
    assert [each.copies for each in found["registration"].documents] == [1, 1, 1, 1, 1, 4, 1, 1]
    assert found["renewal"].documents == ()


def test_a_file_asks_for_what_the_checklist_names(office, dossier_id):
    file = file_of(office, dossier_id)
    assert (file.dossier.reference, file.dossier.name_ar) == ("2026/0001", "بن موسى آسيا")
    assert [each.state for each in file.documents] == [DocumentState.MISSING] * 8
    assert file.documents[0].label() == "طلب خطي"
    with speaking("fr"):
        assert file.documents[0].label() == "Demande manuscrite"


def test_numbers_run_on_within_their_year(office, artisan_id):
    made = [open_file(office, artisan_id, day=day) for day in (OPENED, OPENED, date(2025, 12, 30))]
    assert [file_of(office, key).dossier.reference for key in made] == ["2026/0001", "2026/0002", "2025/0001"]


def test_the_office_makes_a_checklist_its_own_and_files_that_are_open_keep_theirs(office, dossier_id, artisan_id):
    with office.writing() as session:
        writes.save_documents(session, "registration", [Asked("طلب", "Demande", 2, 3), Asked("صور", "Photos")])
    own = file_of(office, open_file(office, artisan_id))
    assert [(each.name_ar, each.copies, each.months) for each in own.documents] == [("طلب", 2, 3), ("صور", 1, None)]
    assert len(file_of(office, dossier_id).documents) == 8
    undo_last(office)
    undo_last(office)
    with office.reading() as session:
        assert not reads.procedure(session, "registration").own
        assert len(reads.procedure(session, "registration").documents) == 8


def test_a_checklist_is_as_supplied_again_at_one_stroke(office):
    with office.writing() as session:
        writes.save_documents(session, "card", [Asked("طلب", "")])
    with office.writing() as session:
        writes.delete_procedure(session, "card")
    with office.reading() as session:
        assert len(reads.procedure(session, "card").documents) == 4


def test_the_office_adds_a_procedure_with_its_own_time(office, artisan_id):
    with office.writing() as session:
        code = writes.save_procedure(session, None, {"name_ar": "بدل ضائع", "name_fr": "Duplicata", "days": 10})
    with office.writing() as session:
        writes.save_documents(session, code, [Asked("تصريح بالضياع", "Déclaration de perte")])
    file = file_of(office, open_file(office, artisan_id, code))
    assert (file.dossier.title_ar, file.dossier.complete_by) == ("بدل ضائع", date(2026, 11, 27))
    with office.writing() as session:
        writes.save_procedure(session, code, {"name_ar": "بدل ضائع", "offered": False})
    with office.reading() as session:
        assert code not in {each.code for each in reads.procedures(session, offered=True)}


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"procedure": "registration"}, "artisan_id"),
        ({"artisan_id": "someone"}, "procedure"),
        ({"artisan_id": "someone", "procedure": "card", "opened_on": date(2026, 12, 1)}, "opened_on"),
    ],
)
def test_what_a_file_needs_is_told_at_its_field(office, values, field):
    with pytest.raises(UserError) as refused, office.writing() as session:
        writes.open_dossier(session, values)
    assert refused.value.field == field


def test_a_document_that_counts_for_months_runs_out_by_itself(office, artisan_id):
    with office.writing() as session:
        writes.save_documents(session, "renewal", [Asked("شهادة الإقامة", "", 1, 3)])
    key = open_file(office, artisan_id, "renewal", date(2026, 8, 30))
    receive(office, key, day=date(2026, 8, 31))
    [document] = file_of(office, key).documents
    assert document.valid_until == date(2026, 11, 30)
    with office.reading() as session:
        assert [each.document.id for each in reads.running_out(session)] == [document.id]
        assert reads.number_in(session, Sought(standing=Standing.RUNNING_OUT)) == 1


@pytest.mark.parametrize(
    ("day", "months", "until"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2026, 8, 31), 6, date(2027, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2026, 5, 10), 0, None),
        (date(2026, 12, 15), 12, date(2027, 12, 15)),
    ],
)
def test_months_end_on_the_same_day_or_on_the_last_one(day, months, until):
    assert rules.valid_from(day, months) == until


def test_turning_a_document_back_forgets_its_days_and_undo_brings_them_back(office, dossier_id):
    receive(office, dossier_id, 1)
    document = file_of(office, dossier_id).documents[0]
    with office.writing() as session:
        writes.save_validity(session, document.id, date(2027, 1, 1))
    with office.writing() as session:
        writes.save_document(session, document.id, DocumentState.NOT_NEEDED, TODAY)
    assert file_of(office, dossier_id).documents[0].received_on is None
    undo_last(office)
    held = file_of(office, dossier_id).documents[0]
    assert (held.state, held.received_on, held.valid_until) == (DocumentState.RECEIVED, OPENED, date(2027, 1, 1))


def test_a_validity_before_the_day_of_receipt_is_refused(office, dossier_id):
    receive(office, dossier_id, 1)
    document = file_of(office, dossier_id).documents[0]
    with pytest.raises(UserError), office.writing() as session:
        writes.save_validity(session, document.id, date(2026, 11, 1))
    with pytest.raises(UserError), office.writing() as session:
        writes.save_validity(session, file_of(office, dossier_id).documents[1].id, date(2027, 11, 1))


def test_how_a_file_stands_is_the_same_in_the_list_and_in_the_filter(office, artisan_id):
    keys = {
        Standing.INCOMPLETE: open_file(office, artisan_id),
        Standing.OVERDUE: open_file(office, artisan_id, day=date(2026, 10, 1), complete_by=date(2026, 11, 1)),
        Standing.COMPLETE: open_file(office, artisan_id),
        Standing.SETTLED: open_file(office, artisan_id),
        Standing.WITHDRAWN: open_file(office, artisan_id),
    }
    for standing in (Standing.COMPLETE, Standing.SETTLED):
        receive(office, keys[standing])
    for standing, state in (
        (Standing.SETTLED, DossierState.SETTLED),
        (Standing.WITHDRAWN, DossierState.WITHDRAWN),
    ):
        with office.writing() as session:
            writes.close_dossier(session, keys[standing], state, TODAY)
    with office.reading() as session:
        for standing, key in keys.items():
            found = reads.dossiers(session, Sought(standing=standing))
            assert key in {each.id for each in found}, standing
            assert reads.by_keys(session, [key])[0].standing is standing
        assert {each.id for each in reads.dossiers(session, Sought(standing=Standing.INCOMPLETE))} == {
            keys[Standing.INCOMPLETE],
            keys[Standing.OVERDUE],
        }


def test_a_file_that_misses_documents_is_not_settled(office, dossier_id):
    receive(office, dossier_id, 7)
    with pytest.raises(UserError, match="وصل دفع حقوق التسجيل"), office.writing() as session:
        writes.close_dossier(session, dossier_id, DossierState.SETTLED, TODAY)


def test_all_that_is_missing_comes_in_at_one_stroke_and_goes_by_one_undo(office, dossier_id):
    with office.writing() as session:
        writes.receive_all(session, dossier_id, TODAY)
    assert file_of(office, dossier_id).missing == []
    undo_last(office)
    assert len(file_of(office, dossier_id).missing) == 8


def test_one_more_document_stands_last_and_is_asked_for_here_alone(office, dossier_id, artisan_id):
    with office.writing() as session:
        writes.add_document(session, dossier_id, "  شهادة حسن السيرة ")
    assert file_of(office, dossier_id).documents[-1].name_ar == "شهادة حسن السيرة"
    assert len(file_of(office, open_file(office, artisan_id)).documents) == 8


def test_a_deleted_file_comes_back_with_its_documents(office, dossier_id):
    with office.writing() as session:
        writes.delete_dossier(session, dossier_id)
    with office.writing() as session:
        journal.restore(session, dossier_id)
    assert len(file_of(office, dossier_id).documents) == 8


def test_an_artisan_with_a_file_is_not_deleted(office, dossier_id, artisan_id):
    with pytest.raises(UserError, match="ملف حرفي"), office.writing() as session:
        delete_artisans(session, [artisan_id])


def test_files_are_found_by_name_number_and_procedure(office, dossier_id):
    for typed in ("Benmoussa", "بن موسي", "2026/0001", "التسجيل"):
        with office.reading() as session:
            assert [each.id for each in reads.dossiers(session, Sought(typed))] == [dossier_id], typed
            assert reads.dossiers(session, Sought("زياني")) == []


def test_home_names_one_and_counts_several(office, artisan_id):
    open_file(office, artisan_id, day=date(2026, 10, 1), complete_by=date(2026, 11, 1))
    with office.reading() as session:
        [line] = telling.waiting(session)
    assert "بن موسى آسيا" in line.title
    assert "8 وثائق ناقصة" in line.title
    key = open_file(office, artisan_id)
    receive(office, key, 1)
    with office.writing() as session:
        writes.save_validity(session, file_of(office, key).documents[0].id, date(2026, 12, 1))
    with office.reading() as session:
        [line] = telling.waiting(session)
    assert line.title == "ملف ناقص انقضى أجله · ملف به وثيقة تنتهي صلاحيتها"
    assert line.record == "narrowed to overdue"


def test_what_is_written_says_so_in_the_journal(office, dossier_id):
    receive(office, dossier_id, 1)
    with office.reading() as session:
        titles = [owner.label() for owner, _count in journal.change_sets(session, 2)]
    assert "وثيقة من الملف 2026/0001 بن موسى آسيا: طلب خطي" in titles[0]
    assert Dossier.__tablename__ == "dossier"
    assert DossierDocument.kind_title
