"""Whether a printer reaches what stands near the edges of a page: most leave some millimetres white."""

from PySide6.QtCore import QMarginsF, QSize, Qt
from PySide6.QtGui import QBitmap, QRegion
from PySide6.QtPrintSupport import QPrinterInfo

from craftdesk.ui.preview.file import PaperFile
from craftdesk.ui.printing import printers
from craftdesk.ui.printing.engine import INCH, set_sheet

FINE = 2
"""Dots a millimetre at which the edges are looked at."""


def left_white(file: PaperFile, page: int) -> QMarginsF:
    """How many millimetres of each edge of a page nothing stands on."""
    width, height = (round(side / 72 * INCH * FINE) for side in file.sizes[page])
    picture = file.draw(page, QSize(width, height), grey=True)
    mask = QBitmap.fromImage(picture.createMaskFromColor(0xFFFFFFFF, Qt.MaskMode.MaskInColor))
    inked = QRegion(mask).boundingRect()
    if inked.isEmpty():
        return QMarginsF(width, height, width, height) / FINE
    return QMarginsF(inked.left(), inked.top(), width - 1 - inked.right(), height - 1 - inked.bottom()) / FINE


def reach(name: str, size: tuple[float, float]) -> QMarginsF:
    """How many millimetres of each edge of a sheet a printer cannot print on; nothing where it does not say."""
    if QPrinterInfo.printerInfo(name).isNull():
        return QMarginsF()
    printer = printers.opened(name)
    set_sheet(printer, size)
    return printer.pageLayout().minimumMargins() * (INCH / 72)


def is_cut(white: QMarginsF, least: QMarginsF) -> bool:
    """Whether something stands where the printer does not reach; half a millimetre is what looking may be wrong by."""
    pairs = (
        (white.left(), least.left()),
        (white.top(), least.top()),
        (white.right(), least.right()),
        (white.bottom(), least.bottom()),
    )
    return any(ours + 0.5 < theirs for ours, theirs in pairs)
