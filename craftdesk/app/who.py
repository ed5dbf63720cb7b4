"""Who works here."""

import getpass

from craftdesk.base import settings


def user_name() -> str:
    """The name of the settings, or the one by which the system knows the user."""
    return settings.load().user or _system_user()


def _system_user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "?"
