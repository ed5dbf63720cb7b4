"""The pages of the program in the order of the side bar: home first, the office at its foot."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from craftdesk.base.i18n import N_
from craftdesk.desk.desk import Desk
from craftdesk.desk.feature import Feature, Page


def pages(features: Sequence[Feature]) -> list[Page]:
    """Those of the cards between home and the foot."""
    return [
        Page("home", N_("Home"), "ph.house", lambda desk: _home(desk, features)),
        *(page for feature in features for page in feature.pages),
        Page("journal", N_("Journal"), "ph.clock-counter-clockwise", _journal),
        Page("bin", N_("Bin"), "ph.trash", _bin),
        Page("settings", N_("Office and settings"), "ph.gear", _settings),
    ]


# Each is imported when it is opened: the start needs one of them.


def _home(desk: Desk, features: Sequence[Feature]) -> QWidget:
    from craftdesk.app.home import HomePage  # noqa: PLC0415

    return HomePage(desk, features)


def _journal(desk: Desk) -> QWidget:
    from craftdesk.app.journal_page import JournalPage  # noqa: PLC0415

    return JournalPage(desk)


def _bin(desk: Desk) -> QWidget:
    from craftdesk.app.bin_page import BinPage  # noqa: PLC0415

    return BinPage(desk)


def _settings(desk: Desk) -> QWidget:
    from craftdesk.app.settings_page import SettingsPage  # noqa: PLC0415

    return SettingsPage(desk)
