"""craftdesk import: take over a roster file."""

import json
import sys
from argparse import Namespace

from craftdesk.app.offices import opened
from craftdesk.base.errors import refuse_if
from craftdesk.base.i18n import N_, _, ngettext
from craftdesk.base.numbers import format_number
from craftdesk.data.database import Database
from craftdesk.data.session import Session
from craftdesk.features.roster.importing import Counts, Preview, preview
from craftdesk.features.roster.taking_over import take_over

MOST_CELLS = 10
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
        counts = _looked_at(database, given) if given.dry_run else _taken_over(database, given)
    if given.json:
        sys.stdout.write(json.dumps({"file": str(given.file), **counts.as_dict()}, ensure_ascii=False) + "\n")
    else:
        found = counts.as_dict()
        sys.stdout.writelines(f"{format_number(found[name]):>8}  {_(words)}\n" for name, words in LINES.items())
    return 0


def _looked_at(database: Database, given: Namespace) -> Counts:
    with database.reading() as session:
        return _preview(session, given).counts()


def _taken_over(database: Database, given: Namespace) -> Counts:
    with database.writing() as session:
        return take_over(session, _preview(session, given))


def _preview(session: Session, given: Namespace) -> Preview:
    """The list; what is to be known of it as a whole goes beside the counts."""
    looked = preview(session, given.file, sheet=given.sheet, every=given.all_sheets)
    others = len(looked.alike) - 1
    if others > 0 and not looked.joined:
        words = ngettext(
            "{number} other sheet looks like “{sheet}”, which was read alone: --all-sheets takes all.",
            "{number} other sheets look like “{sheet}”, which was read alone: --all-sheets takes all.",
            others,
        )
        sys.stderr.write(words.format(number=format_number(others), sheet=looked.sheet) + "\n")
    if looked.source and looked.source.missing:
        words = _("Formulas without a result in the file, read as empty cells: {cells}")
        sys.stderr.write(words.format(cells=_(", ").join(looked.source.missing[:MOST_CELLS])) + "\n")
    return looked
