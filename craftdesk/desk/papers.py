"""From a paper's name to its pages."""

from collections.abc import Sequence

from craftdesk.base.i18n import speaking
from craftdesk.data.session import Session
from craftdesk.desk.feature import Paper


def rendered(session: Session, paper: Paper, keys: Sequence[str], language: str) -> bytes:
    """The PDF of a paper in `language`, whatever the screens speak."""
    with speaking(language):
        return paper.lay_out(paper.ask(session, keys), language).render()
