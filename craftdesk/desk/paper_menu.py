"""The further papers of a page: one button, and under it a menu."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from craftdesk.base.i18n import N_
from craftdesk.desk.desk import Desk
from craftdesk.ui.actions import Action, ActionButton, always, menu


@dataclass(frozen=True)
class Offer:
    """A paper that a page offers: its name on the card, how the menu calls it, its icon."""

    paper: str
    title: str
    icon: str


def paper_actions(
    desk: Desk, offers: Sequence[Offer], keys: Callable[[], Sequence[str]], enabled: Callable[[], bool] = always
) -> list[Action]:
    """The offers as actions, for the menu of a list."""
    return [Action(offer.title, offer.icon, partial(_show, desk, offer.paper, keys), "", enabled) for offer in offers]


def _show(desk: Desk, paper: str, keys: Callable[[], Sequence[str]]) -> None:
    desk.show_paper(paper, *keys())


def papers_button(page: QWidget, actions: Sequence[Action], enabled: Callable[[], bool] = always) -> Action:
    """The action that opens the menu of further papers under its button on the page."""
    return Action(N_("Other papers"), "ph.file", lambda: open_menu(page, actions), "Alt+P", enabled)


def open_menu(page: QWidget, actions: Sequence[Action]) -> None:
    made = menu(actions, page)
    button = next((each for each in page.findChildren(ActionButton) if each.action.icon == "ph.file"), None)
    place: QWidget = button or page
    made.popup(place.mapToGlobal(QPoint(0, place.height() if button else 0)))
