"""The office's own key, the keys of other offices, and the signed lists of what was withdrawn."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from sqlalchemy import func, select

from craftdesk.base.dates import today
from craftdesk.base.errors import UserError, refuse_if
from craftdesk.base.i18n import N_, _
from craftdesk.data.session import Session
from craftdesk.features.certificates.models import Certificate, OfficeKey, TrustedKey, WithdrawnElsewhere
from craftdesk.features.certificates.seal import Key, key_name
from craftdesk.features.office.reads import office_on

KEYS, LIST = "craftdesk-keys", "craftdesk-withdrawn"
"""What kind of file it is, as its first field says."""
MOST_BYTES = 4_000_000


def own_key(session: Session) -> OfficeKey:
    """The office's key, made at its first use."""
    found = next(iter(own_keys(session)), None)
    if found is None:
        private = Ed25519PrivateKey.generate()
        public = private.public_key().public_bytes_raw()
        found = OfficeKey(private=private.private_bytes_raw(), public=public, made_on=today())
        session.add(found)
    return found


def own_keys(session: Session) -> list[OfficeKey]:
    """The keys of the office, the one that seals first; the others sealed before a key was brought back."""
    return list(session.scalars(select(OfficeKey).order_by(OfficeKey.made_on.desc(), OfficeKey.id.desc())))


def keys(session: Session) -> list[Key]:
    """All keys by which a seal is checked here: the office's own, then those of others."""
    office = office_on(session, today())
    own = own_keys(session)
    head = office.letterhead
    ours = [Key(each.public, head.chamber_ar, head.chamber_fr) for each in own]
    others = session.scalars(select(TrustedKey).order_by(TrustedKey.id))
    return ours + [Key(bytes.fromhex(each.public), each.office_ar, each.office_fr) for each in others]


def keys_as_text(known: Sequence[Key]) -> str:
    """Public keys as a file for other offices and partners."""
    each = [{"public": key.public.hex(), "office_ar": key.office_ar, "office_fr": key.office_fr} for key in known]
    return json.dumps({"format": KEYS, "keys": each}, ensure_ascii=False, indent=1)


def keys_of(path: Path) -> list[Key]:
    """The keys in a file; raises `UserError` for what is no such file."""
    found = _opened(path, KEYS)
    try:
        made = [Key(bytes.fromhex(each["public"]), each["office_ar"], each["office_fr"]) for each in found["keys"]]
        for each in made:
            Ed25519PublicKey.from_public_bytes(each.public)
    except (KeyError, TypeError, ValueError):
        raise UserError(_not_ours(path)) from None
    return made


def _opened(path: Path, kind: str) -> dict[str, Any]:
    try:
        refuse_if(path.stat().st_size > MOST_BYTES, _not_ours(path))
        found = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise UserError(_("There is no file {file}.").format(file=path)) from None
    except (OSError, ValueError):
        raise UserError(_not_ours(path)) from None
    refuse_if(not isinstance(found, dict) or found.get("format") != kind, _not_ours(path))
    return dict(found)


def _not_ours(path: Path) -> str:
    return _("{file} holds neither keys nor a list of withdrawn certificates.").format(file=path.name)


def trust(session: Session, path: Path) -> list[Key]:
    """Take the keys of a file in; gives those that are new."""
    known = {each.public for each in keys(session)}
    new = [each for each in keys_of(path) if each.public not in known]
    names = _(", ").join(each.office_ar or each.office_fr for each in new)
    session.entitle(N_("Keys of offices taken in: {names}"), names=names)
    session.add_all(
        [TrustedKey(public=each.public.hex(), office_ar=each.office_ar, office_fr=each.office_fr) for each in new]
    )
    return new


def withdrawn_here(session: Session) -> dict[str, str]:
    """The numbers of the office's certificates that were withdrawn, with the reasons."""
    asked = select(Certificate.reference, Certificate.withdrawn_why).where(Certificate.withdrawn_on.is_not(None))
    return dict(session.execute(asked.order_by(Certificate.year, Certificate.number)).all())


