"""What screens and papers ask about templates."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select

from craftdesk.base.errors import UserError
from craftdesk.base.i18n import _
from craftdesk.data import blobs
from craftdesk.data.session import Session
from craftdesk.features.templates.models import OwnTemplate, UsualTemplate
from craftdesk.features.templates.purposes import PURPOSES
from craftdesk.features.templates.rules import is_shipped, read_version, shipped
from craftdesk.pdf.template.source import Template


@dataclass(frozen=True)
class Listed:
    """A template in the list: `id` is its purpose (as the program brings it) or its record (as the office made it)."""

    id: str
    template: Template
    usual: bool

    @property
    def own(self) -> bool:
        return not is_shipped(self.id)

    @property
    def name(self) -> str:
        return self.template.name

    @property
    def purpose(self) -> str:
        return self.template.purpose


def templates(session: Session, purposes: Sequence[str] = tuple(PURPOSES)) -> list[Listed]:
    """The templates by purpose: the shipped one, then the office's own by name."""
    chosen = _usual_keys(session)
    own = list(session.scalars(select(OwnTemplate).where(OwnTemplate.purpose.in_(purposes))))
    found: list[Listed] = []
    for purpose in purposes:
        keys = [purpose, *(each.id for each in sorted(own, key=lambda each: each.name) if each.purpose == purpose)]
        usual = chosen.get(purpose, purpose)
        usual = usual if usual in keys else purpose
        found += [Listed(key, template(session, key), key == usual) for key in keys]
    return found


def template(session: Session, key: str) -> Template:
    """A template by its purpose or its record; one that is gone is told."""
    if is_shipped(key):
        return shipped(key)
    found = session.get(OwnTemplate, key)
    if found is None:
        raise UserError(_("This template was deleted."))
    return version(session, found.version)


def version(session: Session, key: str | None, purpose: str = "") -> Template:
    """A version as it was kept, whatever happened to its template; without a key, the shipped one of the purpose."""
    data = blobs.load(session, key)
    return read_version(data) if data is not None else shipped(purpose)


def usual(session: Session, purpose: str) -> str:
    """The template that the office takes for a purpose."""
    key = _usual_keys(session).get(purpose, purpose)
    return key if is_shipped(key) or session.get(OwnTemplate, key) is not None else purpose


def _usual_keys(session: Session) -> dict[str, str]:
    return dict(session.execute(select(UsualTemplate.purpose, UsualTemplate.template_id)).all())


def own(session: Session, key: str) -> OwnTemplate | None:
    return session.get(OwnTemplate, key)
