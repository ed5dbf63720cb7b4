"""A list as a text file that office programs read: UTF-8 with its mark, semicolons, every cell in quotes."""

import csv
import io
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import IO

from craftdesk.base.i18n import _
from craftdesk.desk.exporting.columns import ExportColumn, Kind, Sheet, Value
from craftdesk.desk.exporting.spreadsheet import is_risky


def write(sheet: Sheet, path: Path) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as out:
        write_into(sheet, out)


def write_into(sheet: Sheet, out: IO[str]) -> None:
    written = csv.writer(out, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    written.writerow([_harmless(_(column.title)) for column in sheet.columns])
    written.writerows(_lines(sheet))


def as_text(sheet: Sheet) -> str:
    out = io.StringIO(newline="")
    write_into(sheet, out)
    return out.getvalue()


def _lines(sheet: Sheet) -> Iterator[list[str]]:
    for row in sheet.rows:
        yield [cell(column, value) for column, value in zip(sheet.columns, row, strict=True)]


def cell(column: ExportColumn[object], value: Value) -> str:
    """Days as dd/mm/yyyy, a comma before decimals, and nothing that a spreadsheet would take for a formula."""
    if value is None:
        return ""
    if isinstance(value, date):
        return f"{value.day:02}/{value.month:02}/{value.year:04}"
    if isinstance(value, int | float | Decimal):
        return _number(column.kind, value)
    return _harmless(" ".join(value.split()))


def _number(kind: Kind, value: int | float | Decimal) -> str:
    if kind is Kind.MONEY:
        return f"{Decimal(value) / 100:.2f}".replace(".", ",")
    if kind is Kind.SHARE:
        return f"{round(float(value) * 100)}%"
    return str(value).replace(".", ",")


def _harmless(text: str) -> str:
    """The sign that says to a spreadsheet: this is text."""
    return f"'{text}" if is_risky(text) else text
