"""How the office and its places are named inside the sentences of papers."""

import re
from functools import lru_cache

from craftdesk.base.i18n import language, pgettext
from craftdesk.base.names import fold
from craftdesk.base.numbers import apart
from craftdesk.features.office.models import Wilaya
from craftdesk.features.office.reads import OfficeOnDay

_OF_WILAYA = re.compile("(wilaya d(?:e |['’]))(.*)")
_KEPT = 512


def chamber_of(office: OfficeOnDay) -> str:
    """The chamber in the middle of a sentence."""
    return apart(running(office.name()))


@lru_cache(_KEPT)
def running(name: str) -> str:
    """A name as it is written inside a sentence; French letterheads are in capitals."""
    if not name.isupper():
        return name
    words = name[:1] + name[1:].lower()
    return _OF_WILAYA.sub(lambda found: found[1] + found[2].title(), words)


def at(place: str) -> str:
    """A place after the Arabic ب, which joins to Arabic letters alone; after à in French."""
    if not place:
        return ""
    if language() == "ar" and "\u0621" <= place[0] <= "\u064a":
        return f"ب{place}"
    return pgettext("a place", "at {place}").format(place=apart(place))


def of_wilaya(wilaya: Wilaya) -> str:
    """ولاية باتنة; wilaya de Batna, wilaya d'Oran."""
    name = wilaya.label()
    if fold(name)[:1] in "aeiouy":
        return pgettext("before a vowel", "wilaya of {name}").format(name=name)
    return pgettext("before a consonant", "wilaya of {name}").format(name=name)
