"""The glyphs that one file uses: their codes, and the fonts that go into the file.

A font is a Type 0 font with Identity-H: the text holds glyph numbers. A ToUnicode map leads from each code back to the
letters. Where one glyph stands for different letters in different words, it has a second code, and a CIDToGIDMap leads
from the codes to the glyphs. HarfBuzz makes the subset and keeps the glyph numbers. A letter with its marks becomes one
glyph (composed of the font's own): readers tear apart what is drawn with glyphs of no width.
"""

import hashlib

import uharfbuzz as hb

from craftdesk.pdf.press import Press, Stream
from craftdesk.pdf.sfnt import Composed, glyph_count, with_composed
from craftdesk.pdf.text.fonts import Font
from craftdesk.pdf.text.shaping import Glyph, Part, Shaped

_DROPPED = ["GSUB", "GPOS", "GDEF", "gasp", "DSIG", "STAT", "meta", "name", "cmap", "post", "OS/2"]
_SYMBOLIC = 4
_KEPT = 20_000  # words that are kept as they are written


class Case:
    """One font of one file: which codes it has given to which glyphs and letters."""

    def __init__(self, font: Font, name: str) -> None:
        self.font = font
        self.name = name
        self._codes: dict[Glyph, int] = {}
        self.written: dict[Glyph, tuple[str, int]] = {}
        self._texts: dict[int, str] = {}
        self._drawn: dict[int, tuple[Part, ...]] = {}
        self.widths: dict[int, int] = {}
        self._next = font.glyph_count
        # Pdfium makes up spaces where the pen jumps by half the width of the font's own, unless that is very wide.
        self._wide = round(340 / font.unit)

    def code(self, glyph: Glyph) -> int:
        """The code under which `glyph` stands for its letters in this file."""
        code = self._codes.get(glyph)
        if code is None:
            code = self._codes[glyph] = self._new_code(glyph)
        return code

    def write(self, glyph: Glyph) -> tuple[str, int]:
        """The code of `glyph` as it is written, and how much narrower it stands than the font says."""
        code = self.code(glyph)
        found = self.written[glyph] = (f"{code:04X}", self.widths[code] - glyph.advance)
        return found

    def _new_code(self, glyph: Glyph) -> int:
        if glyph.text == " " and (glyph.parts or glyph.advance < self._wide):
            return self.code(Glyph((), " ", max(glyph.advance, self._wide)))
        simple = _simple(glyph.parts)
        width = self.font.advance(glyph.parts[0].number) if simple else glyph.advance
        if simple and width != glyph.advance:
            return self.code(glyph._replace(advance=width))  # kerned: the same glyph, moved
        code = glyph.parts[0].number if simple else 0
        if not simple or code in self._drawn:
            code, self._next = self._next, self._next + 1
        self._texts[code] = glyph.text
        self._drawn[code] = glyph.parts
        self.widths[code] = width
        return code

    def print(self, press: Press) -> None:
        """Put the font into the file."""
        press.put(self.name, self._type0(press))

    def _type0(self, press: Press) -> str:
        data, glyphs = self._subset()
        base = f"{_tag(data)}+{self.font.name}"
        file = press.put(f"{self.name}-file", Stream(data, f"/Length1 {len(data)}"))
        described = press.put(f"{self.name}-descriptor", self._descriptor(base, file))
        mapped = "/Identity"
        if self._next > self.font.glyph_count:
            mapped = press.put(f"{self.name}-glyphs", Stream(self._code_map(glyphs)))
        unicode = press.put(f"{self.name}-unicode", Stream(self._unicode_map()))
        descendant = press.put(
            f"{self.name}-cid",
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{base}/FontDescriptor {described}/DW 0/W[{self._widths()}]"
            f"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/CIDToGIDMap {mapped}>>",
        )
        return (
            f"<</Type/Font/Subtype/Type0/BaseFont/{base}/Encoding/Identity-H/DescendantFonts[{descendant}]"
            f"/ToUnicode {unicode}>>"
        )

    def _subset(self) -> tuple[bytes, dict[int, int]]:
        """The font with the glyphs of this file, and the glyph that each code draws."""
        data = _subset(self.font, {part.number for parts in self._drawn.values() for part in parts})
        glyphs, composed = dict[int, int](), dict[tuple[tuple[Part, ...], int], int]()
        first = glyph_count(data)
        for code, parts in self._drawn.items():
            if _simple(parts):
                glyphs[code] = parts[0].number
            else:
                glyphs[code] = composed.setdefault((parts, self.widths[code]), first + len(composed))
        made = [Composed(parts, width, self.font.bounds(parts)) for parts, width in composed]
        return with_composed(data, made), glyphs

    def _descriptor(self, base: str, file: str) -> str:
        extents, unit = self.font.harfbuzz.get_font_extents("ltr"), self.font.unit
        high, low = round(extents.ascender * unit), round(extents.descender * unit)
        return (
            f"<</Type/FontDescriptor/FontName/{base}/Flags {_SYMBOLIC}/FontBBox[-500 {low} 1500 {high}]/ItalicAngle 0"
            f"/Ascent {high}/Descent {low}/CapHeight 700/StemV 80/FontFile2 {file}>>"
        )

    def _widths(self) -> str:
        unit = self.font.unit
        return "".join(f"{code}[{width * unit:.6g}]" for code, width in sorted(self.widths.items()))

    def _code_map(self, glyphs: dict[int, int]) -> bytes:
        codes = bytearray(2 * self._next)
        for code, glyph in glyphs.items():
            codes[2 * code : 2 * code + 2] = glyph.to_bytes(2, "big")
        return bytes(codes)

    def _unicode_map(self) -> bytes:
        entries = [(code, text) for code, text in sorted(self._texts.items()) if text]
        lines = [_CMAP_HEAD]
        for start in range(0, len(entries), 100):
            part = entries[start : start + 100]
            lines.append(f"{len(part)} beginbfchar")
            lines += [f"<{code:04X}><{text.encode('utf-16-be').hex()}>" for code, text in part]
            lines.append("endbfchar")
        lines.append("endcmap CMapName currentdict /CMap defineresource pop end end")
        return "\n".join(lines).encode()


