"""A list on the screen becomes a file: asked how, written beside the screens, told when it is there."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QFileDialog, QWidget

from craftdesk.app.commands.exporting import letterhead
from craftdesk.app.export_dialog import Choice, ExportDialog
from craftdesk.base import settings
from craftdesk.base.dates import today
from craftdesk.base.errors import UserError
from craftdesk.base.i18n import _, ngettext
from craftdesk.base.numbers import apart, format_number
from craftdesk.base.settings import Layouts
from craftdesk.data.disclosures import Disclosure
from craftdesk.desk.desk import Desk
from craftdesk.desk.exporting import handing
from craftdesk.desk.exporting.handing import FORMS, Handed, Wish
from craftdesk.desk.exporting.screen import listing_of
from craftdesk.desk.feature import Listing
from craftdesk.ui.table import TableView

_SIGNS = '\\/:*?"<>|'


def ask(desk: Desk, table: TableView[Any], listings: Sequence[Listing], window: QWidget) -> ExportDialog | None:
    """Ask how to write a list into a file, beginning with what was chosen for it the last time."""
    count = table.model.rowCount()
    if not count:
        desk.tell(_("There is nothing in this list"), "warn")
        return None
    listing = listing_of(table, listings, _title_around(table))
    chosen = [key for row in table.rows() if (key := table.model.key_of(row)) is not None]
    dialog = ExportDialog(desk, listing, Choice(count, chosen, table.asked()), _kept(listing), window)
    dialog.wished.connect(lambda wish, form: _ask_path(desk, wish, form, dialog))
    dialog.open()
    return dialog


def _title_around(table: QWidget) -> str:
    """What the page on which a list stands is called."""
    place: QWidget | None = table
    while place is not None:
        title = getattr(place, "title", None)
        if isinstance(title, QWidget):
            return str(title.property("text") or "")
        place = place.parentWidget()
    return ""


def _ask_path(desk: Desk, wish: Wish, form: str, dialog: ExportDialog) -> None:
    name = file_name(_(wish.listing.title), form)
    folder = settings.load().recent_folder
    usual = str(Path(folder) / name) if folder else name
    title = _("Save the list as")
    chosen, _kind = QFileDialog.getSaveFileName(dialog, title, usual, f"{FORMS[form]} (*.{form})")
    if chosen:
        path = Path(chosen)
        path = path if path.suffix.lower() == f".{form}" else path.with_name(f"{path.name}.{form}")
        settings.change(recent_folder=str(path.parent))
        dialog.accept()
        write(desk, wish, path)


def write(desk: Desk, wish: Wish, path: Path) -> None:
    """Write the list beside the screens, and tell what came of it."""
    _keep(wish, path.suffix.removeprefix("."))
    desk.work(
        lambda progress: handing.hand_out(desk.database, wish, path, progress, letterhead),
        lambda handed: _tell(desk, handed),
        lambda error: _fail(desk, error),
        title=_("Writing: {title}").format(title=apart(path.name)),
    )


def _tell(desk: Desk, handed: Handed) -> None:
    rows = ngettext("{number} row", "{number} rows", handed.rows).format(number=format_number(handed.rows))
    desk.changed.emit(frozenset({Disclosure}))
    desk.tell(_("Written: {name} · {rows}").format(name=apart(handed.path.name), rows=rows))


def _fail(desk: Desk, error: Exception) -> None:
    if not isinstance(error, UserError):
        raise error
    desk.tell(str(error), "bad")


def file_name(title: str, form: str) -> str:
    """A title with today's date, as the name of a file on every system."""
    kept = "".join(" " if letter in _SIGNS or letter < " " else letter for letter in title)
    return f"{' '.join(kept.split())[:80]} {today().isoformat()}.{form}"


def _place(listing: Listing) -> str:
    return f"export.{listing.table or listing.name}"


def _kept(listing: Listing) -> dict[str, Any]:
    try:
        found = json.loads(Layouts().get(_place(listing), "{}"))
    except ValueError:
        return {}
    return found if isinstance(found, dict) else {}


def _keep(wish: Wish, form: str) -> None:
    """Offer these columns and this form the next time."""
    Layouts()[_place(wish.listing)] = json.dumps({"columns": list(wish.columns), "form": form}, ensure_ascii=False)
