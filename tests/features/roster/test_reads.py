from datetime import date, timedelta

import pytest

from craftdesk.base.dates import on_day
from craftdesk.base.i18n import use_language
from craftdesk.features.roster import feature, narrowing, reads, writes
from craftdesk.features.roster.finding import Asked, Filters
from craftdesk.features.roster.models import Metal, Sex, Status
from craftdesk.features.roster.twins import OTHER_SPELLING

BORN = date(1966, 2, 15)
NIN = "109660508015058762"
LATIN = {"family_la": "Boudjellal", "given_la": "Samir", "birth_date": BORN}
PRESUMED = {"family_ar": "بوجلال", "given_ar": "سمير", "birth_year": 1966}
ARABIC = {"family_ar": "بوجلال", "given_ar": "سمير", "birth_date": BORN}


@pytest.fixture
def twins(office):
    def asked(but=None, **values):
        with office.reading() as session:
            return [(twin.row.key, twin.certain) for twin in reads.twins_of(session, values, but)]

    return asked


@pytest.mark.parametrize(
    ("stored", "typed"),
    [
        (LATIN, ARABIC),
        (ARABIC, LATIN),
        (ARABIC, {**ARABIC, "family_ar": "بو جلال"}),
        (ARABIC, {"family_ar": "سمير", "given_ar": "بوجلال", "birth_date": BORN}),
        (LATIN, {**LATIN, "family_la": "BOU DJELLAL"}),
        ({**ARABIC, "nin": NIN}, {"nin": NIN}),
        ({**ARABIC, "nin": NIN}, {"family_ar": "قاسم", "nin": "10 966 0508 01505 87 62"}),
        (PRESUMED, PRESUMED),
    ],
)
def test_the_same_person_is_told_in_any_spelling_before_saving(add, twins, stored, typed):
    key = add(**stored)
    assert twins(**typed) == [(key, True)]


@pytest.mark.parametrize(
    "typed",
    [
        {**ARABIC, "birth_date": date(1967, 2, 15)},
        {"family_ar": "بوجلال", "birth_date": BORN},
        {"family_ar": "بوجلال", "given_ar": "كمال", "birth_date": BORN},
        {"nin": "1096605080"},
        {},
    ],
)
def test_another_birth_another_name_or_half_a_name_is_nobodys_twin(add, twins, typed):
    add(**ARABIC, nin="1096605080")
    assert twins(**typed) == []


def test_while_no_birth_is_known_the_same_name_is_told_as_uncertain(add, twins):
    key = add(**LATIN)
    assert twins(family_ar="بوجلال", given_ar="سمير") == [(key, False)]


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ({**ARABIC, "birth_date": date(1966, 5, 1)}, "Sounds alike, born in the same year"),
        ({**ARABIC, "birth_date": None, "birth_year": 1966}, "Sounds alike, born in the same year"),
        ({**ARABIC, "birth_date": date(1967, 2, 15), "phone": "+213 661 24 18 07"}, "Same name and same phone"),
        ({"family_ar": "قاسم", "given_ar": "علي", "other_phone": "0661241807"}, "Same phone, another name"),
        ({"phone": "0661 24 18 07"}, "Same phone, another name"),
    ],
)
def test_who_is_alike_in_something_is_told_with_the_reason(office, add, typed, reason):
    key = add(**LATIN, phone="0661241807")
    use_language("en")
    with office.reading() as session:
        (twin,) = reads.twins_of(session, typed)
    assert (twin.row.key, twin.reason) == (key, reason)


def test_the_surest_come_first(office, add):
    add(**LATIN | {"birth_date": date(1966, 9, 9)})
    same = add(**LATIN)
    add(family_ar="بوجلال", given_ar="سمير")
    with office.reading() as session:
        found = reads.twins_of(session, ARABIC)
    assert (len(found), found[0].row.key) == (3, same)


def test_nobody_is_a_twin_of_oneself(add, twins):
    key = add(**ARABIC, nin=NIN)
    assert twins(but=key, **ARABIC, nin=NIN) == []


