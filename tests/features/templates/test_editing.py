"""Blocks added, moved and taken out; each step leaves the template before it as it was."""

import pytest

from craftdesk.features.templates import editing
from craftdesk.features.templates.purposes import PURPOSES
from craftdesk.features.templates.rules import shipped
from craftdesk.pdf.template.faults import blocks_of, faults
from craftdesk.pdf.template.kinds import KINDS, PAGE
from tests.pdf.template.conftest import template, words
from tests.pdf.template.test_source import png

COLUMNS = {"kind": "columns", "blocks": [{"kind": "column", "blocks": [words("أ")]}, {"kind": "column"}]}


def kinds(found) -> list[str]:
    return [block["kind"] for block in found.blocks]


def test_a_setting_is_written_and_an_empty_one_is_not():
    before = template(words("أ", "a"))
    after = editing.with_setting(before, (0,), "size", 18)
    assert (before.blocks[0].get("size"), after.blocks[0]["size"]) == (None, 18)
    assert "size" not in editing.with_setting(after, (0,), "size", None).blocks[0]


def test_a_text_is_changed_in_one_language_and_keeps_the_other():
    found = editing.with_setting(template(words("أ", "a")), (0,), "text", "ب", "ar")
    assert found.blocks[0]["text"] == {"ar": "ب", "fr": "a"}
    found = editing.with_setting(editing.with_setting(found, (0,), "text", "", "ar"), (0,), "text", "", "fr")
    assert "text" not in found.blocks[0]


def test_the_page_is_changed_under_the_empty_place():
    assert editing.with_setting(template(), (), "frame", "lines").page == {"frame": "lines"}


def test_a_block_moves_among_its_neighbours_and_stays_at_the_ends():
    found = template(words("أ"), {"kind": "rule"}, COLUMNS)
    moved, place = editing.moved(found, (1,), -1)
    assert (kinds(moved), place) == (["rule", "text", "columns"], (0,))
    assert editing.moved(found, (0,), -1) == (found, (0,))
    assert editing.moved(found, (2,), 1) == (found, (2,))
    inside, place = editing.moved(found, (2, 0), 1)
    assert ([each.get("blocks") for each in inside.blocks[2]["blocks"]], place) == ([None, [words("أ")]], (2, 1))


def test_a_block_is_added_behind_the_chosen_one_or_into_it():
    found = template(words("أ"), COLUMNS)
    after, place = editing.added(found, (0,), "rule")
    assert (kinds(after), place) == (["text", "rule", "columns"], (1,))
    into, place = editing.added(found, (1, 1), "text")
    assert (place, into.blocks[1]["blocks"][1]["blocks"][0]["kind"]) == ((1, 1, 0), "text")
    last, place = editing.added(found, (), "space")
    assert (kinds(last), place) == (["text", "columns", "space"], (2,))


def test_a_block_is_taken_out_and_its_neighbour_is_next():
    found = template(words("أ"), {"kind": "rule"})
    assert editing.removed(found, (1,))[1] == (0,)
    left, place = editing.removed(editing.removed(found, (1,))[0], (0,))
    assert (list(left.blocks), place) == ([], ())


def test_a_picture_is_named_by_what_it_shows_and_can_be_taken_away():
    found = editing.with_picture(template({"kind": "picture"}), (0,), "file", png())
    [(name, data)] = found.pictures.items()
    assert (found.blocks[0]["file"], data) == (name, png())
    assert "file" not in editing.with_picture(found, (0,), "file", None).blocks[0]


@pytest.mark.parametrize("purpose", PURPOSES)
def test_every_block_that_is_offered_anywhere_can_stand_there(purpose):
    found = shipped(purpose)
    for place, _block in [((), None), *blocks_of(found)]:
        for kind in editing.offered(found, place):
            added, at = editing.added(found, place, kind)
            assert faults(added, PURPOSES[purpose].named()) == []
            assert editing.block_at(added, at)["kind"] == kind


def test_every_kind_can_be_added_somewhere():
    inside = {kind for each in (PAGE, *KINDS.values()) for kind in each.holds}
    assert inside == set(KINDS)
