"""Unpacking the parts of an archive piece by piece: neither what it claims nor what it repeats fills the memory."""

import struct
import zlib
from collections.abc import Iterator
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from craftdesk.features.roster.measuring import DamagedError, TooLargeError

MOST_UNPACKED = 2**30
MOST_IN_CONTENTS = 4 * 2**20
"""Of the table of contents: each of its entries takes ten times as much memory."""
_MOST_KEPT = 2**26
_CHUNK = 2**20
_END, _PART = b"PK\x05\x06", b"PK\x03\x04"
_ENCRYPTED = 1


def archive_in(file: BinaryIO) -> ZipFile:
    """The archive, once its table of contents is known to fit into the memory."""
    size = file.seek(0, 2)
    file.seek(max(0, size - 2**16 - 22))
    end = file.read()
    place = end.rfind(_END)
    if place < 0 or len(end) < place + 22:
        raise DamagedError
    if struct.unpack_from("<I", end, place + 12)[0] > MOST_IN_CONTENTS:
        raise TooLargeError
    try:
        return ZipFile(file)
    except (BadZipFile, ValueError, NotImplementedError, struct.error):
        raise DamagedError from None


def claimed(archive: ZipFile) -> int:
    """How much the archive says that it unpacks to."""
    return sum(part.file_size for part in archive.infolist())


def unpacked(file: BinaryIO, part: ZipInfo) -> Iterator[bytes]:
    """A part, piece by piece. One that holds more than it claims is damaged, or made to do harm."""
    file.seek(max(0, part.header_offset))
    header = file.read(30)
    known = part.compress_type in (ZIP_DEFLATED, ZIP_STORED) and not part.flag_bits & _ENCRYPTED
    if len(header) < 30 or not header.startswith(_PART) or not known:
        raise DamagedError
    at = file.seek(sum(struct.unpack_from("<HH", header, 26)), 1)
    count = 0
    for piece in _inflated(_packed(file, at, part.compress_size), part.compress_type == ZIP_DEFLATED):
        count += len(piece)
        if count > part.file_size:
            raise DamagedError
        yield piece


def _packed(file: BinaryIO, at: int, size: int) -> Iterator[bytes]:
    """The bytes as they lie in the file; others may read elsewhere in it meanwhile."""
    while size > 0:
        file.seek(at)
        data = file.read(min(_CHUNK, size))
        if not data:
            raise DamagedError
        at, size = at + len(data), size - len(data)
        yield data


def _inflated(pieces: Iterator[bytes], deflated: bool) -> Iterator[bytes]:
    if not deflated:
        yield from pieces
        return
    unpack = zlib.decompressobj(-15)
    try:
        for piece in pieces:
            data = piece
            while data:
                yield unpack.decompress(data, _CHUNK)
                data = unpack.unconsumed_tail
    except zlib.error:
        raise DamagedError from None


def cut_after(pieces: Iterator[bytes], mark: bytes) -> Iterator[bytes]:
    """The same bytes in pieces that end behind a mark, but for the last one."""
    kept = b""
    for piece in pieces:
        data = kept + piece
        end = data.rfind(mark) + len(mark)
        if end >= len(mark):
            yield data[:end]
            data = data[end:]
        kept = data
        if len(kept) > _MOST_KEPT:
            raise TooLargeError
    yield kept
