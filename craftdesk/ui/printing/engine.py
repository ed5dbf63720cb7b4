"""From the pages of a file to a printer: each in its own size and direction, exactly as large as it is."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRect, QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from craftdesk.base.errors import Cancelled, UserError, refuse_if
from craftdesk.base.i18n import _
from craftdesk.ui.preview.file import PaperFile
from craftdesk.ui.printing import printers
from craftdesk.ui.printing.job import Job, pages_of, sides
from craftdesk.ui.tasks import Progress

SHARP, FAST = 600, 300
"""Dots an inch at which pages are sent; many pages are sent faster."""
MANY = 60
BAND, PIECE = 256, 512
"""Dots of height that are drawn at once (a whole page at this sharpness would need 140 MB), of width that are sent."""
INCH = 25.4


def print_file(pdf: bytes, job: Job, progress: Progress) -> None:
    """Print; a sentence says why it cannot be. A file to print into is whole or not there."""
    file = PaperFile(pdf)
    part = f"{job.file}.part" if job.file else ""
    try:
        pages = _chosen(job, len(file.sizes))
        printer = printers.opened(job.printer, part)
        _set_up(printer, job)
        own = printer.supportsMultipleCopies()
        printer.setCopyCount(job.copies if own else 1)
        beginnings = file.beginnings() if job.two_sided else ()
        ordered = list(sides(pages, beginnings, job.two_sided, 1 if own else job.copies))
        _Press(file, printer, job, FAST if len(ordered) > MANY else SHARP).run(ordered, progress)
        if part:
            Path(part).replace(job.file)
    except OSError as error:
        raise UserError(
            _("{name} could not be saved: {reason}").format(name=job.file, reason=error.strerror)
        ) from error
    finally:
        file.close()
        if part:
            Path(part).unlink(missing_ok=True)


def _chosen(job: Job, count: int) -> list[int]:
    try:
        pages = pages_of(job.pages, count)
    except ValueError as error:
        raise UserError(str(error)) from error
    refuse_if(not pages, _("There is nothing to print."))
    return pages


def _set_up(printer: QPrinter, job: Job) -> None:
    printer.setDocName(job.title)
    printer.setCreator("CraftDesk")
    printer.setColorMode(QPrinter.ColorMode.GrayScale if job.grey else QPrinter.ColorMode.Color)
    # Auto turns upright sheets over their long side and lying ones over their short side.
    printer.setDuplex(QPrinter.DuplexMode.DuplexAuto if job.two_sided else QPrinter.DuplexMode.DuplexNone)
    printer.setCollateCopies(True)


def set_sheet(printer: QPrinter, size: tuple[float, float]) -> bool:
    """The sheet of a page of this width and height in points, without margins of its own; whether it lies."""
    width, height = size
    upright = QPageSize(QSizeF(min(size), max(size)), QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    lies = width > height
    turned = QPageLayout.Orientation.Landscape if lies else QPageLayout.Orientation.Portrait
    printer.setFullPage(True)
    printer.setPageLayout(QPageLayout(upright, turned, QMarginsF()))
    return lies


@dataclass
class _Press:
    """One run of a printer."""

    file: PaperFile
    printer: QPrinter
    job: Job
    sharpest: int

    def run(self, ordered: Sequence[int | None], progress: Progress) -> None:
        painter = QPainter()
        try:
            for number, page in enumerate(ordered):
                progress.step(number, len(ordered))
                lies = set_sheet(self.printer, self.file.sizes[page if page is not None else ordered[number - 1] or 0])
                begun = self.printer.newPage() if painter.isActive() else painter.begin(self.printer)
                refuse_if(not begun, printers.gone(self.job.printer))
                if page is not None:
                    self._print(painter, page, lies)
            progress.step(len(ordered), len(ordered))
        except (Cancelled, UserError):
            self.printer.abort()
            raise
        finally:
            ended = painter.end() if painter.isActive() else True
        failed = not ended or self.printer.printerState() == QPrinter.PrinterState.Error
        refuse_if(failed, printers.gone(self.job.printer))

    def _print(self, painter: QPainter, page: int, lies: bool) -> None:
        """Band after band, so that memory stays small; what is white costs the printer nothing."""
        dots = self.printer.resolution()
        step = math.ceil(dots / self.sharpest)
        width, height = (round(side / 72 * dots / step) for side in self.file.sizes[page])
        moved = printers.shift(self.job.printer, lies)
        painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
        for top in range(0, height, BAND):
            band = QRect(0, top, width, min(BAND, height - top))
            for left, piece in _inked(self.file.draw(page, QSize(width, height), band, self.job.grey)):
                place = QRectF(left * step, top * step, piece.width() * step, piece.height() * step)
                painter.drawImage(place.translated(moved.right / INCH * dots, moved.down / INCH * dots), piece)


def _inked(band: QImage) -> Iterator[tuple[int, QImage]]:
    """The pieces of a band that are not white, from where they begin; those without colour take a quarter."""
    for left in range(0, band.width(), PIECE):
        piece = band.copy(left, 0, min(PIECE, band.width() - left), band.height())
        bits = bytes(piece.constBits())
        if bits.count(b"\xff") < len(bits):
            plain = piece.format() == QImage.Format.Format_Grayscale8 or not piece.allGray()
            yield left, piece if plain else piece.convertToFormat(QImage.Format.Format_Grayscale8)
