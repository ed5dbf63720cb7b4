"""TrueType files from the inside: add glyphs that are composed of others to a subset."""

import struct
from typing import NamedTuple

_WORDS_AND_OFFSETS = 0x0003  # the two arguments are words, and they are offsets
_MORE = 0x0020


class Composed(NamedTuple):
    """A new glyph: the glyphs that it is made of with their offsets, its advance, and its box."""

    parts: tuple[tuple[int, int, int], ...]
    advance: int
    box: tuple[int, int, int, int]


def glyph_count(data: bytes) -> int:
    return int(struct.unpack_from(">H", _tables(data)["maxp"], 4)[0])


def with_composed(data: bytes, glyphs: list[Composed]) -> bytes:
    """The font with `glyphs` added behind its last glyph."""
    if not glyphs:
        return data
    tables = _tables(data)
    count = glyph_count(data)
    _add_outlines(tables, glyphs, count)
    _add_metrics(tables, glyphs, count)
    maxp = bytearray(tables["maxp"])
    struct.pack_into(">H", maxp, 4, count + len(glyphs))
    points, contours = (2 * number for number in struct.unpack_from(">HH", maxp, 6))
    struct.pack_into(">HH", maxp, 10, max(points, 1000), max(contours, 100))
    struct.pack_into(">HH", maxp, 28, max(8, *(len(glyph.parts) for glyph in glyphs)), 4)
    tables["maxp"] = bytes(maxp)
    return _file(tables)


def _tables(data: bytes) -> dict[str, bytes]:
    (number,) = struct.unpack_from(">H", data, 4)
    tables = {}
    for place in range(number):
        tag, _, offset, length = struct.unpack_from(">4sLLL", data, 12 + 16 * place)
        tables[tag.decode("ascii")] = data[offset : offset + length]
    return tables


def _add_outlines(tables: dict[str, bytes], glyphs: list[Composed], count: int) -> None:
    head = bytearray(tables["head"])
    (long,) = struct.unpack_from(">h", head, 50)
    places = struct.unpack(f">{count + 1}{'L' if long else 'H'}", tables["loca"])
    offsets = list(places) if long else [2 * place for place in places]
    outlines = bytearray(tables["glyf"][: offsets[-1]])
    for glyph in glyphs:
        outlines += b"\0" * (-len(outlines) % 4)
        offsets[-1] = len(outlines)
        outlines += _outline(glyph)
        offsets.append(len(outlines))
    struct.pack_into(">h", head, 50, 1)
    tables |= {"glyf": bytes(outlines), "loca": struct.pack(f">{len(offsets)}L", *offsets), "head": bytes(head)}


def _outline(glyph: Composed) -> bytes:
    if not glyph.parts:
        return b""
    record = struct.pack(">hhhhh", -1, *glyph.box)
    last = len(glyph.parts) - 1
    for place, (number, x, y) in enumerate(glyph.parts):
        flags = _WORDS_AND_OFFSETS | (_MORE if place < last else 0)
        record += struct.pack(">HHhh", flags, number, x, y)
    return record


def _add_metrics(tables: dict[str, bytes], glyphs: list[Composed], count: int) -> None:
    hhea = bytearray(tables["hhea"])
    (long,) = struct.unpack_from(">H", hhea, 34)
    metrics = tables["hmtx"][: 4 * long]
    bearings = tables["hmtx"][4 * long :]
    last = metrics[-4:-2]
    for place in range(count - long):
        metrics += last + bearings[2 * place : 2 * place + 2]
    for glyph in glyphs:
        metrics += struct.pack(">Hh", glyph.advance, glyph.box[0])
    struct.pack_into(">H", hhea, 34, count + len(glyphs))
    tables |= {"hmtx": metrics, "hhea": bytes(hhea)}


def _file(tables: dict[str, bytes]) -> bytes:
    names = sorted(tables)
    power = len(names).bit_length() - 1
    head = struct.pack(">LHHHH", 0x00010000, len(names), 16 << power, power, 16 * (len(names) - (1 << power)))
    directory, body, offset = head, b"", 12 + 16 * len(names)
    for name in names:
        table = tables[name]
        directory += struct.pack(">4sLLL", name.encode("ascii"), _checksum(table), offset + len(body), len(table))
        body += table + b"\0" * (-len(table) % 4)
    return directory + body


def _checksum(table: bytes) -> int:
    padded = table + b"\0" * (-len(table) % 4)
    return int(sum(struct.unpack(f">{len(padded) // 4}L", padded))) & 0xFFFFFFFF
