"""As what the papers of the office are signed."""

import enum

from craftdesk.base.i18n import N_


class Signing(enum.StrEnum):
    """As what a paper of the office is signed."""

    DIRECTOR = "director"
    DELEGATED = "delegated"
    ACTING = "acting"


SIGNINGS: dict[str, str] = {
    Signing.DIRECTOR: N_("The director"),
    Signing.DELEGATED: N_("For the director and by delegation"),
    Signing.ACTING: N_("The acting director"),
}
