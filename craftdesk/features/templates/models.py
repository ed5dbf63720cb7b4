"""The office's own templates, and which template it usually takes."""

from typing import ClassVar

from sqlalchemy.orm import Mapped, mapped_column

from craftdesk.base.fields import Field, Kind, Script
from craftdesk.base.i18n import N_
from craftdesk.data.model import Model, column
from craftdesk.features.office.models import in_language
from craftdesk.features.templates.purposes import PURPOSES

TITLES = {name: each.title for name, each in PURPOSES.items()}


class OwnTemplate(Model):
    """A template that the office made from another one.

    `version` names what it says now: a file with its pictures that is never changed, so that a certificate can name
    the version from which it was made.
    """

    __tablename__ = "template"
    kind_title: ClassVar[str] = N_("Template")

    name_ar: Mapped[str] = column(Field(N_("Name in Arabic"), Script.ARABIC))
    name_fr: Mapped[str] = column(Field(N_("Name in French"), Script.LATIN))
    purpose: Mapped[str] = column(Field(N_("Purpose"), kind=Kind.CHOICE, choices=TITLES))
    version: Mapped[str] = column(Field(N_("Content"), kind=Kind.HIDDEN))

    @property
    def name(self) -> str:
        return in_language(self.name_ar, self.name_fr)

    def label(self) -> str:
        return self.name


class UsualTemplate(Model):
    """The template of its own that the office usually takes for a purpose; without one, it takes the shipped one."""

    __tablename__ = "usual_template"
    kind_title: ClassVar[str] = N_("Usual template")

    purpose: Mapped[str] = column(Field(N_("Purpose"), kind=Kind.CHOICE, choices=TITLES), unique=True)
    template_id: Mapped[str] = mapped_column()

    def label(self) -> str:
        return self.purpose
