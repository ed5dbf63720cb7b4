from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from craftdesk.base.dates import today
from craftdesk.base.i18n import use_language
from craftdesk.features.roster import finding, grouping, reads, writes
from craftdesk.features.roster.asking import order as sorted_by
from craftdesk.features.roster.finding import Asked, Filters
from craftdesk.features.roster.models import Form, Metal, Sex, Status


@pytest.fixture
def found(office):
    """The names that a list shows."""

    def names(text="", order="", **filters):
        with office.reading() as session:
            asked = Asked(text, Filters(**filters), order)
            return [row.name_ar or row.name_la for row in reads.artisans(session, asked)]

    return names


@pytest.fixture
def people(add, office, activity, commune):
    add(
        family_ar="بوجلال", given_ar="سمير", family_la="BOUDJELLAL", given_la="Samir", birth_date=date(1966, 2, 15),
        register_no="05/2012/18906", nin="109660508015058762", phone="0661241807", card_no="05A002418",
        activity_id=activity("0301001"), home_commune_id=commune("تيمقاد"), sex=Sex.MALE,
        metal=Metal.SILVER, card_until=today() + timedelta(20),
    )  # fmt: skip
    add(family_ar="إيدير", given_ar="فاطمة", birth_year=1970, sex=Sex.FEMALE, activity_id=activity("1801004"))
    add(family_la="BEN MEHDI", given_la="Mokdad", birth_year=1980, form=Form.COOPERATIVE)
    add(family_ar="بن مصطفى", given_ar="هدى", birth_year=1990, card_until=today() - timedelta(1))
    add(family_ar="أحمد", given_ar="محمد", birth_year=1991, card_until=today() + timedelta(80))
    add(family_ar="محمدي", given_ar="علي", birth_year=1992, status=Status.REQUESTED)


@pytest.mark.parametrize(
    "typed",
    [
        *("بوجلال", "بوجلال سمير", "سمير بوجلال", "سَمِيـــر", "بوجل", "Boudjellal", "boudjelal samir", "SAMIR"),
        *("Bou Djellal", "بو جلال", "05/2012/18906", "18906", "0661 24 18", "066124", "05A0024", "109660508"),
    ],
)
def test_one_person_is_found_by_any_spelling_and_by_any_number(people, found, typed):
    assert found(typed) == ["بوجلال سمير"]


@pytest.mark.parametrize("typed", ["ايدير", "إيدير", "أيدير", "فاطمه", "فاطمةَ", "Idir", "Fatima", "fatma idir"])
def test_hamza_and_the_letters_of_women_are_forgiven(people, found, typed):
    assert found(typed) == ["إيدير فاطمة"]


@pytest.mark.parametrize("typed", ["benmehdi", "Ben Mehdi", "bin mehdi", "بن مهدي", "بنمهدي مقداد", "mokdad b"])
def test_a_name_in_latin_letters_alone_is_found_by_arabic_ones(people, found, typed):
    assert found(typed) == ["BEN MEHDI Mokdad"]


def test_the_whole_word_comes_before_the_beginning(people, found):
    assert found("محمد") == ["أحمد محمد", "محمدي علي"]


def test_a_name_still_being_typed_in_the_other_script_is_found_by_the_beginning_of_its_sound(people, found):
    assert found("مقدا") == ["BEN MEHDI Mokdad"]
    assert found("bensmost") == []
    assert found("mostaf") == ["بن مصطفى هدى"]


def test_nobody_is_found_for_what_nobody_has_and_everybody_for_nothing(people, found):
    assert found("زززز") == []
    assert len(found("")) == len(found(" - ")) == 6


def test_without_words_the_list_is_in_the_order_of_the_screen(people, found):
    assert found() == ["BEN MEHDI Mokdad", "أحمد محمد", "إيدير فاطمة", "بن مصطفى هدى", "بوجلال سمير", "محمدي علي"]
    use_language("fr")
    assert found()[:2] == ["BEN MEHDI Mokdad", "بوجلال سمير"]


@pytest.mark.parametrize(
    ("filters", "names"),
    [
        ({"status": Status.REQUESTED}, ["محمدي علي"]),
        ({"domain": "1"}, ["بوجلال سمير"]),
        ({"sector": "18"}, ["إيدير فاطمة"]),
        ({"sector": "07"}, []),
        ({"sex": Sex.FEMALE}, ["إيدير فاطمة"]),
        ({"metal": Metal.SILVER}, ["بوجلال سمير"]),
        ({"form": Form.COOPERATIVE}, ["BEN MEHDI Mokdad"]),
        ({"card_days": 30}, ["بوجلال سمير"]),
        ({"card_days": 90}, ["أحمد محمد", "بوجلال سمير"]),
        ({"card_days": 0}, ["بن مصطفى هدى"]),
        ({"mend": True}, ["BEN MEHDI Mokdad"]),
        ({"status": Status.REGISTERED, "card_days": 90, "domain": "1"}, ["بوجلال سمير"]),
    ],
)
def test_filters_narrow_the_list_and_the_search(people, found, filters, names):
    assert found(**filters) == names
    for name in names:
        assert found(name.split()[-1], **filters) == [name]
    assert found("زززز", **filters) == []


def test_a_card_that_ends_today_has_not_run_out(add, found):
    add(family_ar="زيان", given_ar="عمر", birth_year=1971, card_until=today())
    assert found(card_days=0) == []
    assert found(card_days=30) == ["زيان عمر"]


