"""What certificates add to home, search and the demo office."""

from craftdesk.base.i18n import speaking
from craftdesk.data import search
from craftdesk.features.certificates import demo, reads
from craftdesk.features.certificates.feature import FEATURE
from craftdesk.features.certificates.models import Certificate
from tests.features.certificates.conftest import held_session, issue, numbers, register
from tests.features.conftest import TODAY
from tests.features.training.conftest import make_session


def test_home_tells_which_sessions_wait_for_their_certificates(office, held):
    make_session(office, 5)
    with office.reading() as session:
        [waiting] = FEATURE.waiting(session)
    assert waiting.title == "17 شهادة جاهزة للإصدار"
    assert (waiting.page, waiting.record) == ("training", held)
    issue(office, held)
    with office.reading() as session:
        assert FEATURE.waiting(session) == []


def test_home_counts_only_those_who_have_no_certificate_yet(office, held):
    issue(office, held, 10)
    with office.reading() as session:
        [(line, number)] = reads.sessions_ready(session)
    assert (line.id, number) == (held, 7)


def test_home_counts_the_certificates_of_this_year(office, held):
    issue(office, held, 4)
    issue(office, held, 2, TODAY.replace(year=2027))
    with office.reading() as session:
        [figure] = FEATURE.figures(session)
    assert (figure.number, figure.page) == (4, "certificates")


def test_the_search_finds_a_certificate_by_its_number_and_its_holder(office, held):
    issue(office, held)
    made = register(office)[4]
    [finder] = FEATURE.finders
    for typed in (made.reference, made.name_la):
        with office.reading() as session:
            keys = [key for _table, key in search.find(session.connection(), typed, ("certificate",))]
            hits = finder.hits(session, keys)
        assert made.id in [hit.key for hit in hits]
        assert {hit.model for hit in hits} == {Certificate}


def test_every_paper_of_the_card_is_made_in_both_languages(office, held):
    issue(office, held)
    for paper in FEATURE.papers:
        for language in ("ar", "fr"):
            with office.reading() as session, speaking(language):
                data = paper.lay_out(paper.ask(session, []), language).render()
            assert data.startswith(b"%PDF")


def test_the_demo_leaves_the_latest_session_to_the_clerk(office, held):
    later = held_session(office, 4, first_day=TODAY.replace(day=17))
    with office.writing() as session:
        demo.fill(session, [], TODAY)
    assert numbers(office) == list(range(1, 18))
    with office.reading() as session:
        assert [line.id for line, _number in reads.sessions_ready(session)] == [later]
