from datetime import date, timedelta

import pytest

from craftdesk.base.i18n import speaking
from craftdesk.features.office import reads, signboard, writes


def named(database, day: date) -> str | None:
    with database.asking() as file:
        return signboard.chamber_name(file, day)


def test_a_file_without_an_office_has_no_name(empty_file):
    assert named(empty_file, date(2026, 11, 23)) is None


@pytest.mark.parametrize("language", ["ar", "fr", "en"])
def test_the_name_is_that_of_the_day_s_letterhead_in_every_language(office, language):
    with office.writing() as session:
        first = reads.letterheads(session)[0]
        later = first.holds_from + timedelta(30)
        values = {name: f"{getattr(first, name)} 2" for name in ("lines_ar", "lines_fr", "chamber_ar", "chamber_fr")}
        writes.save_letterhead(session, None, {**values, "holds_from": later})
    for day in (first.holds_from - timedelta(1), later - timedelta(1), later):
        with speaking(language), office.reading() as session:
            assert named(office, day) == reads.letterhead(session, day).label()
