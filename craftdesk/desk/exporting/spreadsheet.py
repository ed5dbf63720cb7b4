"""A list as a spreadsheet: from right to left in Arabic, codes as text, days as days, its header always in sight.

Rows go to a file beside as they come, so that half a million of them need no more memory than a page.
"""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import xlsxwriter

from craftdesk.base.errors import refuse_if
from craftdesk.base.i18n import _, is_rtl
from craftdesk.base.numbers import format_number, latin_digits
from craftdesk.desk.exporting.columns import Kind, Sheet, Sums, Value

MOST_ROWS = 1_048_576 - 2
"""A sheet has so many rows beside its header and its sums."""
FIRST_DAY = date(1900, 3, 1)
"""Spreadsheets know no day before, and 1900 had no 29 February."""
EXACT = 10**15
"""A whole number from here on loses its last digits in a spreadsheet."""
MEASURED, NARROWEST, WIDEST = 400, 8, 48
_FORMATS = {Kind.CODE: "@", Kind.NUMBER: "#,##0.###", Kind.MONEY: "#,##0.00", Kind.DAY: "dd/mm/yyyy", Kind.SHARE: "0%"}
_NAMED = str.maketrans(dict.fromkeys("[]:*?/\\'", " "))
RISKY = frozenset("=+-@＝＋－＠")


def is_risky(text: str) -> bool:
    """Whether a spreadsheet could take a text for a formula."""
    return text.lstrip()[:1] in RISKY


def write(sheet: Sheet, path: Path) -> None:
    told = _("A spreadsheet has room for {number} rows. Choose fewer, or a text file (CSV).")
    refuse_if(sheet.count > MOST_ROWS, told.format(number=format_number(MOST_ROWS)))
    # Half-written rows are personal data too: their folder goes with them, whatever happens.
    with TemporaryDirectory(prefix="craftdesk-") as folder:
        book = xlsxwriter.Workbook(str(path), {"constant_memory": True, "tmpdir": folder})
        try:
            _Writer(book, sheet).write()
            book.close()
        except BaseException:
            _let_go(book)
            raise


def _let_go(book: Any) -> None:
    """Close the files of a book that is given up; the library closes them only when it ends well."""
    book.fileclosed = True
    for each in book.worksheets():
        if each.row_data_fh is not None and not each.row_data_fh_closed:
            each.row_data_fh.close()


class _Writer:
    """Fills the one sheet of a book."""

    def __init__(self, book: Any, sheet: Sheet) -> None:
        self._book, self._sheet = book, sheet
        self._rtl = is_rtl(sheet.language)
        self._page = book.add_worksheet(_sheet_name(sheet.title))
        self._widths = [len(_(column.title)) + 4 for column in sheet.columns]
        self._plain = [self._format(column.kind) for column in sheet.columns]
        self._quoted = [self._format(column.kind, quote_prefix=True) for column in sheet.columns]

    def _format(self, kind: Kind, **more: Any) -> Any:
        look: dict[str, Any] = {"valign": "vcenter", **more}
        if kind in _FORMATS:
            look["num_format"] = _FORMATS[kind]
        if kind in (Kind.CODE, Kind.DAY):
            # Digits with slashes read from left to right, and stand where the line begins.
            look |= {"reading_order": 1, "align": "right" if self._rtl else "left"}
        return self._book.add_format(look)

    def write(self) -> None:
        sums = Sums(self._sheet.columns)
        self._begin()
        last = 0
        for last, row in enumerate(sums.through(self._sheet.rows), 1):
            self._row(last, row)
        self._end(last, sums.values)

    def _begin(self) -> None:
        page, sheet = self._page, self._sheet
        if self._rtl:
            page.right_to_left()
        page.freeze_panes(1, 0)
        page.repeat_rows(0)
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        page.set_footer("&C&P / &N")
        self._book.set_properties({"title": sheet.title, "comments": " · ".join(map(_plain_line, sheet.narrowed))})
        head = self._book.add_format(
            {"bold": True, "bg_color": "#F3EFE8", "bottom": 1, "valign": "vcenter", "text_wrap": True}
        )
        for place, column in enumerate(sheet.columns):
            page.write_string(0, place, _(column.title), head)

    def _row(self, at: int, row: Sequence[Value]) -> None:
        for place, value in enumerate(row):
            if value is None or value == "":
                continue
            if at <= MEASURED:
                self._widths[place] = max(self._widths[place], _length(value))
            _WRITERS[type(value) if type(value) in _WRITERS else str](self, at, place, value)

    def _text(self, at: int, place: int, value: Value) -> None:
        text = str(value)
        # What looks like marked-up text would be taken for it by the library.
        text = f" {text}" if text.startswith("<r>") else text
        self._page.write_string(at, place, text, (self._quoted if is_risky(text) else self._plain)[place])

    def _day(self, at: int, place: int, value: Any) -> None:
        if value < FIRST_DAY:
            self._text(at, place, f"{value.day:02}/{value.month:02}/{value.year:04}")
        else:
            self._page.write_datetime(at, place, value, self._plain[place])

    def _number(self, at: int, place: int, value: Any) -> None:
        if isinstance(value, int) and abs(value) >= EXACT:
            self._text(at, place, str(value))
        else:
            number = value / 100 if self._sheet.columns[place].kind is Kind.MONEY else value
            self._page.write_number(at, place, number, self._plain[place])

    def _end(self, last: int, sums: Sequence[Any]) -> None:
        page, columns = self._page, self._sheet.columns
        if last and any(column.summed for column in columns):
            self._sums(last, sums)
        if columns:
            page.autofilter(0, 0, last, len(columns) - 1)
        for place, wide in enumerate(self._widths):
            page.set_column(place, place, min(max(wide, NARROWEST), WIDEST), self._plain[place])

    def _sums(self, last: int, sums: Sequence[Any]) -> None:
        """The sums follow what the filter of the sheet leaves."""
        line = {"bold": True, "top": 1}
        if not self._sheet.columns[0].summed:
            self._page.write_string(last + 1, 0, _("Total"), self._book.add_format(line))
        for place, column in enumerate(self._sheet.columns):
            if column.summed:
                letter = xlsxwriter.utility.xl_col_to_name(place)
                shape = self._book.add_format({**line, "num_format": _FORMATS[column.kind]})
                value = sums[place] / 100 if column.kind is Kind.MONEY else sums[place]
                formula = f"=SUBTOTAL(109,{letter}2:{letter}{last + 1})"
                self._page.write_formula(last + 1, place, formula, shape, value)


_WRITERS: dict[type, Callable[[_Writer, int, int, Any], None]] = {
    str: _Writer._text,  # noqa: SLF001
    int: _Writer._number,  # noqa: SLF001
    float: _Writer._number,  # noqa: SLF001
    date: _Writer._day,  # noqa: SLF001
}


def _length(value: Value) -> int:
    return 12 if isinstance(value, date) else len(str(value)) + 2


def _plain_line(text: str) -> str:
    return " ".join(text.split())


def _sheet_name(title: str) -> str:
    """A title as the name of a sheet: 31 letters, without the signs that are kept for formulas."""
    name = " ".join(latin_digits(title).translate(_NAMED).split())[:31].strip()
    return name if name and name.lower() != "history" else "CraftDesk"
