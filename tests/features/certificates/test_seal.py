"""Seals: what is signed is read back, and nothing else is taken for genuine."""

import random

import pytest
import segno
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from craftdesk.base import base45
from craftdesk.features.certificates.seal import FIELDS, PREFIX, Key, Verdict, checked, fingerprint, sealed

PRIVATE = bytes(range(32))
PUBLIC = Ed25519PrivateKey.from_private_bytes(PRIVATE).public_key().public_bytes_raw()
KEYS = [Key(PUBLIC, "غرفة باتنة", "Chambre de Batna")]
VALUES = {
    "number": "2026/0045",
    "kind": "training",
    "name_ar": "بوزيد فاطمة الزهراء",
    "name_la": "BOUZID Fatima Zohra",
    "born": "1985-03-12",
    "subject_ar": "التصميم والرسم في الحلي التقليدي",
    "first_day": "2026-11-14",
    "last_day": "2026-11-16",
    "issued_on": "2026-11-23",
}


@given(st.binary(max_size=300))
def test_base45_gives_back_every_byte(data):
    assert base45.decoded(base45.encoded(data)) == data


@pytest.mark.parametrize(("data", "text"), [(b"AB", "BB8"), (b"Hello!!", "%69 VD92EX0"), (b"base-45", "UJCLQE7W581")])
def test_base45_is_that_of_the_rfc(data, text):
    assert base45.encoded(data) == text
    assert base45.decoded(text) == data


@pytest.mark.parametrize("text", ["A", "AAé", "::::", ":::", "GGW", "aa"])
def test_what_is_not_base45_is_refused(text):
    with pytest.raises(ValueError, match="base45"):
        base45.decoded(text)


def test_a_seal_says_what_was_signed():
    found = checked(sealed(VALUES, PRIVATE), KEYS)
    assert found.verdict is Verdict.GENUINE
    assert {name: value for name, value in found.values.items() if value} == VALUES
    assert found.key == KEYS[0]


@given(st.fixed_dictionaries({name: st.text(max_size=60) for name in FIELDS}))
def test_any_words_are_sealed_and_read_back(values):
    found = checked(sealed(values, PRIVATE), KEYS)
    assert found.verdict is Verdict.GENUINE
    assert dict(found.values) == values


def test_a_seal_of_usual_words_fits_a_code_that_a_telephone_reads():
    code = segno.make(sealed(VALUES, PRIVATE), error="m", micro=False)
    assert code.mode == "alphanumeric"
    assert int(code.version) <= 12


def test_a_thousand_altered_codes_are_all_refused():
    text, chance = sealed(VALUES, PRIVATE), random.Random(5)
    letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
    refused = 0
    for _number in range(1000):
        changed = list(text)
        for place in chance.sample(range(len(PREFIX), len(text)), chance.choice((1, 1, 2, 5))):
            changed[place] = chance.choice([letter for letter in letters if letter != text[place]])
        refused += checked("".join(changed), KEYS).verdict is not Verdict.GENUINE
    assert refused == 1000


@pytest.mark.parametrize("name", ["name_ar", "name_la", "subject_ar", "issued_on", "number"])
def test_an_altered_field_is_named(name):
    data = base45.decoded(sealed(VALUES, PRIVATE).removeprefix(PREFIX))
    word = VALUES[name].encode("cp1256")
    other = VALUES[name][::-1].encode("cp1256")
    found = checked(PREFIX + base45.encoded(data.replace(word, other)), KEYS)
    assert found.verdict is Verdict.FORGED
    assert list(found.altered) == [name] or name == "issued_on"
    assert name in found.altered


def test_the_seal_of_another_office_is_not_taken_for_ours():
    found = checked(sealed(VALUES, bytes(32)), KEYS)
    assert found.verdict is Verdict.UNKNOWN
    assert found.values["name_la"] == "BOUZID Fatima Zohra"


def test_a_seal_cut_off_or_of_another_kind_cannot_be_read():
    text = sealed(VALUES, PRIVATE)
    for wrong in ("", "https://example.org", text[:-3], text + "000", text[4:], PREFIX, PREFIX + "A"):
        assert checked(wrong, KEYS).verdict in (Verdict.UNREADABLE, Verdict.FORGED)


def test_a_fingerprint_is_read_in_groups():
    assert len(fingerprint(PUBLIC).split()) == 16
