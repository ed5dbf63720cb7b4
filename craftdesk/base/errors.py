"""The errors that are meant for the user."""


class UserError(Exception):
    """A sentence to show as it is; anything else that is raised is a fault of ours.

    `field` names the column at which the sentence belongs, so that a form can show it there.
    """

    def __init__(self, message: str, field: str | None = None) -> None:
        super().__init__(message)
        self.field = field


class Cancelled(Exception):  # noqa: N818 - not an error: the user asked for it
    """Long work was stopped by the user."""


def refuse_if(condition: bool, message: str, field: str | None = None) -> None:
    """Raise `message` at the user when the condition holds."""
    if condition:
        raise UserError(message, field)
