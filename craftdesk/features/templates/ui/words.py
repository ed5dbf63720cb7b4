"""How the screens of templates say them."""

from collections.abc import Mapping
from typing import Any

from craftdesk.base.i18n import N_, _, language
from craftdesk.features.templates.purposes import PURPOSES
from craftdesk.pdf.template.kinds import KINDS, STYLES
from craftdesk.pdf.template.source import Told
from craftdesk.pdf.template.words import Broken, parsed, said

ICON = "ph.article"
PAGE = "templates"
LANGUAGES = {"ar": N_("Arabic"), "fr": N_("French"), "both": N_("Both languages")}
SHEETS = {"landscape": N_("Landscape"), "portrait": N_("Portrait")}
BLOCK_ICONS = {
    "text": "ph.text-t",
    "rule": "ph.minus",
    "space": "ph.arrows-out-line-vertical",
    "picture": "ph.image",
    "qr": "ph.qr-code",
    "letterhead": "ph.bank",
    "columns": "ph.columns",
    "column": "ph.square-half",
    "signatures": "ph.pen",
    "signer": "ph.pen-nib",
}


def purpose_in_words(purpose: str) -> str:
    return _(PURPOSES[purpose].title) if purpose in PURPOSES else purpose


def block_in_words(block: Told, values: Mapping[str, Mapping[str, str]]) -> str:
    """The first words of a block as they would be printed, or its kind."""
    for name in ("text", "above", "title", "name"):
        if words := _own(block.get(name), values):
            return words.splitlines()[0]
    return kind_in_words(block)


def kind_in_words(block: Told) -> str:
    """ "Text · Title"."""
    kind = KINDS.get(block["kind"])
    style = STYLES.get(block.get("style", "text")) if block["kind"] == "text" else None
    return " · ".join(_(each.label) for each in (kind, style) if each) or str(block["kind"])


def _own(words: Any, values: Mapping[str, Mapping[str, str]]) -> str:
    """A text in the language of the screens, filled; as it is written where it cannot be understood."""
    if not isinstance(words, Mapping):
        return ""
    code, other = ("ar", "fr") if language() == "ar" else ("fr", "ar")
    text = str(words.get(code) or words.get(other) or "")
    try:
        return said(parsed(text), values[code], "f") or text
    except Broken:
        return text
