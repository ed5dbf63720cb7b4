"""How the screens of letters say them, and the names by which the program knows them."""

from craftdesk.base.dates import format_day
from craftdesk.base.i18n import _, ngettext
from craftdesk.base.numbers import format_number
from craftdesk.features.letters.models import Letter
from craftdesk.features.templates.purposes import PURPOSES
from craftdesk.ui.direction import apart, code

PAGE = "letters"
PAPER = "letter"
ICON = "ph.envelope-simple"


def titled(letter: Letter) -> str:
    """ "مراسلة رقم 2026/0003"."""
    return _("Letter no. {number}").format(number=code(letter.reference))


def about(letter: Letter) -> str:
    """What the letter is about: its subject, or else what it is."""
    return letter.topic or letter.more.get("subject") or purpose_of(letter)


def purpose_of(letter: Letter) -> str:
    """What kind of letter it is; a template of the office's own says it by its purpose."""
    purpose = PURPOSES.get(letter.purpose)
    return _(purpose.title) if purpose else ""


def detail_of(letter: Letter) -> str:
    return f"{format_day(letter.day)} · {apart(about(letter))}"


def counted(number: int) -> str:
    return ngettext("{count} letter", "{count} letters", number).format(count=format_number(number))
