"""How the user arranged windows and columns, kept apart for right to left and left to right.

The kit knows no settings: the program hands over a mapping that it keeps, and everything with a name stores there.
"""

import json
from collections.abc import MutableMapping
from typing import Any

from craftdesk.ui.theme import look

_kept: list[MutableMapping[str, str]] = [{}]


def keep_in(mapping: MutableMapping[str, str]) -> None:
    """Keep layouts in `mapping` from now on."""
    _kept[0] = mapping


def save(name: str, layout: Any) -> None:
    if name:
        _kept[0][_key(name)] = json.dumps(layout, ensure_ascii=False)


def saved(name: str) -> Any:
    """The layout saved under this name for the screen's direction, or None."""
    if not name:
        return None
    try:
        return json.loads(_kept[0].get(_key(name), "null"))
    except ValueError:
        return None


def forget(name: str) -> None:
    _kept[0].pop(_key(name), None)


def _key(name: str) -> str:
    return f"{name}.{'rtl' if look().rtl else 'ltr'}"
