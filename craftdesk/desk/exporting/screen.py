"""Any table of a screen as a list that can leave: nothing more than its columns is needed."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial
from typing import Any

from craftdesk.base.i18n import N_, _
from craftdesk.data.session import Session
from craftdesk.desk.exporting.columns import ExportColumn, Kind, Lot
from craftdesk.desk.feature import Listing
from craftdesk.ui.columns import Column, Style
from craftdesk.ui.source import Source
from craftdesk.ui.table import TableView

PART = 500
_KINDS = {Style.CODE: Kind.CODE, Style.PILL: Kind.WORD, Style.MARK: Kind.WORD, Style.BAR: Kind.SHARE}


def listing_of(table: TableView[Any], listings: Sequence[Listing], title: str) -> Listing:
    """What a feature says of the list, or what is seen of it."""
    said = next((each for each in listings if each.table == table.name), None)
    if said is not None:
        return said
    source, key = table.model.source(), table.model.key_of
    made = partial(screen_columns, table.model.columns, source)
    ask = partial(_ask, source, key, list(table.narrowed()))
    return Listing(table.name or "list", title or N_("List"), table.name, made, ask, personal=table.personal)


def screen_columns(columns: Sequence[Column[Any]], source: Source[Any]) -> list[ExportColumn[Any]]:
    """Each column as its first rows show what it holds, and its second line as a column of its own."""
    rows = source.page(0, PART)
    found: list[ExportColumn[Any]] = []
    for column in columns:
        if column.style is Style.ICON:
            continue
        kind = _kind(column, [column.value(row) for row in rows])
        found.append(ExportColumn(column.key, column.title, _reader(column), kind, usual=not column.hidden))
        if column.second is not None:
            title = _("{column}, second line").format(column=_(column.title))
            found.append(ExportColumn(f"{column.key}-2", title, column.second, usual=not column.hidden))
    return found


def _kind(column: Column[Any], values: Sequence[object]) -> Kind:
    shown = next((value for value in values if value not in (None, "")), None)
    if isinstance(shown, date):
        return Kind.DAY
    if isinstance(shown, int | float) and not isinstance(shown, bool) and column.style is not Style.BAR:
        return Kind.NUMBER
    return _KINDS.get(column.style, Kind.TEXT)


def _reader(column: Column[Any]) -> Callable[[Any], object]:
    def read(row: Any) -> object:
        value = column.value(row)
        return value if isinstance(value, date | int | float) else column.text(row)

    return read


def _ask(
    source: Source[Any],
    key_of: Callable[[Any], str | None],
    narrowed: Sequence[str],
    _session: Session,
    _question: object,
    keys: tuple[str, ...],
) -> Lot:
    if not keys:
        return Lot(source.count(), _parts(source), narrowed)
    wanted = set(keys)
    chosen = [row for part in _parts(source) for row in part if key_of(row) in wanted]
    return Lot(len(chosen), [chosen], [*narrowed, _("chosen in the list")])


def _parts(source: Source[Any]) -> Iterator[Sequence[Any]]:
    for offset in range(0, source.count(), PART):
        yield source.page(offset, PART)
