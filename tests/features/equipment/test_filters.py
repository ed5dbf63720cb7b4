from datetime import date

from craftdesk.app import features
from craftdesk.features.equipment.models import RequestState
from craftdesk.features.roster import reads
from craftdesk.features.roster.asking import Asked, Filters
from tests.features.equipment.conftest import add_artisans, move, receive_papers, take_in

assert features.FEATURES
DAY = date(2026, 11, 19)


def funded(office) -> set[str]:
    with office.reading() as session:
        return set(reads.keys(session, Asked(filters=Filters(funded=True))))


def test_those_are_funded_whom_the_committee_granted_something_and_who_keep_it(office):
    granted, refused, waiting = add_artisans(office, 3)
    requests = {key: take_in(office, key) for key in (granted, refused, waiting)}
    assert funded(office) == set()
    for key, state in ((granted, RequestState.APPROVED), (refused, RequestState.REFUSED)):
        receive_papers(office, requests[key])
        if state is not None:
            move(office, requests[key], RequestState.COMPLETE, DAY)
            move(office, requests[key], state, DAY)
    assert funded(office) == {granted}
    for key in (granted, refused):
        move(office, requests[key], RequestState.CLOSED, DAY)
    assert funded(office) == {granted}
