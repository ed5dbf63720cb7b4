"""A template as a file: read, written, packed with its pictures; every other file is refused with a sentence."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from craftdesk.base.errors import UserError
from craftdesk.base.paths import RESOURCES
from craftdesk.pdf.template.source import Template, from_toml, packed, to_toml, unpacked
from tests.pdf.template.conftest import template, words

SHIPPED = sorted((RESOURCES / "templates").glob("*.toml"))
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


def png(colour: str = "#14666B") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (30, 20), colour).save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_shipped_template_is_written_as_it_was_read(path):
    found = from_toml(path.read_text("utf-8"))
    assert to_toml(found) == path.read_text("utf-8")
    assert unpacked(packed(found)) == found


@given(arabic=TEXTS, french=TEXTS)
def test_every_text_comes_back_as_it_was_written(arabic, french):
    found = template(words(arabic, french))
    assert unpacked(packed(found)).blocks == found.blocks


def test_pictures_travel_with_the_template_and_unused_ones_stay_behind():
    found = template({"kind": "picture", "file": "a.png"}).but(pictures={"a.png": png(), "b.png": png("#ffffff")})
    assert unpacked(packed(found)).pictures == {"a.png": png()}


def test_equal_templates_make_equal_bytes():
    assert packed(template(words("أ", "a"))) == packed(template(words("أ", "a")))


def zipped(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as file:
        for name, data in files.items():
            file.writestr(name.replace("_", "."), data)
    return out.getvalue()


WHOLE = packed(template(words("أ" * 500, "a" * 500)))
BAD = {
    "empty": b"",
    "text": b"hello",
    "picture": png(),
    "another zip": zipped(readme_txt=b"hello"),
    "cut": WHOLE[: len(WHOLE) // 2],
    "changed": WHOLE[:60] + bytes(20) + WHOLE[80:],
    "no toml": zipped(template_toml=b"= = ="),
    "not utf-8": zipped(template_toml=b"name = '\xff'"),
    "no blocks": zipped(template_toml=b"format = 1\nname = 'x'"),
    "blocks of numbers": zipped(template_toml=b"format = 1\npurpose = 'letter'\nblocks = [1]\n[name]\nar = 'x'"),
    "no format": zipped(template_toml=b"purpose = 'letter'\n[name]\nar = 'x'"),
    "newer": zipped(template_toml=b"format = 99\npurpose = 'letter'\n[name]\nar = 'x'"),
    "deep": zipped(template_toml=b"format = 1\npurpose = 'letter'\nx = " + b"[" * 5000 + b"]" * 5000),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_refused_with_a_sentence(name):
    with pytest.raises(UserError) as told:
        unpacked(BAD[name])
    assert str(told.value).strip()


def test_a_file_that_swells_is_refused():
    huge = zipped(template_toml=b"x" * 21_000_000)
    with pytest.raises(UserError):
        unpacked(huge)


def test_the_name_is_that_of_the_language_spoken():
    assert Template("شهادة", "", "letter").name == "شهادة"
