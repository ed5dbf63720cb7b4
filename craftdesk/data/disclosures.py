"""What personal data left the office, to whom and what for: the log that law 18-07 asks for.

It is written when a file leaves and never changed: what is outside cannot be taken back, so no undo takes a line away.
"""

import zlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import JSON, LargeBinary, func, select
from sqlalchemy.orm import Mapped, defer, mapped_column

from craftdesk.base.dates import now
from craftdesk.base.fields import Field
from craftdesk.base.i18n import N_, _
from craftdesk.data.model import Model, column
from craftdesk.data.session import Session

KEY = 16
"""Bytes of a key: half of its 32 digits."""


class Disclosure(Model):
    """A list that left as a file.

    `title` and `columns` are messages of the catalogue, `narrowed` says in words which part of the list it was, `form`
    is the kind of file. `rows` are counted as they were written, `people` as different persons; `keys` holds those who
    are on the roster (`packed`). `in_full` tells that numbers which are masked in lists were given in full.
    """

    __tablename__ = "disclosure"
    kind_title: ClassVar[str] = N_("Data given out")
    journaled: ClassVar[bool] = False

    at: Mapped[datetime] = mapped_column(index=True, default=now)
    who: Mapped[str]
    desk: Mapped[str]
    listing: Mapped[str]
    title: Mapped[str]
    narrowed: Mapped[list[str]] = mapped_column(JSON, default=list)
    columns: Mapped[list[str]] = mapped_column(JSON, default=list)
    form: Mapped[str]
    file: Mapped[str]
    rows: Mapped[int]
    people: Mapped[int]
    in_full: Mapped[bool] = mapped_column(default=False)
    purpose: Mapped[str] = column(Field(N_("Purpose of giving out"), required=True))
    recipient: Mapped[str] = column(Field(N_("To whom it is given"), required=True))
    keys: Mapped[bytes] = mapped_column(LargeBinary, default=b"")

    def label(self) -> str:
        return _(self.title)


def packed(keys: Iterable[str]) -> bytes:
    """Keys of records in little room: sorted, each once; those of one day begin alike."""
    return zlib.compress(b"".join(sorted({UUID(hex=key).bytes for key in keys})))


def unpacked(data: bytes) -> Iterator[str]:
    held = zlib.decompress(data) if data else b""
    return (held[at : at + KEY].hex() for at in range(0, len(held), KEY))


def holds(data: bytes, key: str) -> bool:
    """Whether a key is among the packed ones."""
    held, sought = zlib.decompress(data) if data else b"", UUID(hex=key).bytes
    low, high = 0, len(held) // KEY
    while low < high:
        middle = (low + high) // 2
        if held[middle * KEY : (middle + 1) * KEY] < sought:
            low = middle + 1
        else:
            high = middle
    return held[low * KEY : (low + 1) * KEY] == sought


def disclosures(session: Session, offset: int = 0, limit: int | None = None) -> Sequence[Disclosure]:
    """Newest first, without the keys."""
    asked = select(Disclosure).options(defer(Disclosure.keys, raiseload=True))
    return session.scalars(asked.order_by(Disclosure.at.desc(), Disclosure.id.desc()).offset(offset).limit(limit)).all()


def number(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(Disclosure)) or 0


def people_of(session: Session, key: str) -> list[str]:
    """Who was in a list that left, by their keys."""
    data = session.scalar(select(Disclosure.keys).where(Disclosure.id == key))
    return list(unpacked(data or b""))


def about(session: Session, key: str) -> list[Disclosure]:
    """The lists with this person in them, newest first."""
    asked = select(Disclosure.id, Disclosure.keys).where(Disclosure.people > 0).execution_options(yield_per=50)
    found = [number for number, data in session.execute(asked) if holds(data, key)]
    return [each for each in disclosures(session) if each.id in set(found)] if found else []


def said_before(session: Session, name: str, limit: int = 20) -> list[str]:
    """The purposes or the recipients that were written down so far, latest first."""
    written: Any = getattr(Disclosure, name)
    asked = select(written).where(written != "").group_by(written).order_by(func.max(Disclosure.at).desc())
    return list(session.scalars(asked.limit(limit)))
