"""craftdesk check: is the office file whole?"""

import json
import sys
from argparse import Namespace
from typing import Any

from craftdesk.app.offices import opened
from craftdesk.base.i18n import _, ngettext
from craftdesk.base.numbers import format_number
from craftdesk.data.check import Report, check


def run(given: Namespace) -> int:
    """Exit code 0 when nothing is wrong, 1 when something is."""
    with opened(given.office) as database, database.reading() as session:
        report = check(session)
    if given.json:
        sys.stdout.write(json.dumps(_as_json(str(given.office), report), ensure_ascii=False, indent=1) + "\n")
    else:
        sys.stdout.writelines(f"{line}\n" for line in _lines(report))
    return 1 if report.faults else 0


def _as_json(file: str, report: Report) -> dict[str, Any]:
    faults = [{"part": fault.part, "text": fault.label(), **fault.details} for fault in report.faults]
    return {"file": file, "records": report.records, "changes": report.changes, "faults": faults}


def _lines(report: Report) -> list[str]:
    looked = _("{records} records and {changes} changes were checked.").format(
        records=format_number(report.records), changes=format_number(report.changes)
    )
    number = len(report.faults)
    found = ngettext("{number} fault was found.", "{number} faults were found.", number).format(number=number)
    return [*(fault.label() for fault in report.faults), looked, found if number else _("All is well.")]
