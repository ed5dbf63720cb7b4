from datetime import date

import pytest
from sqlalchemy import select, text, update

from craftdesk.base.errors import UserError
from craftdesk.base.i18n import speaking
from craftdesk.data import journal, search
from craftdesk.data.check import check
from craftdesk.features.office.models import Activity
from craftdesk.features.roster.models import Artisan, Form, Rank, Sex, Status, StatusChange, derived


@pytest.fixture(autouse=True)
def english():
    with speaking("en"):
        yield


def do(database, title, change):
    with database.writing() as session:
        session.entitle(title)
        result = change(session)
        session.flush()
        return result, session.change_set.id


def add(database, **values):
    def change(session):
        artisan = Artisan(**values)
        session.add(artisan)
        session.flush()
        return artisan.id

    return do(database, "Added", change)


def edit(database, key, **values):
    def change(session):
        artisan = session.get_one(Artisan, key)
        for name, value in values.items():
            setattr(artisan, name, value)

    return do(database, "Edited", change)[1]


def undo(database, set_id):
    with database.writing() as session:
        return journal.undo(session, set_id)


def artisan(database, key):
    with database.reading() as session:
        return session.get(Artisan, key)


def rows(database):
    with database.reading() as session:
        tables = ("artisan", "status_change", "search_entry")
        return {t: sorted(map(tuple, session.execute(text(f"SELECT * FROM {t}"))), key=repr) for t in tables}


def many(number):
    names = [{"family_ar": f"بن {n}", "given_ar": "سمير", "family_la": None, "given_la": None} for n in range(number)]
    fixed = {"form": Form.INDIVIDUAL, "rank": Rank.ARTISAN, "status": Status.REGISTERED}
    return [name | derived(name) | fixed | {"register_no": f"05/{n}"} for n, name in enumerate(names)]


def add_many(database, number=700):
    return do(database, "Imported", lambda session: session.add_rows(Artisan, many(number)))


def test_the_history_tells_who_changed_what_from_what(database):
    key, _ = add(database, family_ar="بوجلال", sex=Sex.MALE, birth_date=date(1980, 11, 28))
    edit(database, key, family_ar="بوجلالي", birth_date=date(1981, 1, 2), sex=Sex.FEMALE)
    with database.reading() as session:
        edited, created = journal.history(session, key)
    assert (created.kind, created.who, created.title) == ("i", "samira", "Added")
    assert edited.before["family_ar"] == "بوجلال"
    assert edited.after["family_ar"] == "بوجلالي"
    assert (edited.before["birth_date"], edited.after["birth_date"]) == (date(1980, 11, 28), date(1981, 1, 2))
    assert (edited.before["sex"], edited.after["sex"]) == (Sex.MALE, Sex.FEMALE)
    assert "phone" not in edited.before


def test_an_edit_that_changes_nothing_leaves_no_trace(database):
    key, _ = add(database, family_ar="بوجلال")
    with database.writing() as session:
        session.entitle("Edited")
        session.get_one(Artisan, key).family_ar = "بوجلال"
    with database.reading() as session:
        assert len(journal.history(session, key)) == 1


def test_an_edit_is_undone_and_done_again(database):
    key, _ = add(database, family_ar="بوجلال")
    edited = edit(database, key, family_ar="قاسمي", phone="0661241807")
    undone = undo(database, edited)
    assert (artisan(database, key).family_ar, artisan(database, key).phone) == ("بوجلال", None)
    undo(database, undone.set_id)
    assert artisan(database, key).family_ar == "قاسمي"
    undo(database, edited)
    assert artisan(database, key).family_ar == "بوجلال"


def test_what_was_undone_cannot_be_undone_twice(database):
    key, _ = add(database, family_ar="بوجلال")
    edited = edit(database, key, family_ar="قاسمي")
    undo(database, edited)
    with pytest.raises(UserError):
        undo(database, edited)


def test_a_field_edited_since_stays_and_is_listed(database):
    key, _ = add(database, family_ar="بوجلال")
    first = edit(database, key, family_ar="قاسمي", phone="0661241807")
    edit(database, key, phone="0550000000")
    undone = undo(database, first)
    assert (artisan(database, key).family_ar, artisan(database, key).phone) == ("بوجلال", "0550000000")
    assert [(c.record_id, c.field) for c in undone.conflicts] == [(key, "phone")]


def test_undoing_a_bulk_import_leaves_the_tables_as_before_to_the_byte(database):
    add(database, family_ar="بوجلال")
    before = rows(database)
    _, imported = add_many(database)
    assert len(rows(database)["artisan"]) == 701
    assert undo(database, imported).conflicts == ()
    assert rows(database) == before


def test_an_undone_import_comes_back_with_the_same_numbers(database):
    keys, imported = add_many(database, 20)
    after = rows(database)["artisan"]
    undone = undo(database, imported)
    undo(database, undone.set_id)
    assert rows(database)["artisan"] == after
    with database.reading() as session:
        assert {key for _, key in search.find(session.connection(), "سمير")} == set(keys)


