"""How far the sheets of an old Excel workbook (xls) reach: streams of records inside a file system of its own."""

import struct
from collections.abc import Iterator

from craftdesk.features.roster.measuring import DamagedError, Extent

_FREE = 0xFFFFFFFA
"""From here on a number of a sector means that there is none."""
_ENTRY = 128
_MOST_SECTORS = 2**20
# Kinds of records.
_SHEET, _SEVERAL = 0x0085, 0x00BD
_BEGINS = frozenset({0x0809, 0x0009, 0x0209, 0x0409})
_CELLS = frozenset({0x0006, 0x0203, 0x0204, 0x0205, 0x00D6, 0x00FD, 0x027E, 0x0003, 0x0004, 0x0005, 0x0002})


def measured(data: bytes) -> dict[str, Extent]:
    """The extent of each sheet by its name."""
    try:
        return _extents(_workbook(data))
    except (struct.error, IndexError, ValueError):
        raise DamagedError from None


def _extents(stream: bytes) -> dict[str, Extent]:
    """A chart within a sheet begins like a sheet; where the sheets begin, the workbook says."""
    names: dict[int, str] = {}
    found: dict[str, Extent] = {}
    now = Extent()
    for kind, at, length in _records(stream):
        if kind == _SHEET:
            names[struct.unpack_from("<I", stream, at)[0]] = _name(stream[at + 6 : at + length])
        elif kind in _BEGINS and at - 4 in names:
            now = found.setdefault(names[at - 4], Extent())
        elif kind in _CELLS or kind == _SEVERAL:
            row, column = struct.unpack_from("<HH", stream, at)
            now.hold(row, column)
            if kind == _SEVERAL:
                now.hold(row, struct.unpack_from("<H", stream, at + length - 2)[0])
    return found or {"": now}


def _name(written: bytes) -> str:
    """The length and the kind of letters stand before the name; before 1997 its length alone."""
    if written[1:2] in (b"\0", b"\1"):
        return written[2:].decode("utf-16-le" if written[1] else "latin-1", "replace")
    return written[1:].decode("cp1252", "replace")


def _records(stream: bytes) -> Iterator[tuple[int, int, int]]:
    """The kind of each record, where what it says begins, and how long that is."""
    at, end = 0, len(stream) - 4
    while at <= end:
        kind, length = struct.unpack_from("<HH", stream, at)
        yield kind, at + 4, length
        at += 4 + length


def _workbook(data: bytes) -> bytes:
    """The stream that holds the sheets."""
    size = 1 << struct.unpack_from("<H", data, 30)[0]
    first_entry, small_limit, first_small = (struct.unpack_from("<I", data, at)[0] for at in (48, 56, 60))
    sectors = _sectors(data, size)
    entries = _chain(data, first_entry, size, sectors, size)
    root = b""
    for at in range(0, len(entries) - _ENTRY + 1, _ENTRY):
        entry = entries[at : at + _ENTRY]
        start, length = struct.unpack_from("<II", entry, 116)
        name = entry[: max(0, struct.unpack_from("<H", entry, 64)[0] - 2)].decode("utf-16-le", "replace").lower()
        if entry[66] == 5:
            root = _chain(data, start, size, sectors, size)
        elif name in ("workbook", "book"):
            if length >= small_limit:
                return _chain(data, start, size, sectors, size)[:length]
            small = 1 << struct.unpack_from("<H", data, 32)[0]
            raw = _chain(data, first_small, size, sectors, size)
            return _chain(root, start, small, struct.unpack(f"<{len(raw) // 4}I", raw[: len(raw) // 4 * 4]), 0)[:length]
    raise DamagedError


def _sectors(data: bytes, size: int) -> tuple[int, ...]:
    """Which sector follows each one."""
    tables = [each for each in struct.unpack_from("<109I", data, 76) if each < _FREE]
    more, count = struct.unpack_from("<II", data, 68)
    for _turn in range(min(count, _MOST_SECTORS)):
        if more >= _FREE:
            break
        sector = struct.unpack_from(f"<{size // 4}I", data, (more + 1) * size)
        tables += [each for each in sector[:-1] if each < _FREE]
        more = sector[-1]
    raw = b"".join(data[(each + 1) * size : (each + 2) * size] for each in tables[:_MOST_SECTORS])
    return struct.unpack(f"<{len(raw) // 4}I", raw[: len(raw) // 4 * 4])


def _chain(data: bytes, sector: int, size: int, following: tuple[int, ...], before: int) -> bytes:
    """The sectors of a stream one after the other; `before` bytes stand in front of the first."""
    pieces: list[bytes] = []
    while sector < _FREE:
        if len(pieces) > len(following):
            raise DamagedError
        pieces.append(data[before + sector * size : before + (sector + 1) * size])
        sector = following[sector]
    return b"".join(pieces)
