"""What is wrong with a template is told at its block, in a sentence."""

import pytest

from craftdesk.base.i18n import use_language
from craftdesk.pdf.template.faults import faults, trials
from craftdesk.pdf.template.speech import Layout
from tests.pdf.template.conftest import ARABIC, BOTH, record, template, words
from tests.pdf.template.test_source import png

FIELDS = {"name", "number"}


@pytest.fixture(autouse=True)
def _english():
    use_language("en")


def found(*blocks, **page):
    return [(each.place, each.setting, each.language) for each in faults(template(*blocks, **page), FIELDS)]


def test_a_sound_template_has_no_faults():
    assert found({"kind": "letterhead"}, words("{name}", "{name}"), landscape=True, frame="lines") == []


def test_a_field_that_does_not_exist_is_told_with_its_name_and_language():
    [fault] = faults(template(words("أ"), words("{name}", "{nom}")), FIELDS)
    assert (fault.place, fault.setting, fault.language) == ((1,), "text", "fr")
    assert "“nom”" in fault.message


@pytest.mark.parametrize(
    ("block", "setting"),
    [
        (words("[أ|ب]"), "text"),
        (words("{name"), "text"),
        (words("أ" * 3000), "text"),
        ({"kind": "text", "text": "plain"}, "text"),
        (words("أ", style="fancy"), "style"),
        (words("أ", colour="red"), "colour"),
        (words("أ", colour=7), "colour"),
        (words("أ", size=500), "size"),
        (words("أ", size="large"), "size"),
        (words("أ", size=True), "size"),
        (words("أ", align="left"), "align"),
        (words("أ", when="nothing"), "when"),
        (words("أ", font="Arial"), "font"),
        ({"kind": "picture", "file": "gone.png"}, "file"),
        ({"kind": "letterhead", "rule": "yes"}, "rule"),
        ({"kind": "drawing"}, "kind"),
        ({"kind": "signer"}, "kind"),
        ({"kind": "columns", "blocks": [words("أ")]}, "kind"),
    ],
)
def test_every_other_fault_is_told_at_its_setting(block, setting):
    faulty = found(words("أ"), block)
    assert [each[1] for each in faulty] == [setting]
    assert faulty[0][0][0] == 1


def test_a_fault_inside_columns_names_the_way_to_it():
    columns = {"kind": "columns", "blocks": [{"kind": "column"}, {"kind": "column", "blocks": [words("{x}")]}]}
    assert found(columns) == [((0, 1, 0), "text", "ar")]


def test_faults_of_the_page_have_an_empty_place():
    assert found(frame="gold", colour="blue") == [((), "frame", ""), ((), "colour", "")]


def test_a_picture_that_cannot_be_read_is_told():
    block = {"kind": "picture", "file": "a.png"}
    assert faults(template(block).but(pictures={"a.png": png()}), FIELDS) == []
    [fault] = faults(template(block).but(pictures={"a.png": b"no picture"}), FIELDS)
    assert "a.png" in fault.message


def tried(*blocks, layout=ARABIC, **values):
    return trials(template(*blocks), layout, record(**values))


def test_a_letter_that_no_font_has_is_told_at_its_block():
    [fault] = tried(words("أ"), words("مرحبا 漢"))
    assert (fault.place, fault.setting, fault.language) == ((1,), "text", "ar")
    assert "漢" in fault.message


def test_a_text_that_runs_over_the_page_is_told():
    [fault] = tried(*[words("كلام طويل يقال مرة بعد مرة " * 80)] * 12)
    assert fault.place == ()


def test_a_word_that_is_wider_than_its_column_is_told():
    narrow = {
        "kind": "columns",
        "blocks": [{"kind": "column", "share": 20}, {"kind": "column", "share": 1, "blocks": [words("والمستشفيات")]}],
    }
    assert [each.place for each in tried(narrow)] == [(0, 1, 0)]


@pytest.mark.parametrize("layout", [BOTH, Layout("fr", False)])
def test_a_usual_page_is_found_sound(layout):
    assert tried({"kind": "letterhead"}, words("السيد {name}", "Monsieur {name}"), layout=layout, name="بوزيد") == []
