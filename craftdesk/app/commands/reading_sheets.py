"""craftdesk read-sheet: who signed on a sheet that was scanned."""

import json
import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Sequence
from typing import Any

from craftdesk.app.offices import opened
from craftdesk.base.dates import format_short
from craftdesk.base.i18n import _
from craftdesk.features.training.models import PARTS, HalfDay, Participant
from craftdesk.features.training.scanned import ScannedPage, ScannedRow, scanned
from craftdesk.scan.cells import VERDICTS, Verdict


def run(given: Namespace) -> int:
    """Exit code 1 when a page was not recognised. Nothing is written into the office."""
    with opened(given.office) as database, database.reading() as session:
        pages = list(scanned(session, given.file))
        if given.json:
            found = {"file": str(given.file), "pages": [_as_json(page) for page in pages]}
            sys.stdout.write(json.dumps(found, ensure_ascii=False, indent=1) + "\n")
        else:
            sys.stdout.writelines(f"{line}\n" for page in pages for line in _lines(page))
    return 1 if any(page.fault for page in pages) else 0


def _as_json(page: ScannedPage) -> dict[str, Any]:
    if page.fault or page.sheet is None:
        return {"page": page.number, "fault": page.fault}
    rows = [_row(page.half_days, row) for row in page.rows]
    record = page.sheet.session
    return {"page": page.number, "session": record.id, "subject": record.label(), "rows": rows}


def _row(half_days: Sequence[HalfDay | None], row: ScannedRow) -> dict[str, Any]:
    cells = [
        {
            "half_day": half.id if half else None,
            "day": half.day.isoformat() if half else None,
            "part": half.part.value if half else None,
            "verdict": cell.verdict.value,
        }
        for half, cell in zip(half_days, row.cells, strict=True)
    ]
    person = row.person
    key, name = (person.id, person.name) if person else (None, "")
    return {"person": key, "name": name, "kind": _kind(row), "cells": cells}


def _kind(row: ScannedRow) -> str:
    if row.person is not None:
        return "participant" if isinstance(row.person, Participant) else "trainer"
    return "gone" if row.gone else "walk-in" if row.walk_in else "free line"


def _lines(page: ScannedPage) -> list[str]:
    title = _("Page {number}").format(number=page.number)
    if page.fault or page.sheet is None:
        return [f"{title}: {page.fault}"]
    counts = Counter(cell.verdict for row in page.rows if row.person for cell in row.cells)
    told = _(", ").join(f"{_(VERDICTS[verdict])} {counts[verdict]}" for verdict in Verdict)
    return [
        f"{title}: {page.sheet.session.label()} · {told}",
        *(_told(page, row) for row in page.rows if _is_told(row)),
    ]


def _is_told(row: ScannedRow) -> bool:
    return row.person is not None or row.walk_in or row.gone


def _told(page: ScannedPage, row: ScannedRow) -> str:
    name = row.person.name if row.person else _("Somebody not on the list")
    cells = [
        f"{format_short(half.day)} {_(PARTS[half.part])} {_(VERDICTS[cell.verdict])}"
        for half, cell in zip(page.half_days, row.cells, strict=True)
        if half is not None
    ]
    return f"  {name}: {_(', ').join(cells)}"
