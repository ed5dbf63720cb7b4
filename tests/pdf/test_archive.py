"""What an archive file (PDF/A-2u, ISO 19005-2) must be, as far as it can be seen without a validator."""

import json
import re
import struct
import subprocess
from base64 import b64decode
from collections.abc import Iterator
from xml.etree import ElementTree

import pytest

from craftdesk.base.paths import RESOURCES
from craftdesk.pdf.blocks import (
    CERTIFICATE,
    Column,
    Footer,
    Image,
    Paragraph,
    QRCode,
    Run,
    Table,
)
from craftdesk.pdf.document import Binder, Document
from craftdesk.pdf.styles import BODY, CERTIFICATE_NAME, HEADING

SHOWN = re.compile(rb"/(F\d+) [\d.]+ Tf|<([0-9A-F]+)>")
FORBIDDEN = ("/Encrypt", "/JavaScript", "/JS", "/AA", "/OpenAction", "/EmbeddedFiles")


class File:
    """A file's objects, as qpdf lists them."""

    def __init__(self, data: bytes, folder) -> None:
        self.folder = folder
        path = folder / "paper.pdf"
        path.write_bytes(data)
        command = ["qpdf", "--json", "--json-stream-data=inline", "--decode-level=generalized", str(path)]
        self.objects = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)["qpdf"][1]

    def of(self, reference):
        return (
            self.objects[f"obj:{reference}"] if isinstance(reference, str) and reference.endswith(" R") else reference
        )

    def value(self, reference):
        found = self.of(reference)
        return found.get("value", found) if isinstance(found, dict) else found

    def entries(self, reference) -> dict:
        found = self.of(reference)
        return found["stream"]["dict"] if "stream" in found else found.get("value", found)

    def stream(self, reference) -> bytes:
        return b64decode(self.of(reference)["stream"]["data"])

    def kind(self, kind: str) -> Iterator[dict]:
        for name in self.objects:
            entries = self.entries(name.removeprefix("obj:")) if name.startswith("obj:") else {}
            if isinstance(entries, dict) and entries.get("/Type") == kind:
                yield entries

    def fonts(self) -> dict[str, dict]:
        (page, *_) = self.kind("/Page")
        return {name[1:]: self.value(each) for name, each in self.entries(page["/Resources"])["/Font"].items()}

    def shown(self) -> Iterator[tuple[str, int]]:
        """Each code that is drawn, with its font."""
        forms = [name.removeprefix("obj:") for name in self.objects if "/Form" in json.dumps(self.objects[name])[:400]]
        contents = [page["/Contents"] for page in self.kind("/Page")]
        flat = [each for content in contents for each in (content if isinstance(content, list) else [content])]
        for reference in [*flat, *forms]:
            if "stream" not in self.of(reference):
                continue
            font = ""
            for name, codes in SHOWN.findall(self.stream(reference)):
                font = name.decode() or font
                for place in range(0, len(codes), 4):
                    yield font, int(codes[place : place + 4], 16)


@pytest.fixture(scope="module")
def file(tmp_path_factory) -> File:
    """A file with everything that papers have."""
    rows = [[f"{number}", "بِسْمِ اللهِ", "CAM (Batna) fi №"] for number in range(3)]
    justified = BODY.but(align="justified")
    blocks = [
        Paragraph("دليل «الضريبة» (IFU) 2026/11/23", HEADING),
        Paragraph(("انظر ", Run("mfdgi.gov.dz", link="https://www.mfdgi.gov.dz", underlined=True, bold=True))),
        Table([Column("الرقم"), Column("النص"), Column("Latin")], rows),
        Paragraph("تشهد غرفة الصناعة التقليدية والحرف لولاية باتنة بأن المعني بالأمر " * 4, justified),
        Paragraph("L'attestation conformément à la réglementation " * 4, justified, "fr"),
        Image(RESOURCES / "icons" / "craftdesk.png", width=20),
        QRCode("CAM-05-00123"),
    ]
    first = Document("دليل & <شهادة>", "ar", blocks, footer=Footer(), author="غرفة باتنة", subject="الضرائب")
    others = [
        Document(f"شهادة {n}", "ar", [Paragraph(f"محمد {n}", CERTIFICATE_NAME), *blocks[:2]], CERTIFICATE)
        for n in range(6)
    ]
    return File(Binder([first, *others]).render(), tmp_path_factory.mktemp("archive"))


