"""craftdesk import: take over a roster file."""

import json
import sys
from argparse import Namespace
from pathlib import Path

from craftdesk.app.offices import opened
from craftdesk.base.errors import refuse_if
from craftdesk.base.i18n import N_, _
from craftdesk.base.numbers import format_number
from craftdesk.data.database import Database
from craftdesk.features.roster.importing import Counts, preview
from craftdesk.features.roster.taking_over import take_over

LINES = {
    "rows": N_("rows read"),
    "new": N_("new"),
    "changed": N_("known, with changes"),
    "same": N_("already there"),
    "waiting": N_("waiting for the clerk"),
    "refused": N_("refused"),
    "twins": N_("may repeat somebody"),
    "to_mend": N_("to mend, among the new"),
}


def run(given: Namespace) -> int:
    refuse_if(given.file.is_dir(), _("{file} is a folder, not a list.").format(file=given.file))
    refuse_if(not given.file.exists(), _("There is no file {file}.").format(file=given.file))
    refuse_if(not given.file.is_file(), _("{file} is not a list.").format(file=given.file))
    with opened(given.office, alone=not given.dry_run) as database:
        counts = _looked_at(database, given.file) if given.dry_run else _taken_over(database, given.file)
    if given.json:
        sys.stdout.write(json.dumps({"file": str(given.file), **counts.as_dict()}, ensure_ascii=False) + "\n")
    else:
        found = counts.as_dict()
        sys.stdout.writelines(f"{format_number(found[name]):>8}  {_(words)}\n" for name, words in LINES.items())
    return 0


def _looked_at(database: Database, file: Path) -> Counts:
    with database.reading() as session:
        return preview(session, file).counts()


def _taken_over(database: Database, file: Path) -> Counts:
    with database.writing() as session:
        return take_over(session, preview(session, file))
