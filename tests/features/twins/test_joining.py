"""Joining two records of one person, with everything that hangs on either; and taking it back, days later too."""

from datetime import date, timedelta

import pytest

from craftdesk.base.dates import on_day
from craftdesk.base.errors import UserError
from craftdesk.data import journal, search
from craftdesk.data.check import check
from craftdesk.features.certificates import writes as certificates
from craftdesk.features.certificates.models import Certificate, CertificateKind
from craftdesk.features.dossiers import reads as dossiers
from craftdesk.features.dossiers.models import Dossier, Scan
from craftdesk.features.dossiers.writes import Given, attach
from craftdesk.features.equipment.models import EquipmentRequest
from craftdesk.features.fees import writes as fees
from craftdesk.features.fees.models import FeeDue, FeeReceipt
from craftdesk.features.fees.writes import Paid
from craftdesk.features.guides.models import GivenGuide
from craftdesk.features.guides.rules import TaxCase
from craftdesk.features.guides.writes import give_guide
from craftdesk.features.letters.models import Letter
from craftdesk.features.roster import writes as roster
from craftdesk.features.roster.models import Artisan, Metal, Status, StatusChange
from craftdesk.features.ties import writes as ties
from craftdesk.features.ties.models import Tie
from craftdesk.features.ties.rules import Role
from craftdesk.features.training import reads as training
from craftdesk.features.training.models import Attendance, Mark, Participant, Trainer
from craftdesk.features.training.writes import people
from craftdesk.features.training.writes.attendance import mark
from craftdesk.features.twins import reads, writes
from craftdesk.features.twins.models import JoinedTwin, NotTwins
from tests.features.conftest import TODAY
from tests.features.dossiers.conftest import open_file, picture
from tests.features.equipment.conftest import take_in
from tests.features.letters.conftest import write_letter
from tests.features.training.conftest import make_session
from tests.features.twins.conftest import AGAIN, SAMIR, act, add, artisan, contents, edit, every, join, undo

GUIDED = TaxCase(TODAY, "0301001", Metal.SILVER, None, None)


@pytest.fixture
def samir(office) -> str:
    return add(office, **SAMIR)


@pytest.fixture
def again(office, samir) -> str:
    return add(office, **AGAIN)


def held(office, *artisans: str, marks: tuple[Mark, ...] = (Mark.PRESENT,) * 6, **plan) -> str:
    """A session that these took part in."""
    key = make_session(office, 0, **plan)
    act(office, people.enrol, key, artisans)
    with office.writing() as session:
        sheet = training.sheet(session, key)
        for person in sheet.participants:
            for half, each in zip(sheet.half_days, marks, strict=False):
                mark(session, person.id, half.id, each)
    return key


def participant(office, session_id: str, artisan_id: str) -> Participant:
    return next(p for p in every(office, Participant) if (p.session_id, p.artisan_id) == (session_id, artisan_id))


def issue(office, session_id: str, *participants: str) -> list[str]:
    return act(office, certificates.issue, session_id, participants, CertificateKind.TRAINING, TODAY)


def test_the_record_that_stays_is_filled_from_the_other(office, samir, again):
    join(office, samir, again)
    kept = artisan(office, samir)
    assert (kept.casnos_no, kept.remarks) == (AGAIN["casnos_no"], AGAIN["remarks"])
    assert (kept.register_no, kept.nin, kept.name_ar) == (SAMIR["register_no"], SAMIR["nin"], "بوجلال سمير")
    assert {kept.phone, kept.other_phone} == {SAMIR["phone"], AGAIN["phone"]}
    assert artisan(office, again) is None


def test_what_was_chosen_goes_before_what_is_proposed(office, samir, again):
    join(office, samir, again, phone=SAMIR["phone"], given_la="Smaïr", register_no=AGAIN["register_no"])
    kept = artisan(office, samir)
    assert (kept.phone, kept.given_la, kept.register_no) == (SAMIR["phone"], "Smaïr", AGAIN["register_no"])


def test_the_numbers_of_the_record_that_went_still_lead_to_the_person(office, samir, again):
    join(office, samir, again)
    with office.reading() as session:
        [(table, key)] = search.find(session.connection(), AGAIN["register_no"])
        remembered = session.get(JoinedTwin, key)
    assert table == "joined_twin"
    assert (remembered.artisan_id, remembered.register_no) == (samir, AGAIN["register_no"])


def test_everything_that_hangs_on_either_moves_along(office, samir, again):
    course = held(office, again)
    [certificate] = issue(office, course, participant(office, course, again).id)
    request = take_in(office, again)
    letter = write_letter(office, artisan_id=again)
    act(office, give_guide, GUIDED, again, "ar")
    words = {each.id: each.content for each in every(office, Certificate)}
    joined, _change = join(office, samir, again)
    assert joined.notes == ()
    assert participant(office, course, samir)
    assert {each.id: each.artisan_id for each in every(office, Certificate)} == {certificate: samir}
    assert {each.id: each.artisan_id for each in every(office, EquipmentRequest)} == {request: samir}
    assert {each.id: each.artisan_id for each in every(office, Letter)} == {letter: samir}
    assert [each.artisan_id for each in every(office, GivenGuide)] == [samir]
    assert {each.id: each.content for each in every(office, Certificate)} == words


