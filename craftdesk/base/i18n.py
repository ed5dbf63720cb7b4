"""The words of the program: English in the code, Arabic and French by gettext.

Declarations (columns, cards, titles kept in the journal) are marked by `N_` and translated when they are shown, so
that the language can change while the program runs. A paper is made inside `speaking(language)`, whatever the screen
speaks.
"""

import gettext
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache

from craftdesk.base.paths import TRANSLATIONS

LANGUAGES = {"ar": "العربية", "fr": "Français", "en": "English"}
RIGHT_TO_LEFT = frozenset({"ar"})

_screen = ["ar"]
_paper: ContextVar[str | None] = ContextVar("paper", default=None)


def language() -> str:
    """The language that is spoken here and now: "ar", "fr" or "en"."""
    return _paper.get() or _screen[0]


def use_language(code: str) -> None:
    """Let the whole program speak `code` from now on."""
    _screen[0] = code if code in LANGUAGES else "en"


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Speak `code` inside the block, in this thread."""
    token = _paper.set(code)
    try:
        yield
    finally:
        _paper.reset(token)


def is_rtl(code: str | None = None) -> bool:
    return (code or language()) in RIGHT_TO_LEFT


@cache
def _catalogue(code: str) -> gettext.NullTranslations:
    compiled = TRANSLATIONS / code / "LC_MESSAGES" / "craftdesk.mo"
    if not compiled.exists():
        return gettext.NullTranslations()
    # gettext's own search for the file imports all that is known of the world's locales.
    with compiled.open("rb") as file:
        return gettext.GNUTranslations(file)


def _(message: str) -> str:
    if not message:
        return ""
    catalogue = _catalogue(language())
    found = catalogue.gettext(message)
    # A word that is also counted stands among the plurals, where Python 3.11's first releases do not look for it.
    return found if found != message else catalogue.ngettext(message, message, 1)


def ngettext(one: str, many: str, count: int) -> str:
    return _catalogue(language()).ngettext(one, many, count)


def pgettext(context: str, message: str) -> str:
    """The same English words may need two translations: a sex, a noun or a verb."""
    return _catalogue(language()).pgettext(context, message)


def N_(message: str) -> str:  # noqa: N802 - the name that gettext's tools look for
    """Mark `message` for translation; whoever shows it calls `_`."""
    return message
