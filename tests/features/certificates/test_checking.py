"""Certificates checked without a network: on the command line, by files, and by the page for partners in a browser."""

import json
import random
import subprocess
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import quote

import pypdfium2
import pytest
from PIL import Image, ImageFilter
from sqlalchemy import select

from craftdesk.app.cli import main
from craftdesk.base.dates import on_day
from craftdesk.base.errors import UserError
from craftdesk.base.i18n import speaking
from craftdesk.data import journal
from craftdesk.features.certificates import checking, documents, keys, partners, reads, writes
from craftdesk.features.certificates.models import Certificate, CertificateKind, OfficeKey
from craftdesk.features.certificates.rules import from_json
from craftdesk.features.certificates.seal import Key, Verdict, sealed
from craftdesk.features.certificates.sealing import sealed_words
from tests.golden import office as golden

DAY = golden.DAY


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    made = golden.make(tmp_path_factory.mktemp("checking") / "office.craftdesk")
    yield made
    made.close()


def issued(office) -> Certificate:
    with office.reading() as session:
        return reads.register(session, reads.Wanted(order="number"))[0]


def printed(office, path: Path, language: str = "ar", change=lambda content: content) -> Path:
    """A certificate as a PDF; `change` is done to its words after they were sealed."""
    with on_day(DAY), speaking(language), office.reading() as session:
        found = reads.printables(session, [issued(office).id])[0]
        made = documents.certificates([reads.Printable(change(found.content), found.logo, found.template)], language)
        made.write(path)
    return path


def known(office) -> checking.Known:
    with office.reading() as session:
        return checking.known(session)


@pytest.mark.parametrize("language", ["ar", "fr", "both"])
def test_a_certificate_as_it_was_issued_is_genuine(office, tmp_path, language):
    [answer] = checking.check_file(printed(office, tmp_path / "c.pdf", language), known(office))
    assert (answer.verdict, list(answer.seal.altered)) == (Verdict.GENUINE, [])


@pytest.mark.parametrize(
    ("name", "wrong", "told"),
    [
        ("name_ar", "بن فلان علان", "name_ar"),
        ("name_la", "Aït Messaoud Fatiha", "name_la"),
        ("subject_ar", "التصميم والنقش في النحاس", "subject_ar"),
        ("birth_date", date(1990, 3, 8), "born"),
        ("issued_on", date(2025, 11, 23), "issued_on"),
        ("number", 7, "number"),
    ],
)
def test_a_changed_word_on_the_paper_is_found_and_named(office, tmp_path, name, wrong, told):
    file = printed(office, tmp_path / "c.pdf", change=lambda content: replace(content, **{name: wrong}))
    [answer] = checking.check_file(file, known(office))
    assert (answer.verdict, list(answer.seal.altered)) == (Verdict.FORGED, [told])


def test_a_scan_at_150_dots_an_inch_is_read(office, tmp_path):
    page = pypdfium2.PdfDocument(printed(office, tmp_path / "c.pdf"))[0].render(scale=150 / 72).to_pil()
    turned = page.convert("RGB").rotate(2, Image.Resampling.BICUBIC, expand=True, fillcolor="white")
    turned.filter(ImageFilter.GaussianBlur(0.6)).save(tmp_path / "scan.jpg", quality=80)
    [answer] = checking.check_file(tmp_path / "scan.jpg", known(office))
    assert answer.verdict is Verdict.GENUINE


def test_a_page_without_a_code_is_told_apart(office, tmp_path):
    Image.new("RGB", (800, 600), "white").save(tmp_path / "white.png")
    [answer] = checking.check_file(tmp_path / "white.png", known(office))
    assert answer.verdict is Verdict.UNREADABLE


def test_what_was_withdrawn_is_told_with_its_reason_here_and_at_other_offices(tmp_path):
    made = golden.make(tmp_path / "office.craftdesk")
    with on_day(DAY):
        key = issued(made).id
        with made.writing() as session:
            writes.withdraw(session, key, DAY, "أصدرت خطأ")
        seal = from_json(issued(made).content).seal
        assert checking.check_text(seal, known(made)).reason == "أصدرت خطأ"
        with made.writing() as session:
            files = partners.write_all(session, tmp_path)
        with made.reading() as session:
            others = keys.keys_of(files[0])
            name, numbers = keys.read_list(files[1], others)
    answer = checking.check_text(seal, checking.Known(others, {name: numbers}))
    assert (answer.verdict, answer.reason) == (Verdict.WITHDRAWN, "أصدرت خطأ")
    made.close()


def test_a_list_that_was_altered_is_not_taken_in(office, tmp_path):
    with on_day(DAY), office.writing() as session:
        files = partners.write_all(session, tmp_path)
    found = json.loads(files[1].read_text(encoding="utf-8"))
    found["withdrawn"] = found["withdrawn"].replace("{}", '{"2026/0001": "x"}')
    files[1].write_text(json.dumps(found), encoding="utf-8")
    with pytest.raises(UserError):
        keys.read_list(files[1], keys.keys_of(files[0]))


WRONG_KEY = '{"format": "craftdesk-keys", "keys": [{"public": "zz"}]}'


@pytest.mark.parametrize("text", ["", "{}", "[]", "no json", WRONG_KEY])
def test_what_is_no_file_of_keys_is_refused(tmp_path, text):
    (tmp_path / "keys.json").write_text(text, encoding="utf-8")
    with pytest.raises(UserError):
        keys.keys_of(tmp_path / "keys.json")


