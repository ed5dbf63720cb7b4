"""Letters: numbered by year without a gap, frozen as they were written."""

from dataclasses import replace
from datetime import date

import pytest

from craftdesk.base.errors import UserError
from craftdesk.base.i18n import speaking
from craftdesk.data import journal, search
from craftdesk.features.letters import reads, writes
from craftdesk.features.letters.holding import letters as held
from craftdesk.features.letters.models import Letter
from craftdesk.features.letters.reads import Sought
from craftdesk.features.letters.rules import Wanted
from craftdesk.features.letters.ui.telling import hits
from craftdesk.features.templates import writes as templates
from tests.features.conftest import TODAY
from tests.features.letters.conftest import TEXTS, letter_of, write_letter
from tests.features.training.conftest import make_session


def number_of(database, key: str) -> str:
    return letter_of(database, key).reference


def changed(database, key: str, **changes) -> None:
    with database.writing() as session:
        wanted = reads.wanted_of(reads.letter(session, key))
        writes.save_letter(session, key, replace(wanted, **changes))


def test_numbers_run_by_year(office):
    keys = [write_letter(office, day) for day in (date(2025, 12, 30), TODAY, TODAY, date(2025, 12, 31))]
    assert [number_of(office, key) for key in keys] == ["2025/0001", "2026/0001", "2026/0002", "2025/0002"]


def test_a_letter_stays_in_its_year_and_keeps_its_number(office):
    key = write_letter(office)
    changed(office, key, texts={**TEXTS, "topic": "موضوع آخر"})
    assert (number_of(office, key), letter_of(office, key).topic) == ("2026/0001", "موضوع آخر")
    with pytest.raises(UserError) as refused:
        changed(office, key, day=date(2025, 3, 1))
    assert refused.value.field == "day"


@pytest.mark.parametrize("name", ["recipient", "topic", "body"])
def test_what_a_letter_needs_is_asked_for_at_its_field(office, name):
    with pytest.raises(UserError) as refused:
        write_letter(office, texts={name: "  "})
    assert refused.value.field == name
    with office.reading() as session:
        assert reads.number_in(session, Sought()) == 0


def test_only_the_last_letter_of_a_year_goes_to_the_bin(office):
    first, last = write_letter(office), write_letter(office)
    with pytest.raises(UserError, match="2026/0001"), office.writing() as session:
        writes.delete_letter(session, first)
    with office.writing() as session:
        writes.delete_letter(session, last)
    assert number_of(office, write_letter(office)) == "2026/0002"


def undo_last(database) -> journal.Undone:
    with database.reading() as session:
        last = journal.last_undoable(session, database.who)
    with database.writing() as session:
        return journal.undo(session, last.id)


def test_undo_takes_the_last_letter_back_and_leaves_one_that_others_followed(office):
    first = write_letter(office)
    with office.reading() as session:
        set_id = journal.last_undoable(session, office.who).id
    write_letter(office)
    with office.writing() as session:
        undone = journal.undo(session, set_id)
    assert [conflict.label for conflict in undone.conflicts]
    undo_last(office)
    with office.reading() as session:
        assert reads.keys_in(session, Sought()) == [first]


def test_a_deleted_letter_does_not_return_when_its_number_was_given_again(office):
    key = write_letter(office)
    with office.writing() as session:
        writes.delete_letter(session, key)
    with office.reading() as session:
        deleted = journal.last_undoable(session, office.who).id
    other = write_letter(office)
    with office.writing() as session:
        assert journal.undo(session, deleted).conflicts
    with office.reading() as session:
        assert reads.keys_in(session, Sought()) == [other]


def test_a_deleted_letter_returns_with_its_number(office):
    key = write_letter(office)
    with office.writing() as session:
        writes.delete_letter(session, key)
    undo_last(office)
    assert number_of(office, key) == "2026/0001"


def test_an_artisan_is_written_to_in_the_language_of_the_letter(office, artisan_id):
    with office.reading() as session:
        arabic, french = (reads.addressee(session, artisan_id, code) for code in ("ar", "fr"))
    assert arabic["recipient"] != french["recipient"]
    assert french["recipient"].isascii() or "é" in french["recipient"]


def test_a_convocation_is_filled_in_from_a_session(office):
    key = make_session(office, 4)
    with office.reading() as session:
        found = reads.of_session(session, key, "ar", ("subject", "days", "place", "event", "length"))
        wanted = Wanted("convocation", "ar", TODAY, {"recipient": "بوزيد فاطمة", **found})
        says = reads.composed(session, wanted).printed.values
    assert says["at_place"] == "بدار الصناعة التقليدية باتنة"
    assert "14" in says["days"]
    assert says["subject"] == "التصميم والرسم في الحلي التقليدي"
    assert says["event"] == "الدورة التكوينية"


def test_what_another_template_asked_for_is_not_kept(office):
    key = write_letter(office, texts={"missing": "فاتورة"})
    assert letter_of(office, key).more == {}


def test_a_letter_keeps_its_template_until_another_is_chosen(office):
    with office.writing() as session:
        own = templates.copy(session, "letter")
    key = write_letter(office, template=own)
    before = letter_of(office, key).version
    with office.writing() as session:
        templates.delete(session, own)
    changed(office, key, signatory="قاسمي الطاهر")
    assert letter_of(office, key).version == before
    changed(office, key, template="letter")
    assert letter_of(office, key).template == "letter"


@pytest.mark.parametrize("typed", ["2026/0001", "بوزيد", "bouzid", "عتاد", "الاجتماع"])
def test_a_letter_is_found_by_number_name_sound_subject_and_text(office, typed):
    key = write_letter(office)
    write_letter(
        office, texts={"recipient": "Association El Amel", "topic": "Salon", "body": "Bonjour."}, language="fr"
    )
    with office.reading() as session:
        assert reads.keys_in(session, Sought(typed)) == [key]
        assert search.find(session.connection(), typed, ("letter",), 5) == [("letter", key)]
        assert "بوزيد فاطمة الزهراء" in hits(session, [key])[0].title


def test_the_list_is_narrowed_by_year(office):
    old = write_letter(office, date(2025, 5, 5))
    write_letter(office)
    with office.reading() as session:
        assert reads.keys_in(session, Sought(year=2025)) == [old]
        assert reads.years(session) == [2026, 2025]


def test_a_person_is_told_which_letters_are_held(office, artisan_id):
    write_letter(office, artisan_id=artisan_id)
    write_letter(office)
    with office.reading() as session, speaking("fr"):
        assert len(held(session, artisan_id).rows) == 1
        assert [each.artisan_id for each in reads.of_artisan(session, artisan_id)] == [artisan_id]


def test_history_says_what_was_changed(office):
    key = write_letter(office)
    changed(office, key, texts={**TEXTS, "topic": "موضوع آخر"})
    with office.reading() as session:
        assert [event.title for event in journal.history(session, key)]
        assert session.get_one(Letter, key).label() == "2026/0001 بوزيد فاطمة الزهراء"