def test_the_reason_is_told_in_words(office, add):
    add(**LATIN)
    with office.reading() as session:
        (twin,) = reads.twins_of(session, ARABIC)
    use_language("en")
    assert twin.reason != OTHER_SPELLING
    with office.reading() as session:
        (twin,) = reads.twins_of(session, ARABIC)
    assert twin.reason == OTHER_SPELLING


def test_a_card_holds_the_places_the_photo_and_the_history(office, add, commune, activity):
    key = add(**ARABIC, home_commune_id=commune("تيمقاد"), activity_id=activity("0301001"))
    with office.reading() as session:
        card = reads.card(session, key)
    assert (card.home.label(), card.work, card.photo) == ("تيمقاد", None, None)
    assert card.artisan.activity.code == "0301001"
    assert [step.status for step in card.changes] == [Status.REGISTERED]


def test_home_tells_the_figures_and_what_waits(office, add, activity):
    with on_day(date(2026, 11, 23)):
        add(**ARABIC, card_until=date(2026, 12, 1), activity_id=activity("0301001"))
        add(**LATIN, activity_id=activity("2301001"))
        add(family_ar="قاسم", given_ar="علي", birth_year=1970, status=Status.REQUESTED, card_until=date(2026, 12, 1))
        gone = add(family_ar="زيان", given_ar="عمر", birth_year=1971, activity_id=activity("2301001"))
        with office.writing() as session:
            writes.change_status(session, gone, Status.STRUCK_OFF, date(2026, 11, 23))
        with office.reading() as session:
            assert reads.counts(session) == reads.Counts(2, 1, 1)
            assert list(reads.by_domain(session).values()) == [1, 0, 1]
            figures = feature.FEATURE.figures(session)
            waiting = feature.FEATURE.waiting(session)
            assert [figure.number for figure in figures] == [2, 1]
            assert [wait.record for wait in waiting] == ["requests", "cards", "mend"]
            shares = feature.FEATURE.shares(session)
            assert [share.number for share in shares.shares] == [1, 0, 1]


def test_nothing_waits_in_an_empty_office(office):
    with office.reading() as session:
        assert feature.FEATURE.waiting(session) == []
        assert reads.counts(session).total == 0


def test_the_search_over_everything_shows_the_found_artisans(office, add):
    key = add(**ARABIC, register_no="05/2012/18906")
    with office.reading() as session:
        (hit,) = feature.FEATURE.finders[0].find(session, "boudjelal", 10)
    assert (hit.title, hit.key) == ("بوجلال سمير", key)
    assert "18906" in hit.detail
    assert (hit.why, hit.marks, hit.tier) == ("نطقه قريب من \u2068boudjelal\u2069", ("بوجلال",), 2)


def test_a_lists_question_becomes_a_text_and_back():
    filters = Filters(status=Status.REGISTERED, sex=Sex.FEMALE, metal=Metal.GOLD, card_days=0, mend=True, sector="03")
    asked = Asked("محمد", filters, "register_no", True)
    assert narrowing.loaded(narrowing.dumped(asked)) == asked
    assert narrowing.loaded(narrowing.dumped(Asked())) == Asked()


def test_filters_say_in_words_what_they_narrow(office, commune, activity):
    filters = Filters(
        status=Status.STRUCK_OFF, domain="1", commune=commune("تيمقاد"), activity=activity("0303001"), card_days=90
    )
    with office.reading() as session:
        use_language("en")
        assert narrowing.words(session, filters) == {
            "status": "Status: Struck off",
            "domain": "Domain: art crafts",
            "activity": "Activity: Dinanderie",
            "commune": "Commune of residence: Timgad",
            "card_days": "Card ends within 3 months",
        }


def test_a_card_that_ended_is_not_among_those_that_end_soon(office, add):
    today = date(2026, 11, 23)
    with on_day(today):
        add(**ARABIC, card_until=today - timedelta(1))
        with office.reading() as session:
            assert reads.running_out(session) == 0
