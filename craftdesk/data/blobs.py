"""Files kept inside the office file (photos, logos), once for the same content."""

from hashlib import sha256

from sqlalchemy import insert

from craftdesk.data.journal_tables import Blob
from craftdesk.data.session import Session


def keep(session: Session, data: bytes, kind: str) -> str:
    """Store `data` (its media type is `kind`) and give its key."""
    key = sha256(data).hexdigest()[:32]
    if session.get(Blob, key) is None:
        session.connection().execute(insert(Blob), [{"id": key, "kind": kind, "data": data}])
    return key


def load(session: Session, key: str | None) -> bytes | None:
    blob = session.get(Blob, key) if key else None
    return blob.data if blob else None
