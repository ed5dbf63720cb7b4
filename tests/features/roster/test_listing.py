"""Lists from the overview show exactly whom SQL finds, in the same order, after every change."""

from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from craftdesk.app import features
from craftdesk.base.dates import today
from craftdesk.base.i18n import use_language
from craftdesk.data import journal
from craftdesk.features.roster import finding, narrowing, writes
from craftdesk.features.roster.asking import Asked, Filters, order, where
from craftdesk.features.roster.criteria import COLUMNS, NONE, names
from craftdesk.features.roster.listing import Listing, prepared
from craftdesk.features.roster.models import Artisan, Form, Metal, Rank, Sex, Status, derived
from craftdesk.features.ties.models import BodyKind, CraftBody, Tie, TieKind
from craftdesk.features.training.models import Course, HalfDay, Part, Participant, TrainingSession

assert features.FEATURES, "the features above the roster have brought their filters"
ORDERS = ("", "name", "commune", "activity", "status", "register_no", "card_until")


@pytest.fixture
def roster(office, activity, commune):
    """Two hundred people in whom every value stands now and then, and nothing too."""
    communes = [key for name in ("تيمقاد", "أريس", "مروانة", "نقاوس") if (key := commune(name))]
    activities = [activity(code) for code in ("0301001", "0303001", "1801004", "2301001")]
    rows = []
    for at in range(200):
        named = {
            "family_ar": f"{'ابتث'[at % 4]}{at % 50:02}",
            "given_ar": "سمير",
            "family_la": f"N{at}",
            "given_la": None,
        }
        rows.append(
            {
                **named,
                **derived(named),
                "sex": (Sex.MALE, Sex.FEMALE, None)[at % 3],
                "status": (Status.REGISTERED, Status.REGISTERED, Status.STRUCK_OFF, Status.REQUESTED)[at % 4],
                "form": list(Form)[at % 3],
                "rank": list(Rank)[at % 4],
                "metal": (*Metal, None)[at % 4],
                "home_commune_id": (*communes, None)[at % (len(communes) + 1)],
                "activity_id": (*activities, None)[at % 5],
                "birth_date": date(1950 + at % 55, 1 + at % 12, 1 + at % 28) if at % 7 else None,
                "birth_year": None if at % 7 else 1960 + at % 30,
                "card_until": today() + timedelta(at * 3 - 90) if at % 6 else None,
                "registered_on": date(2010 + at % 16, 1 + at % 12, 3) if at % 8 else None,
                "register_no": f"05/{at:04}" if at % 9 else None,
                "phone": "0661241807" if at % 3 else None,
                "mend": {"nin": ["x", {}]} if at % 11 == 0 else None,
            }
        )
    with office.writing() as session:
        session.entitle("Filled")
        keys = session.add_rows(Artisan, rows)
    train(office, keys[:20])
    return keys


def train(office, keys):
    with office.writing() as session:
        session.entitle("Trained")
        course = Course(subject_ar="التصميم", subject_fr="Dessin")
        session.add(course)
        session.flush()
        held = TrainingSession(course_id=course.id, subject_ar="التصميم")
        session.add(held)
        session.flush()
        session.add(HalfDay(session_id=held.id, day=today(), part=Part.MORNING, starts="08:30", ends="12:00"))
        session.add_all(Participant(session_id=held.id, artisan_id=key) for key in keys)
        body = CraftBody(kind=next(iter(BodyKind)), name_ar="تعاونية")
        session.add(body)
        session.flush()
        session.add_all(Tie(kind=next(iter(TieKind)), artisan_id=key, body_id=body.id) for key in keys[:5])


@pytest.fixture
def listing(office, roster):
    made = Listing()
    with office.asking() as file:
        made.take(prepared(file))
    return made


def by_sql(file, asked):
    fits, values = where(file, asked.filters)
    return file.firsts(f"SELECT a.id FROM artisan a WHERE {fits} ORDER BY {order(asked)}", values)


