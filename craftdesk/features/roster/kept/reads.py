"""The lists that the office keeps, as menus offer them."""

from sqlalchemy import select

from craftdesk.base.names import fold
from craftdesk.data.session import Session
from craftdesk.features.roster.kept.models import KeptList


def kept_lists(session: Session) -> list[KeptList]:
    """All of them, by name."""
    return sorted(session.scalars(select(KeptList)), key=lambda each: (fold(each.name), each.id))


def of_name(session: Session, name: str) -> KeptList | None:
    """The list of this name, however it is spelt."""
    return next((each for each in kept_lists(session) if fold(each.name) == fold(name)), None)
