"""What lists, home and search ask about the requests."""

from datetime import date

from sqlalchemy.orm import joinedload

from craftdesk.data import search
from craftdesk.features.equipment import demo, reads
from craftdesk.features.equipment.feature import FEATURE
from craftdesk.features.equipment.models import EquipmentRequest, RequestKind, RequestState
from craftdesk.features.equipment.rules import OPEN_STATES
from craftdesk.features.equipment.writes import Asked
from craftdesk.features.roster.models import Artisan
from tests.features.conftest import TODAY
from tests.features.equipment.conftest import move, receive_papers, take_in
from tests.features.training.conftest import add_artisans


def listed(office, *args):
    with office.reading() as session:
        return reads.requests(session, *args)


def test_a_list_tells_what_is_asked_for_its_total_and_what_is_missing(office, request_id):
    receive_papers(office, request_id, 4)
    [entry] = listed(office)
    assert entry.what == ("فرن صهر الفضة", "قوالب غرافيت")
    assert entry.total == 26_100_000
    assert entry.missing == ("Second quotation",)


def test_the_newest_come_first(office, artisan_id):
    keys = [take_in(office, artisan_id, day=date(2026, month, 1)) for month in (3, 5, 9)]
    assert [entry.id for entry in listed(office)] == keys[::-1]


def test_requests_are_found_by_applicant_number_and_equipment(office, artisan_id, request_id):
    other = take_in(office, None, [Asked("آلة صقل", 1, 100)], group_name="مجموعة صائغي أريس")
    for typed, key in (
        ("بن موسى", request_id),
        ("benmoussa", request_id),
        ("2026/0002", other),
        ("صقل", other),
        ("اريس", other),
        ("غرافيت", request_id),
    ):
        assert [entry.id for entry in listed(office, typed)] == [key], typed


def test_requests_are_narrowed_by_state_and_kind(office, artisan_id, request_id):
    repair = take_in(office, artisan_id, kind=RequestKind.MAINTENANCE)
    receive_papers(office, repair)
    move(office, repair, RequestState.COMPLETE)
    assert [entry.id for entry in listed(office, "", (RequestState.COMPLETE,))] == [repair]
    assert {entry.id for entry in listed(office, "", OPEN_STATES)} == {request_id, repair}
    assert [entry.id for entry in listed(office, "", (), RequestKind.ACQUISITION)] == [request_id]


def test_home_tells_of_incomplete_files_oldest_first(office, artisan_id, request_id):
    older = take_in(office, None, day=date(2026, 9, 1), group_name="مجموعة صائغي أريس")
    receive_papers(office, request_id, 4)
    complete = take_in(office, artisan_id)
    receive_papers(office, complete)
    with office.reading() as session:
        waiting = FEATURE.waiting(session)
    assert [each.record for each in waiting] == [older, request_id]
    assert waiting[1].title == "ملف بن موسى آسيا ناقص: عرض أسعار ثان"
    assert waiting[1].detail == "طلبات العتاد · منذ 6 أيام"


def test_home_counts_what_waits(office, artisan_id, request_id):
    done = take_in(office, artisan_id)
    receive_papers(office, done)
    for state in (RequestState.COMPLETE, RequestState.REFUSED):
        move(office, done, state)
    with office.reading() as session:
        [figure] = FEATURE.figures(session)
    assert figure.number == 1


def test_the_search_over_everything_finds_a_request(office, request_id):
    [finder] = FEATURE.finders
    with office.reading() as session:
        keys = [key for _table, key in search.find(session.connection(), "2026/0001", ("equipment_request",))]
        [hit] = finder.hits(session, keys)
    assert (hit.model, hit.key) == (EquipmentRequest, request_id)
    assert "بن موسى آسيا" in hit.title


def test_the_demo_shows_six_requests_in_various_states(office):
    add_artisans(office, 12)
    with office.reading() as session:
        people = session.query(Artisan).options(joinedload(Artisan.activity)).all()
    with office.writing() as session:
        demo.fill(session, people, TODAY)
    found = listed(office)
    assert len(found) == 6
    assert len({entry.request.state for entry in found}) == 6
    assert len([entry for entry in found if entry.request.group_name]) == 1