def shown(file, listing, asked):
    listed = listing.find(file, asked)
    assert listed.numbered, "the list came from the overview"
    rows = listing.rows(file, listed, 0, 60)
    keys = listing.keys(file, listed)
    assert [row.key for row in rows] == keys[:60]
    assert listed.total == len(keys)
    return keys


def values_of(office):
    """Of every filter the values that can be chosen."""
    with office.reading() as session:
        found = {name: [each.key for each in narrowing.offered(session, name)] for name in names()}
    found["age"] += ["18-35", "40-40", "-90"]
    found["card_days"] += ["7", "400"]
    found["registered"] += ["2012-03-01..2015-02-01", "..2013-01-01", "2020-05-05.."]
    return found


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150, deadline=None)
@given(data=st.data())
def test_the_overview_and_sql_agree_on_any_filters_in_any_order(office, listing, data):
    known = values_of(office)
    chosen = data.draw(st.lists(st.sampled_from(sorted(known)), max_size=4, unique=True))
    filters = Filters(**{name: data.draw(st.lists(st.sampled_from(known[name]), max_size=3)) for name in chosen})
    asked = Asked("", filters, data.draw(st.sampled_from(ORDERS)), data.draw(st.booleans()))
    use_language(data.draw(st.sampled_from(("ar", "fr"))))
    with office.asking() as file:
        expected = by_sql(file, asked)
        found = shown(file, listing, asked)
        assert set(found) == set(expected)
        if asked.order != "register_no":
            assert found == expected
        # What is searched and printed goes by SQL and by the index alone.
        assert set(finding.keys(file, asked)) == set(expected)
    use_language("ar")


@pytest.mark.parametrize("name", names())
def test_what_a_filter_offers_is_told_in_words_and_survives_as_a_text(office, roster, name):
    with office.reading() as session:
        offered = narrowing.offered(session, name)
        assert offered
        for each in offered:
            filters = Filters(**{name: each.key})
            assert narrowing.words(session, filters)[name]
            asked = Asked("", filters)
            assert narrowing.loaded(narrowing.dumped(asked)) == asked


def test_several_values_of_one_filter_are_any_of_them(office, listing, roster):
    with office.asking() as file:
        one, other, both = (
            set(shown(file, listing, Asked(filters=Filters(sex=values)))) for values in ("m", "f", ["m", "f"])
        )
    assert one | other == both
    assert not one & other
    assert len(both) < len(roster)


def test_the_numbers_beside_the_values_tell_what_choosing_them_leaves(office, listing):
    with office.reading() as session:
        offers = {name: [each.key for each in narrowing.offered(session, name)] for name in names()}
    others = Filters(status=Status.REGISTERED, sex=Sex.FEMALE)
    with office.asking() as file:
        for name, values in offers.items():
            told = listing.counted(file, Asked(filters=others), name, values)
            for value in values:
                left = len(by_sql(file, Asked(filters=others.having(name, [value]))))
                assert told.get(value, 0) == left, (name, value)


@pytest.mark.parametrize("name", sorted(COLUMNS))
def test_those_of_whom_nothing_is_known_can_be_found(office, listing, name):
    with office.asking() as file:
        asked = Asked(filters=Filters(**{name: NONE}))
        assert shown(file, listing, asked) == by_sql(file, asked)


def test_the_list_follows_every_change_and_its_undo(office, listing, roster, add, change):
    asked = [Asked(), Asked(filters=Filters(sex=Sex.FEMALE)), Asked("", Filters(phone="1"), "commune", True)]

    def agree():
        with office.asking() as file:
            for each in (*asked, Asked(order="register_no")):
                assert shown(file, listing, each) == by_sql(file, each)

    agree()
    change(roster[5], family_ar="يوسفي", sex=Sex.FEMALE, phone="0550112233")
    agree()
    key = add(family_ar="آيت", given_ar="نادية", sex=Sex.FEMALE, birth_year=1980, register_no="05/9999")
    agree()
    with office.writing() as session:
        writes.delete_artisans(session, [key, roster[30], roster[31]])
        done = session.change_set
    agree()
    with office.writing() as session:
        journal.undo(session, done.id)
    agree()
    for number in range(70):
        change(roster[100 + number], given_ar=f"ب{number % 7}")
    agree()


