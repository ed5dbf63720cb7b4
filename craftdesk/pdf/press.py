"""The file: ReportLab's objects and cross-reference table, but each object is written as soon as it is known.

A file of a thousand pages holds none of them in memory. The same objects make the same bytes.
"""

import hashlib
import zlib
from typing import IO

from reportlab.pdfbase import pdfdoc


class Stream:
    """A compressed stream; `entries` are further entries of its dictionary, `packed` data has its own filter there."""

    def __init__(self, data: bytes, entries: str = "", packed: bool = False) -> None:
        self.entries = entries if packed else f"{entries}/Filter/FlateDecode"
        self.data = data if packed else zlib.compress(data)

    def __bytes__(self) -> bytes:
        head = f"<<{self.entries}/Length {len(self.data)}>>\nstream\n".encode("ascii")
        return head + self.data + b"\nendstream"


class _Written(pdfdoc.PDFObject):
    """An object whose bytes are known."""

    def __init__(self, data: bytes) -> None:
        self.data = data

    def format(self, _document: object) -> bytes:
        return self.data


class Press(pdfdoc.PDFDocument):
    """A PDF file being written to `out`."""

    def __init__(self, out: IO[bytes]) -> None:
        super().__init__(dummyoutline=1, compression=1, invariant=1, pdfVersion=(1, 7))
        self._out = out
        self._position = 0
        self._digest = hashlib.md5(usedforsecurity=False)
        self._write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")

    def reference(self, name: str) -> str:
        """How other objects point at the object `name`, which may not be written yet."""
        if name not in self.idToObject:
            self.Reference(None, name)  # type: ignore[no-untyped-call]
        number, version = self.idToObjectNumberAndVersion[name]
        return f"{number} {version} R"

    def put(self, name: str, content: str | Stream) -> str:
        """Write an object now; the answer is the reference to it."""
        reference = self.reference(name)
        data = bytes(content) if isinstance(content, Stream) else content.encode("ascii")
        self.idToOffset[name] = self._position
        self._write(pdfdoc.PDFIndirectObject(name, _Written(data)).format(self))
        return reference

    def close(self, catalog: str, info: str) -> None:
        """Write the cross-reference table and the trailer; `catalog` and `info` are names."""
        names = [self.numberToId[number] for number in range(1, len(self.numberToId) + 1)]
        for name in names:
            if name not in self.idToOffset:
                self.put(name, "null")
        table = pdfdoc.PDFCrossReferenceTable()
        table.addsection(0, names)
        start = self._position
        digest = self._digest.hexdigest().encode("ascii")
        self._write(table.format(self))
        root, about = pdfdoc.PDFObjectReference(catalog), pdfdoc.PDFObjectReference(info)
        mark = _Written(b"[<%s><%s>]" % (digest, digest))
        self._write(pdfdoc.PDFTrailer(start, Size=len(names) + 1, Root=root, Info=about, ID=mark).format(self))

    def _write(self, data: bytes) -> None:
        self._out.write(data)
        self._digest.update(data)
        self._position += len(data)


def text_string(text: str) -> str:
    """A string of the document's information, as PDF writes it."""
    return f"<{(chr(0xFEFF) + text).encode('utf-16-be').hex()}>"
