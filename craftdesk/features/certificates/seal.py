"""The seal of a certificate: what it says, signed by the office (Ed25519), in the text of a QR code.

The text is `CD1:` and, in base45, these bytes: the version; the first eight of the SHA-256 of the office's public key;
the fields in the order of FIELDS, each with two bytes before it (its length, and in the highest bit whether it is UTF-8
instead of windows-1256, which says Arabic and French in one byte a letter); two bytes of the SHA-512 of each field's
place and bytes; the signature of all that. The short hashes only help to tell which field was altered: they are signed,
but who forges a field could forge its hash too. What makes a seal genuine is the signature alone.
"""

import struct
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256, sha512

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from craftdesk.base import base45
from craftdesk.base.i18n import N_

PREFIX = "CD1:"
FIELDS: Mapping[str, str] = {
    "number": N_("Number"),
    "kind": N_("Kind"),
    "name_ar": N_("Name in Arabic"),
    "name_la": N_("Name in Latin letters"),
    "born": N_("Born"),
    "subject_ar": N_("Subject in Arabic"),
    "subject_fr": N_("Subject in French"),
    "first_day": N_("First day of the course"),
    "last_day": N_("Last day of the course"),
    "issued_on": N_("Issued on"),
}
"""What is signed, in its order; days are written 2026-11-23."""
KEY_NAME = 8
SIGNATURE = 64
_VERSION = 1
_UTF8 = 0x8000
_HASH = 2
_LENGTH = struct.Struct(">H")


class Verdict(StrEnum):
    """What a check comes to."""

    GENUINE = "genuine"
    WITHDRAWN = "withdrawn"
    FORGED = "forged"
    UNKNOWN = "unknown office"
    UNREADABLE = "unreadable"


@dataclass(frozen=True)
class Key:
    """The public key of an office, and what the office is called."""

    public: bytes
    office_ar: str = ""
    office_fr: str = ""

    @property
    def name(self) -> bytes:
        return key_name(self.public)


@dataclass(frozen=True)
class Checked:
    """What a seal says and what that is worth; `altered` are the fields that do not fit."""

    verdict: Verdict
    values: Mapping[str, str] = field(default_factory=dict)
    altered: Sequence[str] = ()
    key: Key | None = None
    key_name: bytes = b""


def key_name(public: bytes) -> bytes:
    """How a seal names the key."""
    return sha256(public).digest()[:KEY_NAME]


def fingerprint(public: bytes) -> str:
    """What people compare by eye or over the telephone: 3F2A 91C0 …, sixteen groups."""
    digits = sha256(public).hexdigest().upper()
    return " ".join(digits[place : place + 4] for place in range(0, len(digits), 4))


def sealed(values: Mapping[str, str], private: bytes) -> str:
    """The text of the code; `private` are the 32 bytes of the office's key."""
    key = Ed25519PrivateKey.from_private_bytes(private)
    written = [_written(values.get(name, "")) for name in FIELDS]
    head = bytes([_VERSION]) + key_name(key.public_key().public_bytes_raw())
    body = head + b"".join(written) + b"".join(_hash(place, part) for place, part in enumerate(written))
    return PREFIX + base45.encoded(body + key.sign(body))


def _written(text: str) -> bytes:
    try:
        data, mark = text.encode("cp1256"), 0
    except UnicodeEncodeError:
        data, mark = text.encode(), _UTF8
    return _LENGTH.pack(len(data) | mark) + data


def _hash(place: int, part: bytes) -> bytes:
    return sha512(bytes([place]) + part).digest()[:_HASH]


def checked(text: str, keys: Iterable[Key]) -> Checked:
    """Check the text of a code against the keys that are known; lists of what was withdrawn are not asked here."""
    try:
        body, signature, parts, hashes = _opened(text.strip())
    except (ValueError, struct.error, IndexError):
        return Checked(Verdict.UNREADABLE)
    values = {name: _read(part) for name, part in zip(FIELDS, parts, strict=True)}
    named = body[1 : 1 + KEY_NAME]
    key = next((each for each in keys if each.name == named), None)
    if key is None:
        return Checked(Verdict.UNKNOWN, values, key_name=named)
    altered = [
        name
        for place, (name, part, hashed) in enumerate(zip(FIELDS, parts, hashes, strict=True))
        if _hash(place, part) != hashed
    ]
    try:
        Ed25519PublicKey.from_public_bytes(key.public).verify(signature, body)
    except InvalidSignature:
        return Checked(Verdict.FORGED, values, altered, key, named)
    return Checked(Verdict.GENUINE, values, (), key, named)


def _opened(text: str) -> tuple[bytes, bytes, list[bytes], list[bytes]]:
    """What is signed, the signature, the fields and their hashes; raises ValueError for a text of another shape."""
    if not text.startswith(PREFIX):
        raise ValueError("not a seal")
    data = base45.decoded(text.removeprefix(PREFIX))
    body, signature = data[:-SIGNATURE], data[-SIGNATURE:]
    if not body or body[0] != _VERSION:
        raise ValueError("another version")
    at, parts = 1 + KEY_NAME, []
    for _name in FIELDS:
        (length,) = _LENGTH.unpack_from(body, at)
        end = at + _LENGTH.size + (length & ~_UTF8)
        parts.append(body[at:end])
        at = end
    hashes = [body[place : place + _HASH] for place in range(at, len(body), _HASH)]
    if len(body) != at + _HASH * len(FIELDS) or len(signature) != SIGNATURE:
        raise ValueError("another length")
    return body, signature, parts, hashes


def _read(part: bytes) -> str:
    (length,) = _LENGTH.unpack_from(part)
    data = part[_LENGTH.size :]
    return data.decode("utf-8" if length & _UTF8 else "cp1256", errors="replace")