def test_very_many_changes_are_left_to_be_read_beside_the_screens(office, listing, roster, monkeypatch, change):
    monkeypatch.setattr("craftdesk.features.roster.listing.FEW_CHANGES", 1)
    change(roster[1], family_ar="يوسفي")
    change(roster[2], family_ar="يوسفي")
    with office.asking() as file:
        listed = listing.find(file, Asked())
        assert not listed.numbered
        assert listed.total == 200
        assert not listing.is_ready(file)


def test_somebody_is_found_at_their_place_or_is_not_in_the_list(office, listing, roster):
    with office.asking() as file:
        for asked in (Asked(), Asked(filters=Filters(sex=Sex.MALE))):
            listed = listing.find(file, asked)
            keys = listing.keys(file, listed)
            assert [listing.place(file, listed, key) for key in keys] == list(range(len(keys)))
        gone = next(key for key in roster if key not in keys)
        assert listing.place(file, listed, gone) is None
        assert listing.place(file, listed, "nobody") is None


def test_words_are_searched_with_the_filters_on(office, listing, roster):
    with office.asking() as file:
        found = listing.find(file, Asked("سمير", Filters(untrained=True)))
        every = listing.find(file, Asked("سمير"))
    assert (found.total, every.total) == (180, 200)


def test_words_that_very_many_hold_are_counted_to_the_last_and_come_in_order(
    office, roster, listing, change, monkeypatch
):
    monkeypatch.setattr(finding, "MOST", 20)
    asked = [Asked("سمير"), Asked("سمير", Filters(sex=Sex.FEMALE)), Asked("سمير", order="commune", descending=True)]
    change(roster[3], given_ar="سميرة")
    for turn in range(2):
        with office.asking() as file:
            for each in asked:
                first = listing.find(file, each)
                assert listing.is_crowded(file, first)
                found = listing.gathered(file, listing.crowd(each)(file))
                expected = by_sql(file, each)
                if not each.order and roster[3] in expected:
                    expected.remove(roster[3])
                    expected.append(roster[3])
                assert listing.keys(file, found) == expected
                assert (found.total, found.more) == (len(expected), False)
        change(roster[turn], family_ar="يوسفي")


def test_a_crowd_that_was_overtaken_by_a_change_is_asked_for_anew(office, roster, listing, change):
    with office.asking() as file:
        old = listing.crowd(Asked("سمير"))(file)
    change(roster[3], family_ar="يوسفي")
    with office.asking() as file:
        assert listing.gathered(file, old) is None


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("18-35", "18-35"),
        ("١٨-٣٥", "18-35"),
        ("60+", "60-"),
        ("-24", "-24"),
        ("30", "30-30"),
        ("35 - 18", "18-35"),
        ("", None),
        ("-", None),
        ("abc", None),
    ],
)
def test_ages_are_typed_in_any_usual_way(typed, meant):
    assert narrowing.typed_ages(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2015", "2015-01-01..2015-12-31"),
        ("2015-2018", "2015-01-01..2018-12-31"),
        ("01/02/2020 - 15/03/2020", "2020-02-01..2020-03-15"),
        ("01/02/2020..", "2020-02-01.."),
        ("..15/03/2020", "..2020-03-15"),
        ("3 جوان 2019", "2019-06-03..2019-06-03"),
        ("31/02/2020", None),
        ("..", None),
    ],
)
def test_days_are_typed_in_any_usual_way(typed, meant):
    assert narrowing.typed_span(typed) == meant