_CMAP_HEAD = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
/CMapName/Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <0000><FFFF> endcodespacerange"""


class _Words(dict[Shaped, str]):
    """Words as they stand inside the brackets of a TJ operator."""

    def __init__(self, typecase: "Typecase") -> None:
        super().__init__()
        self._typecase = typecase

    def __missing__(self, shaped: Shaped) -> str:
        if len(self) > _KEPT:
            self.clear()
        text = self[shaped] = _written(self._typecase.case(shaped.font), shaped.glyphs)
        return text


class Typecase:
    """All fonts of one file, and its `words` as they are written into the pages."""

    def __init__(self) -> None:
        self._cases: dict[Font, Case] = {}
        self._marks: dict[tuple[Font, str, int], str] = {}
        self.words = _Words(self)

    def case(self, font: Font) -> Case:
        if font not in self._cases:
            self._cases[font] = Case(font, f"F{len(self._cases) + 1}")
        return self._cases[font]

    def mark(self, font: Font, text: str, width: int = 0) -> str:
        """An invisible letter of the text layer inside the brackets of a TJ operator; the pen stays where it is."""
        key = (font, text, width)
        found = self._marks.get(key)
        if found is None:
            code = self.case(font).code(Glyph((), text, round(width / font.unit)))
            found = self._marks[key] = f"<{code:04X}>{width or ''}"
        return found

    def print(self, press: Press) -> str:
        """Put all fonts into the file; the answer is the entry of a resource dictionary."""
        for case in self._cases.values():
            case.print(press)
        return "".join(f"/{case.name} {press.reference(case.name)}" for case in self._cases.values())


def _written(case: Case, glyphs: tuple[Glyph, ...]) -> str:
    unit, known = case.font.unit, case.written
    text = "<"
    for glyph in glyphs:
        code, move = known.get(glyph) or case.write(glyph)
        text += f"{code}>{move * unit:.6g}<" if move else code
    return text.removesuffix("<") if text.endswith("<") else f"{text}>"


def _simple(parts: tuple[Part, ...]) -> bool:
    """Whether it is a glyph of the font as it stands."""
    return len(parts) == 1 and not parts[0].x and not parts[0].y


def _subset(font: Font, glyphs: set[int]) -> bytes:
    plan = hb.SubsetInput()
    plan.glyph_set.update(glyphs)
    plan.flags = hb.SubsetFlags.RETAIN_GIDS
    plan.drop_table_tag_set.update(int.from_bytes(tag.encode("ascii"), "big") for tag in _DROPPED)
    return bytes(hb.subset(font.face, plan).blob.data)


def _tag(data: bytes) -> str:
    """Six capital letters that tell one subset from another."""
    digest = hashlib.sha256(data).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])
