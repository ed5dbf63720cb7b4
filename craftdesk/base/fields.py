"""What a column of a table says about itself, once for form, list, import, export, search and history."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Script(StrEnum):
    """In which direction and letters a value is written."""

    ARABIC = "arabic"
    LATIN = "latin"
    DIGITS = "digits"
    ANY = "any"


class Kind(StrEnum):
    """How a value is entered."""

    TEXT = "text"
    LONG_TEXT = "long text"
    DATE = "date"
    NUMBER = "number"
    MONEY = "money"
    PHONE = "phone"
    CHOICE = "choice"
    YES_NO = "yes no"
    RECORD = "record"
    IMAGE = "image"
    HIDDEN = "hidden"


class Sought(StrEnum):
    """How the search box finds a value."""

    NAME = "name"
    """By the beginnings of its words in any spelling, and by its sound in either script."""
    CODE = "code"
    """By its beginning, or by the beginning of any of its groups."""
    WORDS = "words"
    """By the beginnings of its words."""
    FACET = "facet"
    """Not by what is typed: its value narrows a search."""
    MONTH = "month"
    """Like a facet, by the month of a day."""


@dataclass(frozen=True)
class Field:
    """A column's label, its way of writing, its check and the headings under which office files hold it.

    `label` and `hint` are marked by `N_` and translated when shown. `check` returns a sentence (already translated)
    about a value that cannot be right, or None. `choices` maps stored values to labels marked by `N_`.
    `masked` values show only their end in lists. `headings` are spellings seen in office files, in Arabic and French.
    """

    label: str
    script: Script = Script.ANY
    kind: Kind = Kind.TEXT
    check: Callable[[Any], str | None] | None = None
    headings: tuple[str, ...] = ()
    hint: str = ""
    required: bool = False
    choices: Mapping[str, str] = field(default_factory=dict)
    masked: bool = False
    sought: Sought | None = None
