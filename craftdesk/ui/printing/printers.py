"""The printers of this computer, and how far each of them must be corrected."""

from dataclasses import dataclass

from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from craftdesk.base import settings
from craftdesk.base.errors import UserError, refuse_if
from craftdesk.base.i18n import _
from craftdesk.base.numbers import apart

MOST_SHIFT = 25
"""Millimetres; more is no correction."""


@dataclass(frozen=True)
class Shift:
    """Millimetres to the right and down, as one reads the page."""

    right: float = 0.0
    down: float = 0.0


def names() -> list[str]:
    """The printers, the usual one first."""
    usual = QPrinterInfo.defaultPrinterName()
    found: list[str] = QPrinterInfo.availablePrinterNames()
    return sorted(found, key=lambda name: (name != usual, name))


def opened(name: str, file: str = "") -> QPrinter:
    """The printer of this name, or one that writes into a file; a sentence where it is gone."""
    if file:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(file)
        return printer
    refuse_if(not name, _("No printer is set up on this computer. Save the paper as a file and print it elsewhere."))
    info = QPrinterInfo.printerInfo(name)
    if info.isNull():
        raise UserError(gone(name))
    return QPrinter(info, QPrinter.PrinterMode.HighResolution)


def gone(name: str) -> str:
    told = _("The printer {name} does not answer. Check that it is switched on and connected, or choose another one.")
    return told.format(name=apart(name))


def has_colour(name: str) -> bool:
    info = QPrinterInfo.printerInfo(name)
    return info.isNull() or QPrinter.ColorMode.Color in info.supportedColorModes()


def prints_both_sides(name: str) -> bool:
    info = QPrinterInfo.printerInfo(name)
    return info.isNull() or any(mode != QPrinter.DuplexMode.DuplexNone for mode in info.supportedDuplexModes())


def shift(name: str, lies: bool) -> Shift:
    """How far the pages of a printer are moved; those that lie are fed otherwise and have a shift of their own."""
    right, _space, down = settings.load().shifts.get(_key(name, lies), "").partition(" ")
    try:
        return Shift(float(right), float(down))
    except ValueError:
        return Shift()


def set_shift(name: str, lies: bool, wanted: Shift) -> None:
    if wanted != shift(name, lies):
        kept = settings.load().shifts
        settings.change(shifts={**kept, _key(name, lies): f"{wanted.right:g} {wanted.down:g}"})


def _key(name: str, lies: bool) -> str:
    return f"{name}|{'landscape' if lies else 'portrait'}"
