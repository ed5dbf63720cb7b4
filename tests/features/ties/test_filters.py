from datetime import date, timedelta

from craftdesk.app import features
from craftdesk.base.dates import today
from craftdesk.features.roster import narrowing, reads
from craftdesk.features.roster.asking import Asked, Filters
from craftdesk.features.roster.models import Artisan
from craftdesk.features.ties.models import BodyKind, CraftBody, Tie, TieKind

assert features.FEATURES


def test_members_of_today_are_found_by_their_cooperative(office):
    with office.writing() as session:
        session.entitle("Filled")
        names = ("ا", "ب", "ت")
        now, before, other = (Artisan(family_ar=name, birth_year=1970) for name in names)
        body = CraftBody(kind=next(iter(BodyKind)), name_ar="تعاونية النحاسين")
        session.add_all([now, before, other, body])
        session.flush()
        kind = next(each for each in TieKind)
        session.add(Tie(kind=kind, artisan_id=now.id, body_id=body.id, begins=date(2020, 1, 1)))
        session.add(Tie(kind=kind, artisan_id=before.id, body_id=body.id, ends=today() - timedelta(1)))
        session.flush()
        key, member = body.id, now.id
    with office.reading() as session:
        assert reads.keys(session, Asked(filters=Filters(body=key))) == [member]
        [offered] = narrowing.offered(session, "body", "نحاس")
        assert (offered.key, narrowing.value_words(session, "body", key)) == (key, "تعاونية النحاسين")
