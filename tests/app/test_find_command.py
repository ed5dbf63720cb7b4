"""craftdesk find: what the search box gives for people."""

import json
import subprocess
import sys

import pytest

from craftdesk.app import finding
from craftdesk.app.features import FEATURES
from craftdesk.base.i18n import use_language
from craftdesk.features.roster.models import Artisan
from craftdesk.features.roster.writes import save_artisan
from tests.app.test_command_line import craftdesk, refused

__all__ = ["craftdesk"]


@pytest.fixture
def file(office):
    for family, latin, number in (("بوجلال", "BOUDJELLAL", "1"), ("بوجلول", "", "2"), ("مزيان", "MEZIANE", "3")):
        values = {"family_ar": family, "given_ar": "سمير", "family_la": latin, "birth_year": 1970}
        with office.writing() as session:
            save_artisan(session, None, {**values, "register_no": f"05/2012/{number}"})
    return office.path


def test_people_are_printed_a_line_each_and_as_json(craftdesk, file):
    said = craftdesk("--office", file, "find", "Boujlal")
    assert (said.returncode, said.stderr) == (0, "")
    first, second = said.stdout.splitlines()
    assert first.split("\t")[:3] == ["05/2012/1", "بوجلال سمير", "BOUDJELLAL"]
    assert second.startswith("05/2012/2")
    [one] = json.loads(craftdesk("--office", file, "find", "--json", "--limit", 1, "boujlal samir").stdout)
    assert list(one) == ["id", "register", "name_ar", "name_la", "why"]
    assert (one["name_ar"], one["why"]) == ("بوجلال سمير", "sounds like boujlal samir")


def test_questions_on_lines_are_answered_one_by_one_as_they_come(craftdesk, file, monkeypatch):
    command = [sys.executable, "-m", "craftdesk", "--office", str(file), "find", "-", "--limit", "2"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as running:
        answers = []
        for typed in (b"Meziane", "بوجلال".encode(), b"", b"\xff\xfe", "مزيان".encode("cp1256")):
            running.stdin.write(typed + b"\n")
            running.stdin.flush()
            answers.append(json.loads(running.stdout.readline().decode("utf-8")))
        running.stdin.close()
        assert running.wait(timeout=30) == 0
    assert [[each["register"][-1] for each in answer] for answer in answers] == [["3"], ["1", "2"], [], [], []]


def test_nobody_is_nothing_and_a_missing_file_is_refused(craftdesk, file, tmp_path):
    assert craftdesk("--office", file, "find", "زززز", "--json").stdout == "[]\n"
    assert craftdesk("--office", file, "find", "زززز").stdout == ""
    refused(craftdesk("--office", tmp_path / "nothing.craftdesk", "find", "Samir"))
    assert craftdesk("--office", file, "find").returncode == 2
    assert craftdesk("--office", file, "find", "x", "--limit", 0).returncode == 2


def test_it_gives_what_the_search_box_gives(office, craftdesk, file):
    use_language("en")
    finders = [finder for feature in FEATURES for finder in feature.finders]
    for typed in ("Boujlal", "samir", "05/2012", "مزي"):
        with office.reading() as session:
            hits = [hit for hit in finding.hits(session, typed, finders) if hit.model is Artisan]
        told = json.loads(craftdesk("--office", file, "find", typed, "--json").stdout)
        assert [hit.key for hit in hits] == [each["id"] for each in told]
