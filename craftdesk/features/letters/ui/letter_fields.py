"""What is asked for a letter: whom it is to, what its template names, who signs it."""

from collections.abc import Sequence

from craftdesk.base.fields import Field, Kind, Script
from craftdesk.base.i18n import N_
from craftdesk.data.model import fields_of
from craftdesk.features.letters.models import Letter
from craftdesk.features.letters.rules import NEEDED
from craftdesk.features.templates.purposes import Purpose
from craftdesk.ui.fields import input_for
from craftdesk.ui.form import FormSection
from craftdesk.ui.inputs import Input, LongTextInput
from craftdesk.ui.theme import px

ADDRESSEE = ("artisan_id", "addressee", "recipient", "address")
SIGNED = ("day", "signing", "signatory")
LONG = {"body": 200, "missing": 120}
"""The texts of several paragraphs, and how high they are written."""
WIDE = ("subject", "place", "enclosures", "session_id")
LAST = ("body", "enclosures")
FIRST = ("topic", "reference")


def letter_fields(purpose: Purpose, asked: Sequence[str], language: str) -> dict[str, Field]:
    """The fields of a letter, written in its language; a convocation can be filled in from a session."""
    script = Script.ARABIC if language == "ar" else Script.LATIN
    own, needed = fields_of(Letter), NEEDED[purpose.name]
    found = {"artisan_id": own["artisan_id"], "addressee": own["addressee"]}
    hint = N_("a name, or a function: the director of …")
    found |= {"recipient": Field(own["recipient"].label, script, required=True, hint=hint)}
    found |= {"address": Field(own["address"].label, script)}
    if "event" in asked:
        found["session_id"] = Field(N_("Fill in from a session"), kind=Kind.RECORD)
    for name in _arranged(asked):
        kind = Kind.LONG_TEXT if name in LONG else Kind.TEXT
        found[name] = Field(purpose.named()[name].label, script, kind, required=name in needed)
    return found | {"day": own["day"], "signing": own["signing"], "signatory": Field(own["signatory"].label, script)}


def _arranged(asked: Sequence[str]) -> list[str]:
    rest = [name for name in asked if name not in (*ADDRESSEE, *FIRST, *LAST)]
    return [name for name in (*FIRST, *rest, *LAST) if name in asked]


def sections(fields: Sequence[str]) -> list[FormSection]:
    """Two columns where the texts are short."""
    text = [name for name in fields if name not in (*ADDRESSEE, *SIGNED)]
    return [
        FormSection(N_("The addressee"), ADDRESSEE, 2),
        FormSection(N_("The letter"), text, 2, WIDE),
        FormSection("", SIGNED, 2),
    ]


def high_inputs(fields: dict[str, Field]) -> dict[str, Input]:
    """Room for paragraphs."""
    made = {name: input_for(field) for name, field in fields.items() if name in LONG}
    for name, each in made.items():
        if isinstance(each, LongTextInput):
            # The style sheet sets the editor's least height: it fills its place.
            each.editor.setMaximumHeight(px(LONG[name]))
            each.setFixedHeight(px(LONG[name]))
    return made
