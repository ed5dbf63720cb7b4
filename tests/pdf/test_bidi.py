from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from craftdesk.pdf.text import bidi

UNICODE = Path("/usr/share/unicode")
SAMPLES = {
    "L": "a", "R": "\u05d0", "EN": "1", "ES": "+", "ET": "$", "AN": "\u0660", "CS": ",", "B": "\u2029", "S": "\t",
    "WS": " ", "ON": "!", "LRE": "\u202a", "LRO": "\u202d", "RLE": "\u202b", "RLO": "\u202e", "PDF": "\u202c",
    "NSM": "\u0300", "BN": "\xad", "AL": "\u0627", "LRI": "\u2066", "RLI": "\u2067", "FSI": "\u2068", "PDI": "\u2069",
}  # fmt: skip


def lines_of(name: str) -> list[str]:
    path = UNICODE / name
    if not path.exists():
        pytest.skip("Debian's unicode-data is not installed")
    found = (line.partition("#")[0].strip() for line in path.read_text("utf-8").split("\n"))
    return [line for line in found if line]


def levels_and_order(text: str, base: int, shown: list[int]) -> tuple[list[int], list[int]]:
    levels = bidi.line_levels(text, bidi.levels(text, base), base)
    order = bidi.visual_order(bytes(levels[place] for place in shown))
    return [levels[place] for place in shown], [shown[place] for place in order]


def test_all_lines_of_unicodes_character_test_have_the_right_levels_and_order():
    wrong = []
    lines = lines_of("BidiCharacterTest.txt")
    for line in lines:
        codes, direction, base, levels, order = line.split(";")
        text = "".join(chr(int(code, 16)) for code in codes.split())
        own = bidi.base_level(text) if direction == "2" else int(direction)
        shown = [place for place, level in enumerate(levels.split()) if level != "x"]
        wanted = [int(level) for level in levels.split() if level != "x"], [int(place) for place in order.split()]
        if own != int(base) or levels_and_order(text, own, shown) != wanted:
            wrong.append(line)
    assert len(lines) == 91_707
    assert wrong == []


def test_all_lines_of_unicodes_class_test_have_the_right_levels_and_order():
    wrong, cases = [], 0
    wanted: tuple[list[int], list[int]] = [], []
    shown: list[int] = []
    for line in lines_of("BidiTest.txt"):
        if line.startswith("@Levels:"):
            levels = line.partition(":")[2].split()
            shown = [place for place, level in enumerate(levels) if level != "x"]
            wanted = [int(level) for level in levels if level != "x"], wanted[1]
        elif line.startswith("@Reorder:"):
            wanted = wanted[0], [int(place) for place in line.partition(":")[2].split()]
        else:
            classes, bits = line.split(";")
            text = "".join(SAMPLES[name] for name in classes.split())
            for bit, base in ((1, bidi.base_level(text)), (2, 0), (4, 1)):
                if int(bits) & bit:
                    cases += 1
                    if levels_and_order(text, base, shown) != wanted:
                        wrong.append((line, bit))
    assert cases == 770_241
    assert wrong == []


def test_latin_code_in_an_arabic_line_runs_left_to_right():
    text = "رقم CAM-05"
    levels = bidi.levels(text, 1)
    assert list(levels) == [1, 1, 1, 1, 2, 2, 2, 2, 2, 2]
    assert "".join(text[place] for place in bidi.visual_order(levels)) == "CAM-05 مقر"


def test_an_isolated_phone_number_keeps_its_order():
    text = "هاتف \u20680550 12\u2069."
    shown = "".join(text[place] for place in bidi.visual_order(bidi.levels(text, 1)))
    assert "0550 12" in shown


@given(st.text(alphabet="ab1٠ا() \u2067\u2068\u2069,-.\u064e", max_size=40), st.integers(0, 1))
def test_every_character_has_one_place(text, base):
    levels = bidi.line_levels(text, bidi.levels(text, base), base)
    assert len(levels) == len(text)
    assert sorted(bidi.visual_order(levels)) == list(range(len(text)))
    assert all(level >= base for level in levels)
