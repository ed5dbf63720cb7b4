"""An open PDF file: its pages' sizes, pictures and letters. Any thread may ask; pdfium answers one at a time."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium
from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QImage

from craftdesk.ui.preview.text import PageText

A4 = (595.276, 841.89)
_ALONE = threading.RLock()
"""Pdfium knows no threads: one call at a time, whichever file it is about."""


def close_all(files: list[PaperFile], _gone: object = None) -> None:
    """Close what a widget held, when it is gone itself: a file that is left to itself closes at any moment."""
    for each in files:
        each.close()
    files.clear()


class PaperFile:
    """Stays open, so that a page costs only its own drawing; what is asked after `close` is empty."""

    def __init__(self, pdf: bytes) -> None:
        self._texts: dict[int, PageText] = {}
        with _ALONE:
            self._document: Any = pypdfium2.PdfDocument(pdf)
            self.sizes: list[tuple[float, float]] = [
                self._document.get_page_size(number) for number in range(len(self._document))
            ]
            """Width and height of each page, in points."""
        self.widest = max((width for width, _height in self.sizes), default=A4[0])
        self.highest = max((height for _width, height in self.sizes), default=A4[1])

    def close(self) -> None:
        with _ALONE:
            if self._document is not None:
                self._document.close()
                self._document = None

    def draw(self, page: int, size: QSize, part: QRect | None = None, grey: bool = False) -> QImage:
        """A part of the page as a picture; `size` is what the whole page measures in pixels."""
        part = part or QRect(0, 0, size.width(), size.height())
        kind = QImage.Format.Format_Grayscale8 if grey else QImage.Format.Format_RGB32
        with self._opened(page) as opened:
            if opened is None:
                return QImage()
            form = pdfium.FPDFBitmap_Gray if grey else pdfium.FPDFBitmap_BGRx
            bitmap = pypdfium2.PdfBitmap.new_native(part.width(), part.height(), form)
            bitmap.fill_rect((255, 255, 255, 255), 0, 0, part.width(), part.height())
            flags = pdfium.FPDF_ANNOT | (pdfium.FPDF_GRAYSCALE if grey else 0)
            place = (-part.x(), -part.y(), size.width(), size.height())
            pdfium.FPDF_RenderPageBitmap(bitmap, opened, *place, 0, flags)
            return QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, kind).copy()

    def text(self, page: int) -> PageText:
        """The letters of a page, read once."""
        if page not in self._texts:
            with self._letters(page) as letters:
                self._texts[page] = PageText(_read(letters) if letters is not None else "")
        return self._texts[page]

    def places(self, page: int, spans: list[tuple[int, int]]) -> list[list[QRectF]]:
        """Where parts of the page's text stand, a place a line; points from the upper left corner."""
        height = self.sizes[page][1]
        with self._letters(page) as letters:
            if letters is None:
                return [[] for _span in spans]
            return [
                [
                    QRectF(left, height - top, right - left, top - bottom)
                    for left, bottom, right, top in (
                        letters.get_rect(number) for number in range(letters.count_rects(start, end - start))
                    )
                ]
                for start, end in spans
            ]

    def boxes(self, page: int) -> list[QRectF]:
        """Where each letter of the page stands; points from the upper left corner."""
        height = self.sizes[page][1]
        with self._letters(page) as letters:
            if letters is None:
                return []
            found = (letters.get_charbox(place, loose=True) for place in range(letters.count_chars()))
            return [QRectF(left, height - top, right - left, top - bottom) for left, bottom, right, top in found]

    def beginnings(self) -> list[int]:
        """The pages on which a paper of the file begins, as its outline tells; the first one at least."""
        with _ALONE:
            marks = [] if self._document is None else list(self._document.get_toc(max_depth=1))
            targets = [mark.get_dest() for mark in marks]
            found = {target.get_index() for target in targets if target is not None}
        return sorted({0} | {page for page in found if page is not None})

    @contextmanager
    def _opened(self, page: int) -> Iterator[Any]:
        with _ALONE:
            if self._document is None:
                yield None
                return
            with closing(self._document[page]) as opened:
                yield opened

    @contextmanager
    def _letters(self, page: int) -> Iterator[Any]:
        with self._opened(page) as opened:
            if opened is None:
                yield None
                return
            with closing(opened.get_textpage()) as letters:
                yield letters


def _read(letters: Any) -> str:
    """Every letter at its number: at once where none is left out, else one after the other."""
    count = letters.count_chars()
    read: str = letters.get_text_range()
    return read if len(read) == count else "".join(chr(pdfium.FPDFText_GetUnicode(letters, n)) for n in range(count))
