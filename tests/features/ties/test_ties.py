"""Ties: the right word for each side and sex, once and not twice, ended and not deleted, found by the search."""

from datetime import date

import pytest

from craftdesk.base.errors import UserError
from craftdesk.base.i18n import speaking
from craftdesk.base.numbers import without_marks
from craftdesk.data import journal, search
from craftdesk.data.check import check
from craftdesk.features.roster.models import Sex
from craftdesk.features.roster.writes import delete_artisans, save_artisan
from craftdesk.features.ties import holding, reads, rules, writes
from craftdesk.features.ties.models import BodyKind, CraftBody, OtherName, Tie
from craftdesk.features.ties.rules import IN_A_BODY, Role
from craftdesk.features.ties.ui import telling
from craftdesk.features.ties.wording import days_of, role_in_words, who
from tests.features.conftest import TODAY
from tests.features.training.conftest import add_artisans


@pytest.fixture
def people(office) -> list[str]:
    """Chahine (a man), Assia (a woman), Omar (a man), and somebody whose sex is not known."""
    keys = add_artisans(office, 4)
    with office.writing() as session:
        save_artisan(session, keys[3], {"sex": None})
    return keys


def tie(database, artisan_id: str, role: Role, other: str, begins: date | None = None) -> str:
    with database.writing() as session:
        return writes.tie(session, artisan_id, role, other, begins)


def body(database, name: str = "تعاونية الأمل", kind: BodyKind = BodyKind.COOPERATIVE, **more) -> str:
    with database.writing() as session:
        return writes.save_body(session, None, {"name_ar": name, "kind": kind, **more})


def seen(database, artisan_id: str) -> list[tuple[str, str]]:
    with database.reading() as session:
        found = reads.belongings(session, artisan_id)
        return [(role_in_words(each, found.artisan), who(each)) for each in found.seen]


MAN, WOMAN, UNKNOWN = 0, 1, 3


@pytest.mark.parametrize(
    ("role", "other", "forth", "back"),
    [
        (Role.PARENT, WOMAN, "الأم", "الابن"),
        (Role.CHILD, WOMAN, "الابنة", "الأب"),
        (Role.SPOUSE, WOMAN, "الزوجة", "الزوج"),
        (Role.SIBLING, WOMAN, "الأخت", "الأخ"),
        (Role.SIBLING, UNKNOWN, "الأخ أو الأخت", "الأخ"),
        (Role.RELATIVE, WOMAN, "قريبة", "قريب"),
        (Role.MASTER, WOMAN, "المعلمة", "المتمهن"),
        (Role.APPRENTICE, WOMAN, "المتمهنة", "المعلم"),
        (Role.PARENT, UNKNOWN, "الأب أو الأم", "الابن"),
    ],
)
def test_each_side_reads_the_word_for_the_other_by_its_sex(office, people, role, other, forth, back):
    tie(office, people[MAN], role, people[other])
    assert [word for word, _name in seen(office, people[MAN])] == [forth]
    assert [word for word, _name in seen(office, people[other])] == [back]


def test_every_role_has_a_word_for_each_sex_in_every_language():
    for language in ("ar", "fr", "en"):
        with speaking(language):
            words = {(role, sex): rules.word(role, sex) for role in Role for sex in (*Sex, None)}
        assert all(words.values())
    with speaking("fr"):
        assert rules.word(Role.MANAGER, Sex.FEMALE) == "Gérante"


@pytest.mark.parametrize("role", [each for each in Role if each not in IN_A_BODY])
def test_a_kind_of_tie_and_the_side_give_the_role_back(role):
    kind, begins_there = rules.kind_of(role)
    ends = ("other", "me") if begins_there else ("me", "other")
    assert rules.role_of(Tie(kind=kind, artisan_id=ends[0], other_id=ends[1]), "me") is role


def test_in_a_cooperative_the_word_is_for_the_artisan(office, people):
    key = body(office)
    tie(office, people[WOMAN], Role.MANAGER, key)
    tie(office, people[MAN], Role.MEMBER, key)
    assert seen(office, people[WOMAN]) == [("مسيرة", "تعاونية الأمل")]
    with office.reading() as session:
        members = reads.members_of(session, key)
        [entry] = reads.bodies(session, reads.Sought())
    assert [rules.word(each.role, each.other.sex) for each in members] == ["مسيرة", "عضو"]
    assert (entry.members, [each.id for each in entry.managers]) == (2, [people[WOMAN]])


def test_the_same_tie_is_there_once_from_whichever_side_it_is_entered(office, people):
    tie(office, people[0], Role.SIBLING, people[1])
    for artisan, role, other in ((0, Role.SIBLING, 1), (1, Role.SIBLING, 0)):
        with pytest.raises(UserError, match="مسجلة من قبل"):
            tie(office, people[artisan], role, people[other])
    tie(office, people[0], Role.PARENT, people[2])
    with pytest.raises(UserError):
        tie(office, people[2], Role.CHILD, people[0])
    assert len(seen(office, people[0])) == 2


