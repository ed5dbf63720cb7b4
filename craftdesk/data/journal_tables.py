"""The tables of the journal: one change set an action, one change a record."""

from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import JSON, ForeignKey, Index, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from craftdesk.base.dates import now
from craftdesk.base.i18n import _
from craftdesk.data.model import Model


class ChangeSet(Model):
    """What one action changed: when, who, at which desk, and its title in words.

    `title` is a message of the catalogue and `details` fill its gaps, so that it can be read in any language.
    An undo is a change set too: `undoes` names what it undid, which carries `undone_by`.
    """

    __tablename__ = "change_set"
    journaled: ClassVar[bool] = False

    at: Mapped[datetime] = mapped_column(index=True, default=now)
    who: Mapped[str]
    desk: Mapped[str]
    title: Mapped[str]
    details: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    undoes: Mapped[str | None] = mapped_column(ForeignKey("change_set.id"))
    undone_by: Mapped[str | None] = mapped_column(String(32))

    def label(self) -> str:
        return _(self.title).format_map({name: _word(value) for name, value in self.details.items()})


class Change(Model):
    """What happened to one record in a change set.

    kind "i": created (nothing is written down: the row, walked back through its later changes, is what was created);
    "u": `before` and `after` hold the changed columns alone; "d": `before` holds all columns that were not empty.
    """

    __tablename__ = "change"
    __table_args__ = (Index("ix_change_record_id", "record_id"), Index("ix_change_set_id", "set_id"))
    journaled: ClassVar[bool] = False

    id: Mapped[int] = mapped_column(Integer, primary_key=True)  # type: ignore[assignment]
    set_id: Mapped[str] = mapped_column(ForeignKey("change_set.id"))
    table_name: Mapped[str] = mapped_column(String(40))
    record_id: Mapped[str] = mapped_column(String(32))
    kind: Mapped[str] = mapped_column(String(1))
    before: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    after: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))


class Blob(Model):
    """A file kept inside the office file, once for the same content: its key begins its SHA-256."""

    __tablename__ = "blob"
    journaled: ClassVar[bool] = False

    kind: Mapped[str] = mapped_column(String(40))
    data: Mapped[bytes]


def _word(value: Any) -> str:
    """A detail is text as it is; a list is a message of its own: [title, details]."""
    if isinstance(value, list):
        return _(value[0]).format_map({name: _word(part) for name, part in value[1].items()})
    return str(value)
