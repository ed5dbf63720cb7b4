"""The table of the lists that an office keeps under a name."""

from typing import ClassVar

from sqlalchemy.orm import Mapped

from craftdesk.base.fields import Field, Kind
from craftdesk.base.i18n import N_
from craftdesk.data.model import Model, column


class KeptList(Model):
    """A list of artisans to be shown again; `question` is its text (`narrowing.dumped`)."""

    __tablename__ = "kept_list"
    kind_title: ClassVar[str] = N_("Kept list")

    name: Mapped[str] = column(Field(N_("Name"), required=True))
    question: Mapped[str] = column(Field(N_("Filters"), kind=Kind.HIDDEN))

    def label(self) -> str:
        return self.name
