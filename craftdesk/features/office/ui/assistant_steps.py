"""What the first-run assistant asks, step by step."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from craftdesk.base.fields import Field, Kind, Script
from craftdesk.base.i18n import LANGUAGES, N_
from craftdesk.data.model import fields_of
from craftdesk.features.office.models import Chamber, Letterhead
from craftdesk.ui.form import FormSection


@dataclass(frozen=True)
class Step:
    """A page of the assistant."""

    name: str
    title: str
    hint: str
    icon: str
    sections: Sequence[FormSection]

    def names(self) -> list[str]:
        return [name for section in self.sections for name in section.names]


FIELDS: Mapping[str, Field] = {
    **fields_of(Chamber),
    **fields_of(Letterhead),
    "language": Field(N_("Language of the screens"), kind=Kind.CHOICE, choices=LANGUAGES, required=True),
    "user": Field(N_("Your name"), hint=N_("As it shall stand in the history")),
    "activities": Field(N_("List of activities (CSV file)"), Script.LATIN),
}
STEPS: tuple[Step, ...] = (
    Step(
        "office",
        N_("The office"),
        N_("Choose the wilaya; the rest is filled in from it and can be changed at any time."),
        "ph.buildings",
        (FormSection("", ("wilaya_id", "language", "user"), columns=1),),
    ),
    Step(
        "letterhead",
        N_("Letterhead"),
        N_("These lines stand at the head of all papers."),
        "ph.article",
        (FormSection("", ("lines_ar", "chamber_ar", "lines_fr", "chamber_fr"), columns=1),),
    ),
    Step(
        "signature",
        N_("Signature and lists"),
        N_("Who signs, and where. What is not known yet can be filled in later."),
        "ph.pen-nib",
        (FormSection("", ("director_ar", "director_fr", "place_ar", "place_fr", "activities", "logo")),),
    ),
)
PREFILLED = ("lines_ar", "lines_fr", "chamber_ar", "chamber_fr", "place_ar", "place_fr")
"""What the choice of the wilaya fills in."""
