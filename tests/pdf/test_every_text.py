"""Every text that the papers can say, in every font, against hb-shape."""

import json
import re
import shutil
import subprocess
from functools import cache
from itertools import product

import pytest
import uharfbuzz as hb
from babel.messages.pofile import read_po

from craftdesk.base.paths import RESOURCES, TRANSLATIONS
from craftdesk.pdf.text.fonts import FAMILIES, FONTS, fonts_of
from craftdesk.pdf.text.pieces import Ink, pieces
from craftdesk.pdf.text.shaping import Shaped, Typeface

_RUNS = {"Arab": re.compile("[\u0621-\u0652\u0670 ]+"), "Latn": re.compile("[A-Za-zÀ-ÖØ-öø-ÿŒœ'’«».,;:!? -]+")}
_OPTIONS = {
    "Arab": ["--direction=rtl", "--script=arab", "--language=ar"],
    "Latn": ["--direction=ltr", "--script=latn", "--language=fr"],
}


@cache
def texts() -> str:
    """What the program says in Arabic and French, its guides and templates, the names of its places."""
    found = [path.read_text("utf-8") for kind in ("guides", "templates", "places") for path in _files(kind)]
    for path in TRANSLATIONS.glob("*/LC_MESSAGES/*.po"):
        with path.open("rb") as file:
            for message in read_po(file):
                strings = message.string if isinstance(message.string, tuple) else (message.string,)
                found += strings
    return "\n".join(found)


def _files(kind):
    return [path for path in sorted((RESOURCES / kind).rglob("*")) if path.suffix in {".md", ".toml", ".csv", ".txt"}]


@cache
def lines(script: str) -> list[str]:
    """Lines of words in one script."""
    runs = {" ".join(run.split()) for run in _RUNS[script].findall(texts())}
    return sorted(run for run in runs if len(run) > 1 and any(map(str.isalpha, run)))


def ours(line: str, face: Typeface, script: str) -> list[Shaped]:
    """The words and spaces of a line from left to right."""
    found = pieces(((line, Ink(face, 1, "#000000")),), int(script == "Arab"))
    return [part for piece in (reversed(found) if script == "Arab" else found) for part in piece.shaped]


def drawn(shaped: list[Shaped]) -> list[tuple[int, int, int]]:
    found, x = [], 0
    for glyph in (glyph for part in shaped for glyph in part.glyphs):
        if glyph.text != " ":  # it is not seen, and gives its width for its neighbour where that is drawn nearer
            found += [(part.number, x + part.x, part.y) for part in glyph.parts]
        x += glyph.advance
    return [*sorted(found), (0, x, 0)]


def by_hb_shape(font: str, script: str, tmp_path) -> list[list[tuple[int, int, int]]]:
    (tmp_path / "lines.txt").write_text("\n".join(lines(script)) + "\n", "utf-8")
    options = ["--output-format=json", "--no-glyph-names", "--no-clusters", *_OPTIONS[script]]
    command = ["hb-shape", *options, str(FONTS / f"{font}.ttf"), f"--text-file={tmp_path / 'lines.txt'}"]
    done = subprocess.run(command, capture_output=True, check=True)
    space = hb.Font(hb.Face(hb.Blob.from_file_path(str(FONTS / f"{font}.ttf")))).get_nominal_glyph(ord(" "))
    return [_placed(json.loads(line), space) for line in done.stdout.decode().splitlines()]


def _placed(glyphs, space) -> list[tuple[int, int, int]]:
    found, x = [], 0
    for glyph in glyphs:
        if glyph["g"] != space:
            found.append((glyph["g"], x + glyph.get("dx", 0), glyph.get("dy", 0)))
        x += glyph["ax"]
    return [*sorted(found), (0, x, 0)]


@pytest.mark.parametrize("script", ["Arab", "Latn"])
@pytest.mark.parametrize(("family", "bold"), list(product(FAMILIES, (False, True))))
def test_every_text_stands_where_harfbuzz_puts_it(family, bold, script, tmp_path):
    if shutil.which("hb-shape") is None:
        pytest.skip("hb-shape is not installed")
    first = fonts_of(family, bold, script)[0]
    face = Typeface(family, bold, "fr")
    expected = by_hb_shape(first.font.name, script, tmp_path)
    compared = 0
    for line, wanted in zip(lines(script), expected, strict=True):
        shaped = ours(line, face, script)
        if all(part.font is first.font for part in shaped):
            compared += 1
            assert drawn(shaped) == wanted, line
    assert compared > 200
