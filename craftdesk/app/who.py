"""Who works here."""

import getpass

from craftdesk.base import settings


def user_name() -> str:
    """The name of the settings, or the one by which the system knows the user."""
    return settings.load().user or _system_user()


def shown_name(who: str) -> str:
    """The name as screens show it: an account such as "pc" or "user2" is no name, and nobody is called by it."""
    return "" if who == _system_user() and who != settings.load().user else who


def _system_user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "?"
