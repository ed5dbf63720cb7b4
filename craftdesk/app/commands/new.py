"""craftdesk new: an empty office of a wilaya."""

import sys
from argparse import Namespace

from craftdesk.app.offices import open_office
from craftdesk.base.errors import refuse_if
from craftdesk.base.i18n import _
from craftdesk.base.numbers import latin_digits
from craftdesk.features.office import reads, writes


def run(given: Namespace) -> int:
    """Make the file, or leave nothing behind when something is wrong."""
    wilaya_id = latin_digits(given.wilaya).zfill(2)
    refuse_if(given.file.is_dir(), _("{file} is a folder, not an office file.").format(file=given.file))
    refuse_if(given.file.exists(), _("{file} is there already.").format(file=given.file))
    refuse_if(wilaya_id not in reads.wilaya_names(), _("There is no wilaya {number}.").format(number=given.wilaya))
    database = open_office(given.file, alone=True)
    try:
        with database.writing() as session:
            writes.make_office(session, reads.usual_details(wilaya_id))
        if given.activities:
            with database.writing() as session:
                writes.import_activities(session, given.activities)
    except BaseException:
        database.close()
        for ending in ("", "-wal", "-shm", ".lock"):
            given.file.with_name(given.file.name + ending).unlink(missing_ok=True)
        raise
    database.close()
    sys.stdout.write(f"{given.file}\n")
    return 0