def test_who_was_on_one_list_twice_is_there_once_with_what_was_entered_for_both(office, samir, again):
    course = held(office, samir, again, marks=(Mark.ABSENT,) * 3)
    first, second = (participant(office, course, key).id for key in (samir, again))
    with office.writing() as session:
        halves = training.sheet(session, course).half_days
        for half in halves[1:5]:
            mark(session, second, half.id, Mark.PRESENT)
    joined, _change = join(office, samir, again)
    assert [each.id for each in every(office, Participant)] == [first]
    marks = {each.half_day_id: each.mark for each in every(office, Attendance)}
    assert [marks.get(half.id) for half in halves] == [Mark.ABSENT, *[Mark.PRESENT] * 4, None]
    assert len(joined.notes) == 1
    assert "التصميم والرسم" in joined.notes[0]


def test_a_certificate_moves_to_the_place_of_the_other_or_stays_beside_its_own(office, samir, again):
    course = held(office, samir, again)
    first, second = (participant(office, course, key).id for key in (samir, again))
    issue(office, course, first, second)
    of = {each.participant_id: each.id for each in every(office, Certificate)}
    joined, change = join(office, samir, again)
    now = {each.id: each for each in every(office, Certificate)}
    own, spare = now[of[first]], now[of[second]]
    assert (own.participant_id, spare.participant_id) == (first, None)
    assert (own.artisan_id, spare.artisan_id) == (samir, samir)
    assert any(spare.reference in note for note in joined.notes)
    assert not undo(office, change).conflicts
    assert {each.participant_id for each in every(office, Certificate)} == {first, second}


def test_who_taught_twice_teaches_once(office, samir, again):
    course = make_session(office, 0)
    act(office, people.add_trainer, course, samir)
    act(office, people.add_trainer, course, again)
    join(office, samir, again)
    assert [each.artisan_id for each in every(office, Trainer)] == [samir]


def test_the_history_of_the_status_ends_with_the_status_that_was_chosen(office, samir, again):
    act(office, roster.change_status, again, Status.STRUCK_OFF, date(2026, 10, 1), "وفاة")
    join(office, samir, again, status=Status.REGISTERED)
    steps = sorted(every(office, StatusChange), key=lambda each: (each.day, each.id))
    assert {each.artisan_id for each in steps} == {samir}
    assert steps[-1].status is artisan(office, samir).status is Status.REGISTERED


def test_who_is_not_the_same_as_the_one_that_went_is_not_the_same_as_the_one_that_stays(office, samir, again):
    third = add(office, family_ar="بوجلال", given_ar="سميرة")
    act(office, writes.keep_apart, [again, third])
    join(office, samir, again)
    [verdict] = every(office, NotTwins)
    assert {verdict.first_id, verdict.second_id} == {samir, third}


def test_three_records_become_one_in_one_action(office, samir, again):
    third = add(office, family_ar="بوجلال", given_ar="سمير", birth_year=1976, nif="197605012345678")
    _joined, change = join(office, samir, again, third)
    assert [each.id for each in every(office, Artisan)] == [samir]
    assert artisan(office, samir).nif == "197605012345678"
    undo(office, change)
    assert len(every(office, Artisan)) == 3


def test_a_record_is_not_joined_to_itself(office, samir):
    with pytest.raises(UserError):
        join(office, samir, samir)


def test_taking_it_back_leaves_everything_as_it_was(office, samir, again):
    third = add(office, family_ar="بوجلال", given_ar="سميرة")
    act(office, writes.keep_apart, [again, third])
    own, both = held(office, again), held(office, samir, again, first_day=date(2026, 10, 3))
    issue(office, own, participant(office, own, again).id)
    issue(office, both, participant(office, both, again).id, participant(office, both, samir).id)
    take_in(office, again)
    write_letter(office, artisan_id=again)
    act(office, give_guide, GUIDED, again, "ar")
    act(office, roster.change_status, again, Status.STRUCK_OFF, date(2026, 10, 1))
    before = contents(office)
    _joined, change = join(office, samir, again, register_no=AGAIN["register_no"])
    assert contents(office) != before
    assert undo(office, change).conflicts == ()
    assert contents(office) == before
    with office.reading() as session:
        assert check(session).faults == ()


