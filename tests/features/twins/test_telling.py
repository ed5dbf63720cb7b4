"""What the home page and the search over everything are told of twins."""

from craftdesk.data import search
from craftdesk.features.roster.models import Artisan
from craftdesk.features.twins.ui import telling
from craftdesk.features.twins.writes import find_twins
from tests.features.twins.conftest import AGAIN, SAMIR, add, add_twins, join, undo


def found(office, typed: str):
    """What the search over everything shows of joined records."""
    with office.reading() as session:
        keys = [key for _table, key in search.find(session.connection(), typed, ("joined_twin",))]
        return telling.hits(session, keys)


def test_home_says_how_many_may_be_there_twice(office):
    with office.reading() as session:
        assert telling.waiting(session) == []
    add_twins(office, 6)
    find_twins(office)
    with office.reading() as session:
        [waiting] = telling.waiting(session)
    assert (waiting.page, "12" in waiting.title) == ("twins", True)


def test_the_number_of_a_joined_record_leads_to_the_person(office):
    samir, again = add(office, **SAMIR), add(office, **{**AGAIN, "card_no": "05A009912"})
    _joined, change = join(office, samir, again, card_no="05A000001")
    for typed in (AGAIN["register_no"], "05A009912", "Bou Djellal", "بوجلال"):
        [hit] = found(office, typed)
        assert (hit.model, hit.key) == (Artisan, samir)
        assert AGAIN["register_no"] in hit.detail
    undo(office, change)
    assert found(office, AGAIN["register_no"]) == []