def test_nobody_is_tied_to_himself_and_no_child_is_older(office, people):
    with pytest.raises(UserError) as refused:
        tie(office, people[0], Role.SIBLING, people[0])
    assert refused.value.field == "other"
    for key, born in ((people[0], date(1960, 1, 1)), (people[1], date(1990, 1, 1))):
        with office.writing() as session:
            save_artisan(session, key, {"birth_date": born})
    with pytest.raises(UserError, match="أكبر سنا"):
        tie(office, people[0], Role.PARENT, people[1])
    tie(office, people[0], Role.CHILD, people[1])


def test_a_tie_ends_and_stays_on_both_cards_and_can_go_on(office, people):
    key = tie(office, people[0], Role.SPOUSE, people[1], date(2010, 5, 1))
    with pytest.raises(UserError), office.writing() as session:
        writes.end_tie(session, key, date(2009, 1, 1))
    with office.writing() as session:
        writes.end_tie(session, key, date(2020, 1, 31))
    with office.reading() as session:
        [found] = reads.ties_of(session, people[1])
        assert found.is_over
        assert without_marks(days_of(found.tie)) == "من 1 ماي 2010 إلى 31 جانفي 2020"
    tie(office, people[0], Role.SPOUSE, people[1], date(2021, 1, 1))
    with office.writing() as session:
        writes.go_on(session, key)
    assert len(seen(office, people[0])) == 2


def test_what_lasts_stands_before_what_is_over(office, people):
    over = tie(office, people[0], Role.PARENT, people[1])
    with office.writing() as session:
        writes.end_tie(session, over, TODAY)
    tie(office, people[0], Role.RELATIVE, people[2])
    assert [word for word, _name in seen(office, people[0])] == ["قريب", "الأم"]


def test_a_body_with_people_is_dissolved_and_not_deleted(office, people):
    key = body(office)
    tie(office, people[0], Role.FOUNDER, key)
    with pytest.raises(UserError, match="أعضاء"), office.writing() as session:
        writes.delete_body(session, key)
    with pytest.raises(UserError), office.writing() as session:
        writes.save_body(session, key, {"founded_on": date(2020, 1, 1), "ended_on": date(2019, 1, 1)})
    with office.writing() as session:
        writes.save_body(session, key, {"ended_on": TODAY})
    empty = body(office, "تعاونية فارغة")
    with office.writing() as session:
        writes.delete_body(session, empty)
    with office.reading() as session:
        assert [each.id for each in reads.bodies(session, reads.Sought())] == [key]


def test_bodies_are_found_in_either_script_by_number_and_by_kind(office):
    first = body(office, name_fr="Coopérative El Amel", register_no="05/T/2019/0014")
    second = body(office, "مقاولة النحاس", BodyKind.ENTERPRISE)
    with office.reading() as session:
        for typed in ("الأمل", "El Amel", "05/T/2019"):
            assert [each.id for each in reads.bodies(session, reads.Sought(typed))] == [first], typed
        assert [each.id for each in reads.bodies(session, reads.Sought(kind=BodyKind.ENTERPRISE))] == [second]
        [hit] = telling.hits(session, [second])
    assert (without_marks(hit.title), hit.model) == ("مقاولة النحاس", CraftBody)


def test_another_name_is_found_by_the_search_over_everything(office, people):
    with office.writing() as session:
        key = writes.save_name(session, people[1], {"kind": "birth", "name_ar": "زعموش آسيا", "name_la": "Zamouche"})
    with office.reading() as session:
        for typed in ("زعموش", "Zamouche", "zamoush"):
            found = search.find(session.connection(), typed, (OtherName.__tablename__,), 10)
            assert found == [(OtherName.__tablename__, key)], typed
        [hit] = telling.name_hits(session, [key])
        assert reads.owner_of_name(session, key) == people[1]
    assert "بن موسى آسيا" in hit.detail
    with pytest.raises(UserError), office.writing() as session:
        writes.save_name(session, people[1], {"name_ar": " "})


def test_the_sheet_of_a_person_names_all_ties(office, people):
    tie(office, people[0], Role.SPOUSE, people[1])
    tie(office, people[0], Role.MEMBER, body(office))
    with office.writing() as session:
        writes.save_name(session, people[0], {"kind": "known as", "name_ar": "الصائغ"})
    with office.reading() as session:
        held = holding.ties(session, people[0])
    assert [row[0] for row in held.rows] == ["اسم الشهرة", "الزوجة", "عضو"]


def test_a_tied_artisan_is_not_deleted_and_undo_takes_a_tie_away(office, people):
    tie(office, people[0], Role.SIBLING, people[1])
    for key in people[:2]:
        with pytest.raises(UserError, match="الصلة"), office.writing() as session:
            delete_artisans(session, [key])
    with office.writing() as session:
        journal.undo(session, journal.last_undoable(session, office.who).id)
    assert seen(office, people[0]) == []
    with office.reading() as session:
        assert check(session).faults == ()


def test_a_tie_to_oneself_left_by_joined_records_is_not_shown(office, people):
    key = tie(office, people[0], Role.SIBLING, people[1])
    with office.writing() as session:
        session.entitle("Joined")
        session.get_one(Tie, key).other_id = people[0]
    assert seen(office, people[0]) == []
