"""The texts of a template: named fields, forms by the person's sex, parts that are left out.

`{name}` is a field. `[شارك|شاركت|شارك(ت)]` is said of a man, of a woman, of somebody whose sex is not known; a fourth
form is said of a body such as an association, of which else the third one is said.
`[، بالتعاون مع {partner}]` is left out where one of its fields is empty; outside such brackets an empty field takes
its whole line away. A backslash before a bracket or a bar lets it stand for itself.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from craftdesk.base.i18n import _

MAN, WOMAN, BODY = "m", "f", "body"
_TOKEN = re.compile(r"\\.|[{}\[\]|]|[^\\{}\[\]|]+|\\")
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_FORMS = (3, 4)


class Broken(Exception):  # noqa: N818 - said of the text
    """A text whose brackets or fields cannot be understood, with a sentence for whoever writes it."""


class Named(NamedTuple):
    """A field."""

    name: str


class Maybe(NamedTuple):
    """What is left out where one of its fields is empty."""

    pieces: "tuple[Piece, ...]"


class BySex(NamedTuple):
    """Of a man, of a woman, of somebody, of a body."""

    man: "tuple[Piece, ...]"
    woman: "tuple[Piece, ...]"
    somebody: "tuple[Piece, ...]"
    body: "tuple[Piece, ...]"


Piece = str | Named | Maybe | BySex
Words = tuple[tuple[Piece, ...], ...]
"""The lines of a text."""


@lru_cache(1024)
def parsed(text: str) -> Words:
    """The lines of a text; raises `Broken`."""
    return tuple(_Reader(line).read() for line in text.split("\n"))


class _Reader:
    """One line on its way."""

    def __init__(self, line: str) -> None:
        self._tokens = _TOKEN.findall(line)
        self._place = 0

    def read(self) -> tuple[Piece, ...]:
        pieces = self._pieces("")
        if self._place < len(self._tokens):
            raise Broken(_("“{sign}” stands without its beginning.").format(sign=self._tokens[self._place]))
        return pieces

    def _pieces(self, ends: str) -> tuple[Piece, ...]:
        found: list[Piece] = []
        while self._place < len(self._tokens):
            token = self._tokens[self._place]
            if token in ("]", "}") or (token == "|" and ends):
                break
            self._place += 1
            piece = self._piece(token)
            if isinstance(piece, str) and found and isinstance(found[-1], str):
                piece = found.pop() + piece  # type: ignore[operator]
            found.append(piece)
        return tuple(found)

    def _piece(self, token: str) -> Piece:
        if token == "{":
            return self._field()
        if token == "[":
            return self._choice()
        return token[1:] if token.startswith("\\") and len(token) > 1 else token

    def _field(self) -> Named:
        name, closing = [*self._tokens[self._place : self._place + 2], "", ""][:2]
        if closing != "}" and name != "}":
            raise Broken(_("A field is opened with a brace and never closed."))
        self._place += 2
        if not _NAME.fullmatch(name.strip()):
            raise Broken(_("“{name}” is no name of a field.").format(name=name))
        return Named(name.strip())

    def _choice(self) -> Piece:
        forms = [self._pieces("]|")]
        while self._next() == "|":
            self._place += 1
            forms.append(self._pieces("]|"))
        if self._next() != "]":
            raise Broken(_("A bracket is opened by “[” and never closed."))
        self._place += 1
        if len(forms) == 1:
            return _maybe(forms[0])
        if len(forms) not in _FORMS:
            raise Broken(_("Three forms belong between [ and ]: of a man | of a woman | of somebody."))
        man, woman, somebody = forms[:3]
        return BySex(man, woman, somebody, forms[-1])

    def _next(self) -> str:
        return self._tokens[self._place] if self._place < len(self._tokens) else ""


def _maybe(pieces: tuple[Piece, ...]) -> Maybe:
    if not any(_names(pieces)):
        raise Broken(_("What stands between [ and ] holds no field and no “|”: write \\[ for a bracket itself."))
    return Maybe(pieces)


def _names(pieces: tuple[Piece, ...]) -> Iterator[str]:
    for piece in pieces:
        if isinstance(piece, Named):
            yield piece.name
        elif isinstance(piece, Maybe):
            yield from _names(piece.pieces)
        elif isinstance(piece, BySex):
            for form in piece:
                yield from _names(form)


def names_in(words: Words) -> tuple[str, ...]:
    """The fields of a text in the order in which they come."""
    return tuple(dict.fromkeys(name for line in words for name in _names(line)))


def follows_sex(words: Words) -> bool:
    return any(_by_sex(line) for line in words)


def _by_sex(pieces: tuple[Piece, ...]) -> bool:
    return any(isinstance(each, BySex) or (isinstance(each, Maybe) and _by_sex(each.pieces)) for each in pieces)


def said(words: Words, values: Mapping[str, str], sex: str | None) -> str:
    """The text of one record; lines that have nothing to say are left out."""
    lines = [_said(line, values, sex) for line in words]
    return "\n".join([line for line, pieces in zip(lines, words, strict=True) if line or (line == "" and not pieces)])


def _said(pieces: tuple[Piece, ...], values: Mapping[str, str], sex: str | None) -> str | None:
    """None where a field is empty."""
    out = []
    for piece in pieces:
        if isinstance(piece, str):
            out.append(piece)
            continue
        found = _said_piece(piece, values, sex)
        if found is None:
            return None
        out.append(found)
    return "".join(out)


def _said_piece(piece: Named | Maybe | BySex, values: Mapping[str, str], sex: str | None) -> str | None:
    if isinstance(piece, Named):
        return values.get(piece.name) or None
    if isinstance(piece, Maybe):
        return _said(piece.pieces, values, sex) or ""
    return _said({MAN: piece.man, WOMAN: piece.woman, BODY: piece.body}.get(sex or "", piece.somebody), values, sex)