def test_filters_follow_what_is_changed(people, found, office, change, activity):
    with office.reading() as session:
        key = reads.artisans(session, Asked("بوجلال"))[0].key
    change(key, metal=Metal.GOLD, activity_id=activity("2301001"), card_until=None)
    assert found(metal=Metal.SILVER) == found(domain="1") == found(card_days=30) == []
    assert found(metal=Metal.GOLD) == ["بوجلال سمير"]
    with office.writing() as session:
        writes.change_status(session, key, Status.STRUCK_OFF, today())
    assert found(status=Status.STRUCK_OFF) == ["بوجلال سمير"]


def test_the_commune_and_the_activity_narrow_and_are_shown(people, office, activity, commune):
    with office.reading() as session:
        place = commune("تيمقاد")
        (row,) = reads.artisans(session, Asked(filters=Filters(commune=place, activity=activity("0301001"))))
    assert (row.commune, row.activity) == ("تيمقاد", "صناعة الحلي التقليدية من الفضة")
    assert (row.nin_end, row.status, row.to_mend) == ("8762", Status.REGISTERED, False)


def test_a_chosen_order_sorts_words_and_filters_too(people, found):
    assert found("محمد", order="register_no")
    assert found(order="card_until")[-1] == "أحمد محمد"
    assert found(order="commune")[-1] == "بوجلال سمير"
    assert len(found(order="activity", status=Status.REGISTERED)) == 5


def test_very_many_are_told_as_more_than_a_thousand_and_walked_page_by_page(office):
    fill(office, 3100)
    with office.reading() as session:
        asked = Asked("محمد")
        found = reads.find(session, asked)
        assert (found.total, found.more) == (finding.MOST, True)
        pages = [reads.rows(session, asked, found, offset, 100) for offset in range(0, 1000, 100)]
    assert len({row.key for page in pages for row in page}) == 1000


def test_very_many_of_one_filter_are_counted_to_the_last_and_walked_in_order(office):
    fill(office, 3100)
    for filters in (Filters(status=Status.REGISTERED), Filters(status=Status.REGISTERED, sex=Sex.MALE)):
        with office.reading() as session:
            asked = Asked(filters=filters)
            found = reads.find(session, asked)
            rows = reads.rows(session, asked, found, 3000, 500)
        assert (found.total, found.more, found.keys) == (3100, False, None)
        assert [row.register_no for row in rows] == [f"05/{number:05}" for number in range(3000, 3100)]
    with office.reading() as session:
        assert len(reads.keys(session, asked)) == 3100


@pytest.fixture
def people_in_places(people, add, commune):
    places = [commune("تيمقاد"), commune("أريس")]
    for number in range(12):
        add(family_ar=f"{'اب'[number % 2]}{number:02}", birth_year=1970, home_commune_id=places[number % 2])


@pytest.mark.parametrize(
    "asked", [Asked(order=o, descending=d) for o in grouping.COLUMNS for d in (False, True)], ids=str
)
@pytest.mark.parametrize("language", ["ar", "fr"])
def test_the_whole_roster_comes_in_groups_as_if_all_were_sorted(people_in_places, office, asked, language):
    use_language(language)
    with office.asking() as file:
        every = file.firsts(f"SELECT a.id FROM artisan a ORDER BY {sorted_by(asked)}")
        parts = [grouping.keys(file, asked, offset, 5) for offset in range(0, len(every), 5)]
        assert [row.key for row in finding.rows(file, asked, finding.find(file, asked), 3, 7)] == every[3:10]
    assert [key for part in parts for key in part] == every
    assert len(every) == 18


def fill(office, number):
    from craftdesk.features.roster.models import Artisan, derived  # noqa: PLC0415

    rows = []
    for place in range(number):
        names = {"family_ar": f"ا{place:05}", "given_ar": "محمد", "family_la": None, "given_la": None}
        rest = {"register_no": f"05/{place:05}", "sex": Sex.MALE, "status": Status.REGISTERED, "birth_year": 1970}
        rows.append({**names, **derived(names), **rest})
    with office.writing() as session:
        session.entitle("Filled")
        session.add_rows(Artisan, rows)


def test_others_pick_artisans_by_suggestions(people, office):
    with office.reading() as session:
        (offered,) = reads.suggestions(session, "boudjel")
        assert offered.name == "بوجلال سمير"
        assert "18906" in offered.detail
        assert "BOUDJELLAL Samir" in offered.detail
        assert reads.suggested(session, [offered.key]) == [offered]
        assert reads.suggestions(session, "  ") == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=200, deadline=None)
@given(typed=st.one_of(st.text(), st.text(alphabet="بن محمدال ءأإؤئىة()\"'*:^-+0123456789abcNOTORAND ")))
def test_any_text_is_a_question(people, found, typed):
    assert len(found(typed)) <= 6
    assert len(found(typed, sex=Sex.MALE, card_days=30)) <= 1


_VARIANTS = {"ا": "اأإآ", "ه": "هة", "ي": "يى", "و": "وؤ"}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=100, deadline=None)
@given(data=st.data())
def test_however_its_letters_are_written_a_name_is_found(people, found, data):
    typed = "".join(
        data.draw(st.sampled_from(_VARIANTS.get(letter, letter))) + data.draw(st.sampled_from(("", "", "ـ", "َ", "ّ")))
        for letter in "بن مصطفي هدي"
    )
    assert found(typed) == ["بن مصطفى هدى"]
