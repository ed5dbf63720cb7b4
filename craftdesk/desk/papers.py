"""From a paper's name to its pages."""

from collections.abc import Sequence, Sized

from craftdesk.base.errors import UserError
from craftdesk.base.i18n import _, speaking
from craftdesk.data.session import Session
from craftdesk.desk.feature import Paper


def rendered(session: Session, paper: Paper, keys: Sequence[str], language: str) -> bytes:
    """The PDF of a paper in `language`, whatever the screens speak."""
    with speaking(language):
        matter = paper.ask(session, keys)
        if not isinstance(matter, Sized) or matter:
            return paper.lay_out(matter, language).render()
    raise UserError(_("There is nothing to print on “{paper}” yet.").format(paper=_(paper.title)))