def test_taken_back_days_later_what_was_changed_since_stays_and_is_listed(office, samir, again):
    own = held(office, again)
    moved = participant(office, own, again).id
    _joined, change = join(office, samir, again)
    with on_day(TODAY + timedelta(9)):
        edit(office, samir, casnos_no="99", home_address="حي الزمالة")
        [certificate] = issue(office, own, moved)
        request = take_in(office, samir)
        undone = undo(office, change)
    assert {(each.label, each.field) for each in undone.conflicts} == {(artisan(office, samir).label(), "casnos_no")}
    assert artisan(office, samir).casnos_no == "99"
    assert artisan(office, samir).home_address == "حي الزمالة"
    assert artisan(office, again).casnos_no == AGAIN["casnos_no"]
    assert participant(office, own, again).id == moved
    assert {each.id: each.artisan_id for each in every(office, Certificate)} == {certificate: again}
    assert {each.id: each.artisan_id for each in every(office, EquipmentRequest)} == {request: samir}


def test_restored_from_the_bin_the_record_gets_back_what_is_its_own(office, samir, again):
    course = held(office, again)
    before = contents(office)
    join(office, samir, again)
    with office.reading() as session:
        [binned] = [each for each in journal.binned(session) if each.model is Artisan]
    assert (binned.record_id, artisan(office, samir).label() in binned.title) == (again, True)
    act(office, journal.restore, again)
    assert participant(office, course, again)
    assert contents(office) == before


def test_taken_back_and_done_again(office, samir, again):
    course = held(office, again)
    _joined, change = join(office, samir, again)
    once = contents(office)
    undone = undo(office, change)
    undo(office, undone.set_id)
    assert contents(office) == once
    assert participant(office, course, samir)


def test_who_comes_back_without_the_number_that_is_taken_still_gets_what_is_his(office, samir, again):
    course = held(office, again)
    _joined, change = join(office, samir, again)
    add(office, family_ar="حراث", given_ar="عمر", register_no=AGAIN["register_no"])
    [conflict] = undo(office, change).conflicts
    assert (conflict.record_id, conflict.field) == (again, "register_no")
    assert "حراث" in conflict.why
    assert artisan(office, again).register_no is None
    assert participant(office, course, again)


def test_a_merged_one_can_be_merged_again_and_remembers_every_number(office, samir, again):
    third = add(office, family_ar="بوجلال", given_ar="سمير", register_no="05/2001/00003")
    join(office, samir, again)
    join(office, third, samir, register_no="05/2001/00003")
    with office.reading() as session:
        found = {each.register_no for each in reads.joined_to(session, third)}
    assert found == {AGAIN["register_no"], SAMIR["register_no"]}


def test_files_documents_scans_and_fees_move_along_and_go_home_again(office, samir, again):
    file = open_file(office, again)
    with office.reading() as session:
        document = dossiers.dossier_file(session, file).documents[0].id
    act(office, attach, again, Given("عقد الإيجار.png", picture()), TODAY, document)
    rate = {"amount": 100_000, "holds_from": date(2026, 1, 1), "source": "مداولة"}
    act(office, fees.save_rate, "card", None, rate)
    act(office, fees.charge, samir, "card", TODAY)
    act(office, fees.pay, again, [], ["card"], Paid(TODAY))
    before = contents(office)
    _joined, change = join(office, samir, again)
    for model in (Dossier, Scan, FeeDue, FeeReceipt):
        assert {each.artisan_id for each in every(office, model)} == {samir}
    assert undo(office, change).conflicts == ()
    assert contents(office) == before


def test_a_scan_that_was_added_since_to_a_file_goes_home_with_the_file(office, samir, again):
    file = open_file(office, again)
    with office.reading() as session:
        document = dossiers.dossier_file(session, file).documents[0].id
    _joined, change = join(office, samir, again)
    act(office, attach, samir, Given("عقد الإيجار.png", picture()), TODAY, document)
    act(office, attach, samir, Given("بطاقة.png", picture(colour="#aa5522")), TODAY)
    undo(office, change)
    assert {each.name: each.artisan_id for each in every(office, Scan)} == {
        "عقد الإيجار.png": again,
        "بطاقة.png": samir,
    }


def test_ties_move_along_stand_once_and_none_ties_somebody_to_himself(office, samir, again):
    wife = add(office, family_ar="حراث", given_ar="نوال", sex="f")
    master = add(office, family_ar="زيار", given_ar="العربي", birth_year=1940)
    act(office, ties.tie, samir, Role.SPOUSE, wife)
    act(office, ties.tie, again, Role.SPOUSE, wife)
    act(office, ties.tie, again, Role.MASTER, master)
    act(office, ties.tie, samir, Role.SIBLING, again)
    before = contents(office)
    joined, change = join(office, samir, again)
    held_now = sorted((each.kind, each.artisan_id, each.other_id) for each in every(office, Tie))
    assert len(held_now) == 2
    assert {key for _kind, *keys in held_now for key in keys} == {samir, wife, master}
    assert len(joined.notes) == 2
    assert undo(office, change).conflicts == ()
    assert contents(office) == before
