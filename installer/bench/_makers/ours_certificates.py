"""The certificates of the program, wording included, from what is frozen in them."""

import pickle
from pathlib import Path

from craftdesk.base.i18n import speaking
from craftdesk.features.certificates.documents import certificates as made
from craftdesk.features.certificates.reads import Printable
from craftdesk.features.templates.rules import shipped
from installer.bench import _matter as matter


def certificates(folder: Path, out: Path) -> None:
    contents = pickle.loads((folder / matter.CONTENTS).read_bytes())
    logo = matter.LOGO.read_bytes()
    with speaking("ar"):
        made([Printable(each, logo, shipped(each.kind)) for each in contents], "ar").write(out)