def test_every_font_is_in_the_file_with_its_letters(file):
    assert file.fonts()
    for font in file.fonts().values():
        descendant = file.value(file.value(font["/DescendantFonts"])[0])
        assert file.stream(file.value(descendant["/FontDescriptor"])["/FontFile2"])
        assert file.stream(font["/ToUnicode"])


def unicode_map(file, font) -> dict[int, str]:
    found = re.findall(rb"^<([0-9A-F]{4})><([0-9a-f]+)>$", file.stream(font["/ToUnicode"]), re.MULTILINE)
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in found}


def glyph_of(file, font, code: int) -> int:
    descendant = file.value(file.value(font["/DescendantFonts"])[0])
    mapped = descendant["/CIDToGIDMap"]
    return code if mapped == "/Identity" else struct.unpack_from(">H", file.stream(mapped), 2 * code)[0]


def test_everything_that_is_drawn_can_be_read(file):
    maps = {name: unicode_map(file, font) for name, font in file.fonts().items()}
    for font, code in set(file.shown()):
        assert maps[font].get(code), f"{font} {code:04X}"
        assert not set(maps[font][code]) & {"\0", "\ufeff", "\ufffe"}


def test_nothing_that_is_drawn_is_the_sign_for_a_missing_glyph(file):
    fonts = file.fonts()
    assert 0 not in {glyph_of(file, fonts[font], code) for font, code in set(file.shown())}


def widths_said(file, font) -> dict[int, float]:
    descendant = file.value(file.value(font["/DescendantFonts"])[0])
    listed, found = file.value(descendant["/W"]), {}
    for first, widths in zip(listed[::2], listed[1::2], strict=True):
        found |= {first + place: width for place, width in enumerate(widths)}
    return found


def widths_in_font(data: bytes) -> tuple[list[int], int]:
    """The widths of all glyphs and the units of an em."""
    count = struct.unpack_from(">H", data, 4)[0]
    tables = {data[12 + 16 * n :][:4]: struct.unpack_from(">LL", data, 20 + 16 * n) for n in range(count)}
    unit = struct.unpack_from(">H", data, tables[b"head"][0] + 18)[0]
    long = struct.unpack_from(">H", data, tables[b"hhea"][0] + 34)[0]
    glyphs = struct.unpack_from(">H", data, tables[b"maxp"][0] + 4)[0]
    start = tables[b"hmtx"][0]
    widths = [struct.unpack_from(">H", data, start + 4 * min(n, long - 1))[0] for n in range(glyphs)]
    return widths, unit


def test_widths_in_the_file_are_those_of_the_fonts(file):
    fonts = file.fonts()
    for name in {font for font, _ in file.shown()}:
        font = fonts[name]
        descriptor = file.value(file.value(file.value(font["/DescendantFonts"])[0])["/FontDescriptor"])
        widths, unit = widths_in_font(file.stream(descriptor["/FontFile2"]))
        said = widths_said(file, font)
        for code in {code for shown, code in file.shown() if shown == name}:
            own = widths[glyph_of(file, font, code)] * 1000 / unit
            assert abs(said[code] - own) <= 1, f"{name} {code:04X}"


def test_nothing_is_locked_acts_by_itself_or_comes_from_elsewhere(file):
    text = json.dumps({name: file.entries(name.removeprefix("obj:")) for name in file.objects if "obj:" in name})
    for word in FORBIDDEN:
        assert f'"{word}"' not in text


def test_colours_are_said_to_be_srgb(file):
    (catalog,) = file.kind("/Catalog")
    (intent,) = file.value(catalog["/OutputIntents"])
    profile = file.value(intent)["/DestOutputProfile"]
    assert file.entries(profile)["/N"] == 3
    assert file.stream(profile)[36:40] == b"acsp"


def test_the_file_says_the_same_of_itself_twice(file):
    (catalog,) = file.kind("/Catalog")
    packet = file.stream(catalog["/Metadata"]).decode()
    assert "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>" in packet
    information = file.value(file.objects["trailer"]["value"]["/Info"])
    assert information["/Title"] == "u:دليل & <شهادة>"
    assert "دليل &amp; &lt;شهادة&gt;" in packet
    assert information["/Author"].removeprefix("u:") in packet
    assert information["/Subject"].removeprefix("u:") in packet
    assert information["/Creator"].removeprefix("u:") in packet


def test_the_file_has_a_number_of_its_own(file):
    assert len(file.objects["trailer"]["value"]["/ID"]) == 2


