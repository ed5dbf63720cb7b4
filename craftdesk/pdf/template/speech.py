"""What a template says of one record, in the languages in which it is printed."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from operator import itemgetter
from typing import NamedTuple
from unicodedata import bidirectional

from craftdesk.pdf.blocks import Letterhead
from craftdesk.pdf.template.words import Words, follows_sex, names_in, parsed, said

ARABIC, FRENCH, BOTH = "ar", "fr", "both"
_SIDES = {"L": FRENCH, "R": ARABIC, "AL": ARABIC}


class Layout(NamedTuple):
    """How a template is printed: in Arabic ("ar"), in French ("fr") or in both, on which side of the sheet."""

    language: str
    landscape: bool

    @property
    def languages(self) -> tuple[str, ...]:
        return (ARABIC, FRENCH) if self.language == BOTH else (self.language,)

    @property
    def paper(self) -> str:
        """The language of the paper as a whole."""
        return ARABIC if self.language == BOTH else self.language


@dataclass(frozen=True)
class Record:
    """What is filled in: the values of the fields by language, the person's sex ("m", "f", None, or "body" of what is
    no person), the office's head.

    The head holds the lines of both languages; the template says which of them it shows.
    """

    values: Mapping[str, Mapping[str, str]]
    sex: str | None = None
    letterhead: Letterhead | None = None


class Speech:
    """A text in the languages of a layout; alone, a language in which nothing was written takes the other's words."""

    def __init__(self, words: Mapping[str, str] | None, layout: Layout) -> None:
        self._languages = layout.languages
        self._words: dict[str, tuple[str, Words]] = {}
        for code in layout.languages:
            own = _written(words or {}, code)
            if layout.language != BOTH or own == code:
                self._words[code] = (own, parsed((words or {}).get(own, "")))
        self.names = tuple(dict.fromkeys(name for _, found in self._words.values() for name in names_in(found)))
        self._sexed = any(follows_sex(found) for _, found in self._words.values())
        self._get = itemgetter(*self.names) if self.names else None

    def key(self, record: Record) -> Hashable:
        """Equal for records of which the text says the same."""
        sex = record.sex if self._sexed else None
        get = self._get
        return (sex, *[get(record.values[code]) for code in self._languages]) if get else sex

    def said(self, record: Record) -> dict[str, str]:
        """The text by language; a language that has nothing to say is missing."""
        found = {}
        for code, (own, words) in self._words.items():
            values = record.values[code]
            if text := said(words, {name: apart(values[name], own) for name in self.names}, record.sex):
                found[code] = text
        return found


def _written(words: Mapping[str, str], code: str) -> str:
    other = FRENCH if code == ARABIC else ARABIC
    return other if not words.get(code) and words.get(other) else code


def runs_in(text: str, language: str) -> str:
    """The language in whose direction a text begins, for a text in `language`."""
    for letter in text:
        if side := _SIDES.get(bidirectional(letter)):
            return language if (side == ARABIC) == (language == ARABIC) else side
    return language


def apart(text: str, language: str) -> str:
    """A value inside a sentence keeps its own direction."""
    return f"\u2068{text}\u2069" if text and runs_in(text, language) != language else text
