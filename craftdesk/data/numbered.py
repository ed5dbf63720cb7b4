"""Papers that are numbered from 1 each year without a gap, whatever is undone."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select
from sqlalchemy.orm import Mapped, Session

from craftdesk.base.i18n import _
from craftdesk.data.model import Model


class Numbered(Model):
    """A table with the columns `number` and `year`, the two of them unique."""

    __abstract__ = True

    if TYPE_CHECKING:
        number: Mapped[int]
        year: Mapped[int]

    @classmethod
    def held_back(cls, session: Session, going: Sequence[str]) -> Mapping[str, str]:
        """What is below the highest number that stays would leave a gap: an undo leaves it."""
        if not going:
            return {}
        highest = cls._highest(session, going)
        leaving = session.execute(select(cls.id, cls.year, cls.number).where(cls.id.in_(going)))
        why = _("later numbers of the year were issued since")
        return {key: why for key, year, number in leaving if number < highest.get(year, 0)}

    @classmethod
    def kept_out(cls, session: Session, coming: Sequence[Mapping[str, Any]]) -> Mapping[str, str]:
        """What would not follow on the numbers that are there would leave a gap before it."""
        highest = cls._highest(session)
        out: dict[str, str] = {}
        for row in sorted(coming, key=lambda row: (row["year"], row["number"])):
            year, number = row["year"], row["number"]
            if number > highest.get(year, 0) + 1:
                out[row["id"]] = _("the numbers before it were taken back")
            else:
                highest[year] = max(number, highest.get(year, 0))
        return out

    @classmethod
    def _highest(cls, session: Session, but: Sequence[str] = ()) -> dict[int, int]:
        asked = select(cls.year, func.max(cls.number)).where(cls.id.not_in(but)).group_by(cls.year)
        return dict(session.execute(asked).all())
