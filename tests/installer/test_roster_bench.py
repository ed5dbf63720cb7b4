"""The benchmark of the list measures what it says, on an office small enough for a test."""

from contextlib import closing
from random import Random

import pytest

from craftdesk.data.database import Database
from craftdesk.features.roster.asking import Asked
from craftdesk.features.roster.listing import Listing, prepared
from installer.bench import _offices, roster


@pytest.fixture
def office(tmp_path):
    path = tmp_path / "office.craftdesk"
    _offices.fill(path, 200)
    return path


def test_both_sides_count_the_same_people_for_every_question(office):
    chance = Random(1)
    listing = Listing()
    bare = roster._bare(office)
    with closing(Database(office)) as database, database.asking() as file:
        listing.take(prepared(file))
        for _turn in range(30):
            asked = Asked("", roster._filters(file, chance), "commune")
            (counted,), rows = roster._bare_page(file, bare, asked)
            total, ours = roster._page(file, listing, asked)
            assert (total, len(ours)) == (counted, len(rows))
            assert [row.key for row in ours] == [row[0] for row in rows]
    bare.close()


def test_cards_are_opened_and_saved(office):
    names = [one["name"] for one in roster._cards(office, 200)]
    assert names == ["roster open a card", "roster save a card"]


def test_every_time_but_the_first_is_compared_with_the_size_before(monkeypatch):
    monkeypatch.setattr(
        roster, "_at", lambda size, _all: [roster.result("x", size, ours=size / 10, peer=1, peer_name="y")]
    )
    found = list(roster.run([10, 100]))
    assert [one["name"] for one in found] == ["x", "x", "x growth"]
    assert found[-1]["ratio"] == 10
