"""The keys of records: UUID version 7 as 32 hex digits, so that two offices never clash and rows lie in time order."""

from uuid_utils import uuid7


def new_key() -> str:
    return uuid7().hex
