from craftdesk.app import demo
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
    assert len(people(again)) == 400
    again.close()


def test_the_demo_office_is_whole(demo_office):
    with demo_office.reading() as session:
        assert check(session).faults == ()


def test_every_feature_has_something_to_show(demo_office):
    tables = ("training_session", "participant", "attendance", "certificate", "equipment_request", "given_guide")
    with demo_office.reading() as session:
        counts = {
            name: session.connection().exec_driver_sql(f"SELECT count(*) FROM {name}").scalar() for name in tables
        }
        assert all(counts.values()), counts
        assert reads.letterheads(session)[0].director_ar
