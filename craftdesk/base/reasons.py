"""Why the system refused a file, in words for the user; it says so itself in English and often beside the point."""

import errno
from pathlib import Path

from craftdesk.base.i18n import N_, _

WORDS = {
    errno.ENOENT: N_("there is no such folder"),
    errno.ENOTDIR: N_("a file stands where a folder is needed"),
    errno.EEXIST: N_("a file stands where a folder is needed"),
    errno.EISDIR: N_("it is a folder"),
    errno.EACCES: N_("there is no right to do so"),
    errno.EPERM: N_("there is no right to do so"),
    errno.EROFS: N_("there is no right to do so"),
    errno.ENOSPC: N_("the disk is full"),
    errno.EDQUOT: N_("the disk is full"),
    errno.ENAMETOOLONG: N_("its name is too long"),
    errno.EIO: N_("the disk does not answer"),
}


def reason(error: OSError, reading: bool = False) -> str:
    """What stands in the way of writing a file, or of reading one."""
    if error.errno == errno.ENOENT and error.filename and Path(error.filename).parent.is_dir():
        return _("it is not there") if reading else _("no file can be made in this folder")
    words = WORDS.get(error.errno or 0)
    return _(words) if words else error.strerror or str(error)
