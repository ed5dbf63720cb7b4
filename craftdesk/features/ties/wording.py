"""How ties are said on screens and papers."""

from craftdesk.base.dates import format_day
from craftdesk.base.i18n import _
from craftdesk.features.roster.models import Artisan
from craftdesk.features.ties.models import BODY_KINDS, CraftBody, Tie
from craftdesk.features.ties.rules import IN_A_BODY, Seen, word


def role_in_words(seen: Seen, artisan: Artisan) -> str:
    """What the other one is; in a cooperative or enterprise, what the artisan is."""
    sex = artisan.sex if seen.role in IN_A_BODY and seen.body is not None else seen.other.sex if seen.other else None
    return word(seen.role, sex)


def who(seen: Seen) -> str:
    if seen.body is not None:
        return seen.body.label()
    return seen.other.label() if seen.other is not None else ""


def days_of(tie: Tie) -> str:
    """Since when and until when, as far as it is known."""
    if tie.begins and tie.ends:
        return _("from {day} to {last}").format(day=format_day(tie.begins), last=format_day(tie.ends))
    if tie.ends:
        return _("until {day}").format(day=format_day(tie.ends))
    return _("since {day}").format(day=format_day(tie.begins)) if tie.begins else ""


def form_of(body: CraftBody) -> str:
    return _(BODY_KINDS[body.kind])
