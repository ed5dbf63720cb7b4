"""What a step of a registration was, where its status alone does not say it."""

import enum

from craftdesk.base.i18n import N_, _


class StepKind(enum.StrEnum):
    """That an entry was changed while the status stayed, or why somebody was struck off."""

    CHANGED = "changed"
    ON_REQUEST = "on request"
    DEATH = "death"
    CESSATION = "cessation"
    NOT_PRACTISING = "not practising"
    DOUBLE = "double"
    MOVED = "moved"
    OFFICIAL = "official"


STEP_KINDS: dict[str, str] = {
    StepKind.CHANGED: N_("Entry changed"),
    StepKind.ON_REQUEST: N_("On request"),
    StepKind.DEATH: N_("Death"),
    StepKind.CESSATION: N_("End of activity"),
    StepKind.NOT_PRACTISING: N_("Does not practise"),
    StepKind.DOUBLE: N_("Double registration"),
    StepKind.MOVED: N_("Moved to another wilaya"),
    StepKind.OFFICIAL: N_("By decision of the chamber"),
}
ENDINGS = tuple(StepKind)[1:]
"""The kinds of a strike-off."""


def why(kind: StepKind | None, reason: str) -> str:
    """The kind and the reason in a line."""
    return " · ".join(filter(None, (_(STEP_KINDS[kind]) if kind else "", reason)))
