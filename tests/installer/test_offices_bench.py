from contextlib import closing
from pathlib import Path

from craftdesk.data.check import check
from craftdesk.data.database import Database
from craftdesk.features.office import reads
from craftdesk.features.roster import finding
from craftdesk.features.roster.finding import Asked
from installer.bench import _offices


def test_a_measured_office_is_whole_and_holds_the_same_people_each_time(tmp_path: Path):
    names = []
    for name in ("one.craftdesk", "other.craftdesk"):
        _offices.fill(tmp_path / name, 50)
        with closing(Database(tmp_path / name)) as database, database.reading() as session:
            assert check(session).faults == ()
            assert len(reads.activities(session)) == len(_offices.CODES)
            names.append([row.name_ar for row in finding.artisans(session, Asked(), 0, 100)])
    assert names[0] == names[1]
    assert len(names[0]) == 50
    assert len(set(names[0])) > 20
