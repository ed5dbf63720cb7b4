"""What the search is told of letters."""

from collections.abc import Sequence

from craftdesk.data.session import Session
from craftdesk.desk.feature import Hit
from craftdesk.features.letters import reads
from craftdesk.features.letters.models import Letter
from craftdesk.features.letters.ui.words import ICON, detail_of, titled


def hits(session: Session, keys: Sequence[str]) -> Sequence[Hit]:
    found = reads.by_keys(session, keys) if keys else []
    return [Hit(f"{titled(each)} · {each.recipient}", detail_of(each), ICON, Letter, each.id) for each in found]
