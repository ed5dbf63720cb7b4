"""The office's private key in a file of its own, locked by a passphrase: taken out for safe-keeping, and brought back.

The file is PEM (PKCS #8) with a few plain lines above it, which say to people what it is.
"""

from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import select

from craftdesk.base.dates import format_short, today
from craftdesk.base.errors import UserError, refuse_if
from craftdesk.base.i18n import _
from craftdesk.base.reasons import reason
from craftdesk.data.session import Session
from craftdesk.features.certificates.keys import own_key, own_keys
from craftdesk.features.certificates.models import OfficeKey
from craftdesk.features.certificates.seal import fingerprint
from craftdesk.features.office.reads import office_on

LEAST = 10
"""Letters of a passphrase: whoever finds the file may try as many as he likes."""
ENDING = "pem"
_MOST_BYTES = 20_000


def keep_safe(session: Session, path: Path, passphrase: str) -> None:
    """Write the key by which the office seals into a file."""
    refuse_if(len(passphrase) < LEAST, _("Write at least {count} letters.").format(count=LEAST), "passphrase")
    key = own_key(session)
    locked = Ed25519PrivateKey.from_private_bytes(key.private).private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.BestAvailableEncryption(passphrase.encode()),
    )
    part = path.with_name(f"{path.name}.part")
    try:
        part.write_bytes(_head(session, key).encode() + locked)
        part.replace(path)
    except OSError as error:
        told = _("{file} cannot be written: {reason}")
        raise UserError(told.format(file=path.name, reason=reason(error))) from None


def _head(session: Session, key: OfficeKey) -> str:
    head = office_on(session, today()).letterhead
    names = (head.chamber_ar, head.chamber_fr, format_short(today()), fingerprint(key.public))
    return "".join(f"{line}\n" for line in ("CraftDesk", *names) if line)


def bring_back(session: Session, path: Path, passphrase: str) -> OfficeKey:
    """Take a key back into the office file: from now on it seals; what others sealed stays genuine."""
    private = _unlocked(path, passphrase)
    public = private.public_key().public_bytes_raw()
    known = session.scalars(select(OfficeKey)).all()
    refuse_if(any(each.public == public for each in known), _("This key is in the office file already."))
    day = max([today(), *(each.made_on for each in known)])
    made = OfficeKey(private=private.private_bytes_raw(), public=public, made_on=day)
    session.add(made)
    session.flush()
    refuse_if(own_keys(session)[0].public != public, _("The key could not be made the one that seals."))
    return made


def _unlocked(path: Path, passphrase: str) -> Ed25519PrivateKey:
    other = _("{file} is no key that was taken out of an office file.").format(file=path.name)
    try:
        refuse_if(path.stat().st_size > _MOST_BYTES, other)
        data = path.read_bytes()
    except OSError as error:
        told = _("{file} cannot be read: {reason}")
        raise UserError(told.format(file=path.name, reason=reason(error, reading=True))) from None
    refuse_if(b"BEGIN ENCRYPTED PRIVATE KEY" not in data, other)
    refuse_if(not passphrase, _("Write the passphrase."), "passphrase")
    try:
        found = serialization.load_pem_private_key(data, passphrase.encode())
    except ValueError as error:
        wrong = _("The passphrase is wrong, or the file is damaged.")
        raise UserError(wrong, "passphrase") from error
    except TypeError:
        raise UserError(other) from None
    if not isinstance(found, Ed25519PrivateKey):
        raise UserError(other)
    return found