def withdrawn(session: Session) -> Mapping[bytes, Mapping[str, str]]:
    """What was withdrawn, by the names of the keys."""
    own = session.scalars(select(OfficeKey.public))
    here = withdrawn_here(session)
    found: dict[bytes, dict[str, str]] = {key_name(public): here for public in own}
    asked = select(TrustedKey.public, WithdrawnElsewhere.number, WithdrawnElsewhere.reason).join(
        WithdrawnElsewhere, WithdrawnElsewhere.key_id == TrustedKey.id
    )
    for public, number, reason in session.execute(asked):
        found.setdefault(key_name(bytes.fromhex(public)), {})[number] = reason
    return found


def signed_list(session: Session, day: date, by: OfficeKey | None = None) -> str:
    """What the office withdrew, signed, as a file for others. Without a key nothing was sealed, and it is made now."""
    key = by or own_key(session)
    said = {"key": key_name(key.public).hex(), "day": day.isoformat(), "numbers": withdrawn_here(session)}
    text = json.dumps(said, ensure_ascii=False)
    signature = Ed25519PrivateKey.from_private_bytes(key.private).sign(text.encode())
    return json.dumps({"format": LIST, "withdrawn": text, "signature": signature.hex()}, ensure_ascii=False, indent=1)


def take_list(session: Session, path: Path) -> int:
    """Take in what another office withdrew: its newest list stands. Gives how many numbers it has."""
    name, numbers = read_list(path, keys(session))
    public = {key_name(bytes.fromhex(each.public)): each for each in session.scalars(select(TrustedKey))}
    refuse_if(name not in public, _("This list is the office's own."))
    owner = public[name]
    office = owner.label()
    session.entitle(N_("Withdrawn certificates of {office}: {count}"), office=office, count=len(numbers))
    old = session.scalars(select(WithdrawnElsewhere.id).where(WithdrawnElsewhere.key_id == owner.id)).all()
    session.delete_rows(WithdrawnElsewhere, list(old))
    rows = [{"key_id": owner.id, "number": number, "reason": reason} for number, reason in numbers.items()]
    session.add_rows(WithdrawnElsewhere, rows)
    return len(numbers)


@dataclass(frozen=True)
class KnownOffice:
    """Another office whose certificates are checked here, and how many of them it withdrew."""

    id: str
    key: Key
    withdrawn: int


def offices(session: Session) -> list[KnownOffice]:
    """The other offices whose keys were taken in."""
    counts = dict(
        session.execute(select(WithdrawnElsewhere.key_id, func.count()).group_by(WithdrawnElsewhere.key_id)).all()
    )
    return [
        KnownOffice(each.id, Key(bytes.fromhex(each.public), each.office_ar, each.office_fr), counts.get(each.id, 0))
        for each in session.scalars(select(TrustedKey).order_by(TrustedKey.id))
    ]


def forget(session: Session, key_id: str) -> None:
    """Remove the key of another office and what it withdrew: its certificates are not checked here any more."""
    found = session.get_one(TrustedKey, key_id)
    session.entitle(N_("Key of an office removed: {office}"), office=found.label())
    gone = session.scalars(select(WithdrawnElsewhere.id).where(WithdrawnElsewhere.key_id == key_id)).all()
    session.delete_rows(WithdrawnElsewhere, list(gone))
    session.delete_rows(TrustedKey, [key_id])


def read_list(path: Path, known: Sequence[Key]) -> tuple[bytes, dict[str, str]]:
    """Whose list it is, and what it says; raises `UserError` where no known key has signed it."""
    found = _opened(path, LIST)
    try:
        said = json.loads(found["withdrawn"])
        name, numbers = bytes.fromhex(said["key"]), {str(key): str(why) for key, why in said["numbers"].items()}
        signature, message = bytes.fromhex(found["signature"]), found["withdrawn"].encode()
    except (KeyError, TypeError, ValueError, AttributeError):
        raise UserError(_not_ours(path)) from None
    key = next((each for each in known if each.name == name), None)
    if key is None:
        raise UserError(_("This list is of an office whose key is not known here: take its key in first."))
    try:
        Ed25519PublicKey.from_public_bytes(key.public).verify(signature, message)
    except InvalidSignature:
        raise UserError(_("This list was altered after it was signed, and was not taken in.")) from None
    return name, numbers
