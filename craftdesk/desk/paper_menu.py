"""The further papers of a page: one button, and under it a menu."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from craftdesk.base.i18n import N_
from craftdesk.data.model import Model
from craftdesk.desk.desk import Desk
from craftdesk.desk.feature import NEW
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


def begin_actions(desk: Desk, model: type[Model], key: Callable[[], str | None]) -> list[Action]:
    """What other features begin for a record of this kind: a letter to an artisan."""
    found = [(panel.begins, panel.icon) for panel in desk.panels_on(model) if panel.begins]
    return [Action(title, icon, partial(_begin, desk, page, key)) for (title, page), icon in found]


def _begin(desk: Desk, page: str, key: Callable[[], str | None]) -> None:
    if found := key():
        desk.open_page(page, NEW + found)


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