def test_links_are_printed_and_lead_to_the_web(file):
    notes = [file.value(note) for page in file.kind("/Page") for note in file.value(page.get("/Annots", []))]
    assert notes
    for note in notes:
        assert note["/F"] == 4
        assert note["/A"]["/S"] == "/URI"


def test_pictures_are_as_they_were_made(file):
    for entries in (file.entries(name.removeprefix("obj:")) for name in file.objects if "obj:" in name):
        if isinstance(entries, dict) and entries.get("/Subtype") == "/Image":
            assert "/Interpolate" not in entries
            assert "/Alternates" not in entries


def contents(file) -> Iterator[bytes]:
    """What is drawn, page by page and form by form."""
    for name, found in file.objects.items():
        entries = file.entries(name.removeprefix("obj:")) if name.startswith("obj:") else {}
        drawn = isinstance(entries, dict) and (entries.get("/Subtype") == "/Form" or set(entries) <= CONTENT)
        if drawn and "stream" in found:
            yield file.stream(name.removeprefix("obj:"))


CONTENT = {"/Length", "/Filter"}


def test_colours_are_grey_or_of_the_screen_and_nothing_shines_through(file):
    drawn = b"\n".join(contents(file))
    assert b" rg" in drawn
    assert not re.search(rb"(?m)(^|\s)(k|K|cs|CS|sc|SC|scn|SCN|sh|ri|i|gs)(\s|$)", re.sub(rb"\([^)]*\)", b"", drawn))
    text = json.dumps({name: file.entries(name.removeprefix("obj:")) for name in file.objects if "obj:" in name})
    assert not any(f'"{word}"' in text for word in ("/ExtGState", "/BM", "/CA", "/ca", "/OPM", "/TR", "/HTP"))


def test_no_more_is_nested_than_readers_must_know(file):
    """ISO 19005-2, 6.1.13."""
    for drawn in contents(file):
        depth = deepest = 0
        for operator in re.findall(rb"(?m)(?:^|\s)(q|Q)(?=\s|$)", drawn):
            depth += 1 if operator == b"q" else -1
            deepest = max(deepest, depth)
        assert (depth, deepest <= 28) == (0, True)
    dictionaries = [file.entries(name.removeprefix("obj:")) for name in file.objects if name.startswith("obj:")]
    names = re.findall(r'"/([^"]*)"', json.dumps(dictionaries))
    assert max(map(len, names)) <= 127


def test_a_font_is_called_the_same_wherever_it_is_named(file):
    for font in file.fonts().values():
        descendant = file.value(file.value(font["/DescendantFonts"])[0])
        descriptor = file.value(descendant["/FontDescriptor"])
        names = {font["/BaseFont"].split("-Identity")[0], descendant["/BaseFont"], descriptor["/FontName"]}
        assert len(names) == 1
        assert re.fullmatch(r"/[A-Z]{6}\+.+", names.pop())
        assert (font["/Encoding"], descendant["/Subtype"]) == ("/Identity-H", "/CIDFontType2")
        assert {file.value(descendant["/CIDSystemInfo"])[each] for each in ("/Registry", "/Ordering")} == {
            "u:Adobe",
            "u:Identity",
        }


def test_head_and_end_are_those_of_an_archive_file(file):
    data = (file.folder / "paper.pdf").read_bytes()
    assert re.match(rb"%PDF-1\.7\n%[\x80-\xff]{4,}\n", data)
    assert re.search(rb"startxref\n\d+\n%%EOF\n?\Z", data)
    assert "/Encrypt" not in file.objects["trailer"]["value"]
    assert b"LZWDecode" not in data


def test_what_is_said_in_xml_can_be_read_and_has_the_same_moment(file):
    (catalog,) = file.kind("/Catalog")
    packet = file.stream(catalog["/Metadata"])
    read = ElementTree.fromstring(packet.decode("utf-8").replace("\ufeff", ""))
    moments = [each.text for each in read.iter("{http://ns.adobe.com/xap/1.0/}CreateDate")]
    said = file.value(file.objects["trailer"]["value"]["/Info"]).get("/CreationDate", "")
    assert [re.sub(r"\D", "", each or "") for each in moments] == ([re.sub(r"\D", "", said[2:])] if said else [])
    assert catalog["/Lang"].removeprefix("u:") == "ar-DZ"
    assert not {"/OCProperties", "/Perms", "/Requirements", "/NeedsRendering", "/AcroForm"} & catalog.keys()
