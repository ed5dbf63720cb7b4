"""Where French words may be parted at the end of a line.

Pyphen knows the syllables. Names and other words with a capital stay whole, and so do short pieces: at least two
letters stay before the hyphen and three come after it.
"""

from functools import cache, lru_cache

import pyphen

_BEFORE, _AFTER = 2, 3
_APOSTROPHES = "'’"
_WITHOUT_APOSTROPHES = str.maketrans("", "", _APOSTROPHES)


@cache
def _french() -> pyphen.Pyphen:
    return pyphen.Pyphen(lang="fr", left=_BEFORE, right=_AFTER)


@lru_cache(4096)
def parts(word: str, language: str) -> tuple[tuple[str, str, bool], ...]:
    """How a word can be divided, the longest start first: its start, its rest, whether a hyphen is added."""
    core = word.rstrip(".,;:!?)»…")
    own = core.lstrip("(«“")
    skipped = len(core) - len(own)
    if own != own.lower() or not own.replace("-", "").translate(_WITHOUT_APOSTROPHES).isalpha():
        return ()
    typed = [place + 1 for place in range(_BEFORE, len(own) - _AFTER) if own[place] == "-"]
    added: list[int] = []
    if language == "fr" and not typed:
        start = max(map(own.rfind, _APOSTROPHES)) + 1
        added = [start + place for place in _french().positions(own[start:])]
    places = sorted([*((place, False) for place in typed), *((place, True) for place in added)], reverse=True)
    return tuple((word[: skipped + place], word[skipped + place :], hyphen) for place, hyphen in places)
