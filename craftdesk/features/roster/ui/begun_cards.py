"""New cards that were begun and not saved: each has a draft of its own."""

from craftdesk.base.i18n import _
from craftdesk.desk.drafts import Drafts
from craftdesk.features.roster.ui.artisan_form import names_of

DRAFT = "artisan"
_MORE = f"{DRAFT} new "


def begun(drafts: Drafts) -> list[str]:
    """The names of their drafts, the newest last."""
    return [name for name in drafts.names() if name == DRAFT or name.startswith(_MORE)]


def unused(drafts: Drafts) -> str:
    """A name under which nothing is kept."""
    taken = begun(drafts)
    names = (DRAFT, *(f"{_MORE}{number}" for number in range(2, len(taken) + 2)))
    return next(name for name in names if name not in taken)


def title_of(drafts: Drafts, name: str) -> str:
    """What the card in the making is called."""
    return names_of(drafts.get(name)) or _("New artisan")
