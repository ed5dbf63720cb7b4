"""What the cards of a session ask: everybody who sits at its table."""

from collections.abc import Sequence
from dataclasses import dataclass

from craftdesk.data.session import Session
from craftdesk.features.training import reads
from craftdesk.features.training.reads import SheetPaper


@dataclass(frozen=True)
class CardMatter:
    """The sessions whose people get cards, the sheet they are printed on, and the first free place on it."""

    papers: Sequence[SheetPaper]
    size: str = ""
    first: int = 1

    def __len__(self) -> int:
        return sum(len(each.sheet.participants) + len(each.sheet.trainers) for each in self.papers)


def card_matter(session: Session, keys: Sequence[str], *, size: str = "", first: int = 1) -> CardMatter:
    return CardMatter(reads.sheet_papers(session, keys), size, first)
