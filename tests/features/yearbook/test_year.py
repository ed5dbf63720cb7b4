from datetime import date

import pypdfium2
import pytest
from PySide6.QtCore import Qt

from craftdesk.base.i18n import speaking
from craftdesk.base.numbers import without_marks
from craftdesk.desk.papers import rendered
from craftdesk.features.certificates.models import CertificateKind
from craftdesk.features.equipment import writes as requests
from craftdesk.features.equipment.models import RequestKind, RequestState
from craftdesk.features.equipment.writes import Asked
from craftdesk.features.roster.models import Sex, Status
from craftdesk.features.roster.writes import save_artisan
from craftdesk.features.training.models import CourseKind
from craftdesk.features.training.writes.planning import cancel_session
from craftdesk.features.yearbook import charts, reads
from craftdesk.features.yearbook.feature import FEATURE
from craftdesk.features.yearbook.ui.year_page import YearPage
from tests.features.certificates.conftest import enter_sheet, issue, name_director
from tests.features.training.conftest import make_session
from tests.screens import buttons, press, settle, shown, wishes


def add(database, number: int, **values) -> str:
    names = {"family_ar": f"حرفي {number}", "given_ar": "علي", "sex": Sex.MALE}
    register = {"status": Status.REGISTERED, "registered_on": date(2026, 3, 1 + number), "home_commune_id": "0501"}
    with database.writing() as session:
        session.entitle("Added")
        return save_artisan(session, None, {**names, **register, **values})


def year(database, **asked) -> reads.Year:
    with database.reading() as session:
        return reads.year_in_figures(session, **asked)


def test_communes_come_by_number_and_the_rest_together(office):
    for number in range(3):
        add(office, number)
    add(office, 3, home_commune_id="0545")
    add(office, 4, home_commune_id=None)
    found = year(office)
    assert list(found.communes.values()) == [3, 1]
    assert (found.others, found.unknown) == (0, 1)
    assert "1" in charts.communes(found).counted
    assert len(charts.communes(found).categories) == 2


def test_registrations_are_counted_by_month(office):
    for number, day in enumerate((date(2026, 3, 1), date(2026, 3, 31), date(2025, 3, 31), date(2026, 11, 2))):
        add(office, number, registered_on=day)
    assert year(office).registered == {2026: {3: 2, 11: 1}, 2025: {3: 1}}


def test_what_is_to_come_of_the_year_is_not_drawn(office):
    now, before = charts.registrations(year(office)).series
    assert (len(now.values), len(before.values)) == (11, 12)
    assert [len(each.values) for each in charts.registrations(year(office, year=2024)).series] == [12, 12]


def test_sessions_are_counted_where_they_begin_and_cancelled_ones_are_not(office):
    make_session(office, 4)
    make_session(office, 0, first_day=date(2026, 2, 3), kind=CourseKind.AWARENESS)
    make_session(office, 0, first_day=date(2025, 2, 3))
    gone = make_session(office, 0, first_day=date(2026, 5, 3))
    with office.writing() as session:
        cancel_session(session, gone)
    found = year(office)
    assert found.sessions[CourseKind.COURSE] == {11: 1}
    assert found.sessions[CourseKind.AWARENESS] == {2: 1}
    assert found.participants == 4


def test_certificates_are_counted_by_year_and_kind(office):
    name_director(office)
    key = make_session(office, 5)
    enter_sheet(office, key, ())
    issue(office, key, 3)
    assert year(office).certificates == {CertificateKind.TRAINING: {2026: 3}}
    assert year(office, year=2020).certificates == {}


def test_requests_stand_in_the_order_of_their_way(office):
    key = add(office, 1)
    for kind in (RequestKind.ACQUISITION, RequestKind.MAINTENANCE):
        values = {"artisan_id": key, "kind": kind, "deposited_on": date(2026, 11, 17)}
        with office.writing() as session:
            requests.save_request(session, None, values, [Asked("فرن", 1, 100)])
    assert sum(year(office).requests.values()) == 2
    assert list(year(office).requests) == sorted(year(office).requests, key=list(RequestState).index)


@pytest.mark.parametrize("full", [True, False])
@pytest.mark.parametrize(("language", "title"), [("ar", "حصيلة سنة 2026"), ("fr", "Bilan de l'année 2026")])
def test_the_paper_is_one_page_full_or_empty(office, language, title, full):
    for number in range(12 if full else 0):
        add(office, number, home_commune_id=f"05{number + 1:02}")
    with office.reading() as session:
        data = rendered(session, FEATURE.papers[0], [], language)
    pages = pypdfium2.PdfDocument(data)
    assert len(pages) == 1
    assert title in without_marks(pages[0].get_textpage().get_text_range())


def test_the_paper_of_an_earlier_year_tells_that_year(office):
    with office.reading() as session:
        data = rendered(session, FEATURE.papers[0], [], "fr", {"year": 2024})
    assert "2024" in pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range()


def test_the_page_goes_back_a_year_and_never_beyond_this_one(direction, desk, qtbot):
    page = shown(YearPage(desk), qtbot)
    back, forward, _paper = buttons(page).values()
    assert not forward.isEnabled()
    back.click()
    settle()
    assert "2025" in page.title.text()
    forward.click()
    settle()
    assert "2026" in page.title.text()
    assert not forward.isEnabled()


def test_the_charts_follow_what_is_entered(desk, office, qtbot):
    page = shown(YearPage(desk), qtbot)
    assert "3" not in page.views[1].accessibleDescription()
    for number in range(3):
        desk.write(
            save_artisan,
            None,
            {"family_ar": f"حرفي {number}", "given_ar": "علي", "status": Status.REGISTERED, "home_commune_id": "0501"},
        )
    assert page.views[1].accessibleDescription().endswith(": 3")


def test_the_year_is_printed_from_the_keyboard(desk, qtbot):
    page = shown(YearPage(desk), qtbot)
    wished = wishes(desk)
    page.views[0].setFocus()
    press(qtbot, Qt.Key.Key_P, held=Qt.KeyboardModifier.ControlModifier)
    assert [wish.name for wish in wished] == ["year-in-figures"]


def test_every_chart_says_its_numbers_in_words(office):
    add(office, 1)
    for language in ("ar", "fr", "en"):
        with speaking(language):
            found = year(office)
            assert charts.communes(found).told()
            assert charts.domains(found).told()
