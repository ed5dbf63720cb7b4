"""From a paper's name to its pages."""

from collections.abc import Sequence, Sized

from craftdesk.base.errors import refuse_if
from craftdesk.base.i18n import _, speaking
from craftdesk.data.session import Session
from craftdesk.desk.feature import Paper


def rendered(session: Session, paper: Paper, keys: Sequence[str], language: str) -> bytes:
    """The PDF of a paper in `language`, whatever the screens speak."""
    matter = paper.ask(session, keys)
    nothing = isinstance(matter, Sized) and not matter
    refuse_if(nothing, _("There is nothing to print on “{paper}” yet.").format(paper=_(paper.title)))
    with speaking(language):
        return paper.lay_out(matter, language).render()
