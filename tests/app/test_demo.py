from contextlib import ExitStack, closing

import pypdfium2
from PySide6.QtCore import qInstallMessageHandler, qWarning

from craftdesk.app import demo, screens
from craftdesk.app.commands import demo as printing
from craftdesk.app.features import papers
from craftdesk.data.check import check
from craftdesk.data.database import Database
from craftdesk.features.office import reads
from tests.app.conftest import DAY

PEOPLE = "SELECT family_ar, given_la, nin, register_no, phone, status FROM artisan ORDER BY register_no, nin, phone"


def people(database: Database) -> list[object]:
    with database.reading() as session:
        return list(session.connection().exec_driver_sql(PEOPLE).all())


def test_the_demo_office_is_the_same_for_the_same_day(tmp_path, demo_office):
    again = demo.make(tmp_path / "again.craftdesk", DAY)
    assert people(again) == people(demo_office)
    assert len(people(again)) == 407
    again.close()


def test_the_demo_office_is_whole(demo_office):
    with demo_office.reading() as session:
        assert check(session).faults == ()


def test_every_feature_has_something_to_show(demo_office):
    tables = (
        "training_session",
        "participant",
        "attendance",
        "certificate",
        "equipment_request",
        "given_guide",
        "letter",
    )
    with demo_office.reading() as session:
        counts = {
            name: session.connection().exec_driver_sql(f"SELECT count(*) FROM {name}").scalar() for name in tables
        }
        assert all(counts.values()), counts
        assert reads.letterheads(session)[0].director_ar


def test_what_each_artisan_gets_is_printed_for_a_few_and_the_list_for_all(demo_office, tmp_path):
    count = printing._print_papers(demo_office, tmp_path / "papers")
    with ExitStack() as open_files:
        made = {
            path.name: open_files.enter_context(closing(pypdfium2.PdfDocument(path)))
            for path in (tmp_path / "papers").iterdir()
        }
        assert len(made) == count == 2 * len(list(papers()))
        assert sum(each.level == 0 for each in made["artisan-sheet-ar.pdf"].get_toc()) == printing.FEW
        assert len(made["envelope-fr.pdf"]) == printing.FEW
        listed = "".join(page.get_textpage().get_text_range() for page in made["roster-list-fr.pdf"])
        assert "407" in listed
        assert sum(len(document) for document in made.values()) < 500


def test_drawing_keeps_to_itself_what_qt_says_of_windows_without_a_screen_alone():
    told: list[str] = []
    before = qInstallMessageHandler(lambda _kind, _context, text: told.append(text))
    try:
        with screens._without_its_sizes():
            qWarning("This plugin does not support propagateSizeHints()")
            qWarning("A picture is missing")
        qWarning("This plugin does not support propagateSizeHints()")
    finally:
        qInstallMessageHandler(before)
    assert told == ["A picture is missing", "This plugin does not support propagateSizeHints()"]
