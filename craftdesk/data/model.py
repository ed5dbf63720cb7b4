"""What every table shares."""

import enum
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any, ClassVar

from sqlalchemy import Enum, MetaData, String
from sqlalchemy.orm import DeclarativeBase, Mapped, MappedColumn, Session, mapped_column

from craftdesk.base.fields import Field
from craftdesk.data.keys import new_key
from craftdesk.data.types import Moment


class Model(DeclarativeBase):
    """A table. A record travels to the screens detached, so no relationship loads by itself.

    `journaled` tables keep their history and can be undone; `title` is what history and bin call a kind of record.
    """

    __abstract__ = True
    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        }
    )
    type_annotation_map: ClassVar = {
        datetime: Moment(),
        enum.StrEnum: Enum(
            enum.StrEnum, native_enum=False, length=40, values_callable=lambda kind: [member.value for member in kind]
        ),
    }
    journaled: ClassVar[bool] = True
    kind_title: ClassVar[str] = ""

    id: Mapped[str] = mapped_column(String(32), primary_key=True, default=new_key)

    def label(self) -> str:
        """What the office calls this record, from its own columns alone."""
        return self.id

    @classmethod
    def held_back(cls, session: Session, going: Sequence[str]) -> Mapping[str, str]:  # noqa: ARG003
        """Which of the records that an undo would take away must stay, and why (a number that must leave no gap)."""
        return {}

    @classmethod
    def taken_back(cls, session: Any, going: Sequence[str]) -> None:
        """Put right what only these records tell about, before an undo takes them away."""

    @classmethod
    def kept_out(cls, session: Session, coming: Sequence[Mapping[str, Any]]) -> Mapping[str, str]:  # noqa: ARG003
        """Which of the rows that an undo would bring back must not return, and why."""
        return {}


def column(field: Field, *args: Any, **options: Any) -> MappedColumn[Any]:
    """A column that says about itself what form, list, import, search and history need."""
    return mapped_column(*args, info={"field": field}, active_history=True, **options)


@cache
def fields_of(model: type[Model]) -> Mapping[str, Field]:
    """The declared fields of a table, by column name, in the order of declaration."""
    return {c.name: c.info["field"] for c in model.__table__.columns if "field" in c.info}


def models() -> Mapping[str, type[Model]]:
    """Every mapped table by its name."""
    return _models(len(Model.metadata.tables))


@cache
def _models(_known: int) -> Mapping[str, type[Model]]:
    """Put together anew when more tables are known."""
    return {m.class_.__tablename__: m.class_ for m in Model.registry.mappers}
