"""The judge of the search for names: clerks who spell otherwise, and shares that can be trusted."""

from installer.bench import names
from installer.bench._clerks import Clerk
from installer.bench._namesakes import people


def test_a_clerk_writes_a_name_in_many_ways_and_the_same_ones_every_time():
    written = [Clerk(3).other("BOUDJELLAL", "Samir") for _ in range(2)]
    assert written[0] == written[1]
    clerk = Clerk(3)
    assert len({clerk.other("BEN HACENE", "Abdelkader").casefold() for _ in range(40)}) > 20
    assert all(letter >= "\u0600" or letter == " " for letter in clerk.other("بن حسن", "عبد القادر"))


def test_the_same_people_come_every_time_in_one_script_or_in_both():
    some, others = list(people(400)), list(people(400))
    assert [person.whole for person in some] == [person.whole for person in others]
    assert {person.written for person in some} == {"both", "arabic", "latin"}
    assert len({person.whole for person in some}) > 300


def test_the_report_tells_what_was_found_first_and_precisely(tmp_path, monkeypatch):
    monkeypatch.setattr(names, "FOLDER", tmp_path)
    monkeypatch.setattr(names, "LIST", tmp_path / "nothing.csv")
    monkeypatch.setattr(names, "QUESTIONS", 60)
    told = {each["name"]: each for each in names.run([300])}
    assert list(told)[:3] == ["names first", "names found", "names precise"]
    assert 0.9 < told["names found"]["ours"] <= 1
    assert told["names first"]["ours"] <= told["names found"]["ours"]
    assert all(each["ratio"] == each["ours"] / each["peer"] for each in told.values())