def test_keys_of_another_office_are_taken_in_once(office, tmp_path):
    other = golden.make(tmp_path / "other.craftdesk")
    (tmp_path / "keys.json").write_text(keys.keys_as_text([Key(bytes(range(32)), "غرفة", "Chambre")]), encoding="utf-8")
    with other.writing() as session:
        assert len(keys.trust(session, tmp_path / "keys.json")) == 1
    with other.writing() as session:
        assert keys.trust(session, tmp_path / "keys.json") == []
    other.close()


def test_every_undo_leaves_the_key(tmp_path):
    made = golden.make(tmp_path / "office.craftdesk")
    with made.reading() as session:
        before = session.scalar(select(OfficeKey.public))
        latest = [each.id for each, _count in journal.change_sets(session)]
    for each in latest:
        with suppress(UserError), made.writing() as session:
            journal.undo(session, each)
    with made.reading() as session:
        assert session.scalar(select(OfficeKey.public)) == before
    made.close()


def test_the_command_says_genuine_forged_and_where(office, tmp_path, capsys):
    file = printed(office, tmp_path / "c.pdf")
    seal = from_json(issued(office).content).seal
    with office.reading() as session:
        (tmp_path / "keys.json").write_text(keys.keys_as_text(keys.keys(session)), encoding="utf-8")
    by = ["--keys", str(tmp_path / "keys.json"), "--json"]
    assert main(["verify", str(file), *by]) == 0
    assert json.loads(capsys.readouterr().out)["verdict"] == "genuine"
    assert main(["verify", seal, *by]) == 0
    assert main(["verify", seal[:-1] + ("0" if seal[-1] != "0" else "1"), *by]) == 1
    assert main(["--office", str(office.path), "verify", "2026/0001", "--json"]) == 0
    assert json.loads(capsys.readouterr().out.split("\n}\n")[-2] + "\n}")["fields"]["number"] == "2026/0001"
    assert main(["--office", str(office.path), "verify", "nothing of the kind"]) == 1


# The page for partners, in a browser.


def dom(url: str, folder: Path) -> str:
    """What the browser shows at an address after its scripts have run; it has no network."""
    options = ["--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
    options += ["--disable-component-update", "--disable-sync", "--host-resolver-rules=MAP * ~NOTFOUND"]
    options += [f"--user-data-dir={folder / 'profile'}", "--virtual-time-budget=20000", "--dump-dom"]
    done = subprocess.run(["chromium", *options, url], capture_output=True, text=True, check=True, timeout=120)
    return done.stdout


def page_of(office, folder: Path, withdrawn=None) -> Path:
    with on_day(DAY), office.reading() as session:
        text = partners.page(keys.keys(session), withdrawn or {}, DAY)
    (folder / "page.html").write_text(text, encoding="utf-8")
    return folder / "page.html"


def test_the_page_says_genuine_withdrawn_and_forged(office, tmp_path):
    seal = from_json(issued(office).content).seal
    page = page_of(office, tmp_path)
    shown = dom(f"{page.as_uri()}#{quote(seal)}", tmp_path)
    assert 'class="genuine"' in shown
    assert "Aït Messaoud Fatima Zohra" in shown
    with office.reading() as session:
        name = keys.keys(session)[0].name.hex()
    page_of(office, tmp_path, {name: {"2026/0001": "أصدرت خطأ"}})
    shown = dom(f"{page.as_uri()}#{quote(seal)}", tmp_path)
    assert 'class="withdrawn"' in shown
    assert "أصدرت خطأ" in shown
    words = sealed_words(from_json(issued(office).content)) | {"name_la": "Somebody Else"}
    other = sealed(words, bytes(32))
    shown = dom(f"{page.as_uri()}#{quote(other)}", tmp_path)
    assert 'class="unknown"' in shown


def test_a_browser_refuses_a_thousand_altered_codes_and_names_the_field(office, tmp_path):
    seal = from_json(issued(office).content).seal
    page, chance = page_of(office, tmp_path), random.Random(3)
    letters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
    altered = []
    for _number in range(1000):
        place = chance.randrange(4, len(seal))
        altered.append(
            seal[:place] + chance.choice([each for each in letters if each != seal[place]]) + seal[place + 1 :]
        )
    script = (
        "<script>const found = CODES.map((code) => Seal.check(code, GIVEN.keys, {}));"
        "document.body.append(`GENUINE ${found.filter((each) => each.verdict === 'genuine').length} OF ${found.length} "
        "NAMED ${found.filter((each) => each.altered.length === 1).length}`)</script>"
    ).replace("CODES", json.dumps(altered))
    text = page.read_text(encoding="utf-8").replace("</html>", script + "</html>")
    page.write_text(text, encoding="utf-8")
    shown = dom(page.as_uri(), tmp_path)
    assert "GENUINE 0 OF 1000" in shown
    assert int(shown.split("NAMED ")[-1].split("<")[0].split()[0]) > 400


def test_a_name_cannot_end_the_script_of_the_page(tmp_path):
    text = partners.page([Key(bytes(32), "</script><b>", "")], {}, DAY)
    assert "</script><b>" not in text


def test_certificates_of_every_kind_are_sealed(tmp_path):
    made = golden.make(tmp_path / "office.craftdesk")
    with on_day(DAY), made.writing() as session:
        writes.thank(session, writes.Thanked(name_ar="قاسمي الطاهر", reason_ar="مساهمته"), DAY)
    by = known(made)
    with made.reading() as session:
        every = [from_json(each.content) for each in reads.register(session, reads.Wanted())]
    assert {checking.check_text(each.seal, by).verdict for each in every} == {Verdict.GENUINE}
    assert CertificateKind.THANKS in {each.kind for each in every}
    made.close()