def test_an_import_is_undone_except_what_was_edited_or_used_since(database):
    keys, imported = add_many(database, 5)
    edit(database, keys[1], phone="0661241807")
    do(
        database,
        "Struck off",
        lambda s: s.add(StatusChange(artisan_id=keys[2], status=Status.STRUCK_OFF, day=date(2026, 1, 1))),
    )
    undone = undo(database, imported)
    assert {c.record_id for c in undone.conflicts} == {keys[1], keys[2]}
    with database.reading() as session:
        assert set(session.scalars(select(Artisan.id))) == {keys[1], keys[2]}


def test_an_edit_undone_in_between_is_no_conflict(database):
    keys, imported = add_many(database, 3)
    undo(database, edit(database, keys[0], phone="0661241807"))
    assert undo(database, imported).conflicts == ()


def test_a_deleted_record_lies_in_the_bin_and_returns_with_its_number(database):
    key, _ = add(database, family_ar="بوجلال", register_no="05/2012/18906", mend={"nin": ["short", {}]})
    before = rows(database)
    do(database, "Deleted", lambda session: session.delete(session.get_one(Artisan, key)))
    with database.reading() as session:
        assert [(b.label, b.record_id) for b in journal.binned(session)] == [("بوجلال", key)]
        assert search.find(session.connection(), "بوجلال") == []
    with database.writing() as session:
        journal.restore(session, key)
    restored = rows(database)
    assert restored["artisan"] == before["artisan"]
    with database.reading() as session:
        assert journal.binned(session) == []
        assert search.find(session.connection(), "18906") == [("artisan", key)]


def test_the_search_follows_all_that_one_action_adds_changes_and_deletes(database):
    keys, _ = add_many(database, 4)

    def change(session):
        for key in keys[:2]:
            session.get_one(Artisan, key).family_ar = "زيان"
        session.delete(session.get_one(Artisan, keys[2]))
        session.add(Artisan(family_ar="زيان", form=Form.COOPERATIVE))
        session.add(Activity(code="0301001", name_ar="صناعة الحلي"))

    do(database, "Everything at once", change)
    with database.reading() as session:
        found = {word: len(search.find(session.connection(), word)) for word in ("زيان", "سمير", "الحلي")}
        assert found == {"زيان": 3, "سمير": 3, "الحلي": 1}
        assert check(session).faults == ()


def both(session, key):
    return [session.scalars(select(StatusChange)).one(), session.get_one(Artisan, key)]


def test_what_hangs_on_a_deleted_record_does_not_stand_in_the_bin_by_itself(database):
    key, _ = add(database, family_ar="بوجلال")
    change = StatusChange(artisan_id=key, status=Status.REGISTERED, day=date(2024, 5, 1))
    do(database, "Registered", lambda session: session.add(change))
    do(database, "Deleted", lambda session: [session.delete(each) for each in both(session, key)])
    with database.reading() as session:
        assert [each.record_id for each in journal.binned(session)] == [key]
    with database.writing() as session:
        journal.restore(session, key)
    assert len(rows(database)["status_change"]) == 1


def test_a_deletion_whose_number_was_given_away_stays_deleted_and_says_to_whom(database):
    key, _ = add(database, family_ar="بوجلال", register_no="05/1")
    _, deleted = do(database, "Deleted", lambda session: session.delete(session.get_one(Artisan, key)))
    add(database, family_ar="قاسمي", register_no="05/1")
    undone = undo(database, deleted)
    assert "قاسمي" in undone.conflicts[0].why
    assert artisan(database, key) is None


def test_what_an_undo_took_away_is_not_in_the_bin(database):
    _, imported = add_many(database, 3)
    undo(database, imported)
    with database.reading() as session:
        assert journal.binned(session) == []


@pytest.mark.parametrize(
    "bypass",
    [
        lambda s: s.execute(update(Artisan).values(family_ar="x")),
        lambda s: s.execute(text("DELETE FROM artisan")),
        lambda s: s.connection().exec_driver_sql("INSERT INTO artisan (id) VALUES ('1')"),
    ],
    ids=["statement", "text", "driver"],
)
def test_a_write_that_bypasses_the_journal_is_an_error(database, bypass):
    add(database, family_ar="بوجلال")
    with pytest.raises(RuntimeError, match="bypasses"), database.writing() as session:
        bypass(session)
    assert len(rows(database)["artisan"]) == 1


def test_a_write_without_a_title_is_an_error_and_writes_nothing(database):
    with pytest.raises(RuntimeError, match="title"), database.writing() as session:
        session.add(Artisan(family_ar="بوجلال"))
    assert rows(database)["artisan"] == []


def test_a_read_may_not_change(database):
    key, _ = add(database, family_ar="بوجلال")
    with pytest.raises(RuntimeError), database.reading() as session:
        session.get_one(Artisan, key).family_ar = "x"


def test_the_title_of_an_undo_names_what_it_undid(database):
    key, _ = add(database, family_ar="بوجلال")
    undone = undo(database, edit(database, key, family_ar="قاسمي"))
    with database.reading() as session:
        titles = [owner.label() for owner, _ in journal.change_sets(session)]
    assert titles[0] == "Undone: Edited"
    undo(database, undone.set_id)
    with database.reading() as session:
        assert journal.change_sets(session)[0][0].label() == "Done again: Edited"
