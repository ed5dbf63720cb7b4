"""What a column may be taken for, as it is offered: in a menu by kind, or found by typing."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QMenu, QWidget

from craftdesk.base.i18n import N_, _
from craftdesk.base.names import fold
from craftdesk.features.roster.headings import target_of, targets
from craftdesk.features.roster.ui.import_words import target_label
from craftdesk.ui.suggestions import Choice

_MENUS: Mapping[str, tuple[str, ...]] = {
    N_("Names"): (
        *("names_ar", "given_first_ar", "family_ar", "given_ar"),
        *("names_la", "given_first_la", "family_la", "given_la"),
    ),
    N_("Person"): ("sex", "birth_date", "birth_year", "birth_place", "birth_act", "nin"),
    N_("Address and phone"): (
        *("home_address", "home_commune_id", "activity_address", "activity_commune_id", "phone", "other_phone"),
    ),
    N_("Register and card"): (
        *("register_no", "registered_on", "status", "card_no", "card_kind", "card_issued_on", "card_until"),
    ),
    N_("Activity"): ("activity_code", "activity_name", "rank", "form", "premises", "metal", "started_on"),
}
"""What a column may be taken for, as the menu parts it; what is not here follows at the end."""


def _in_turn() -> list[str]:
    named = [name for names in _MENUS.values() for name in names]
    return [*named, *(name for name in targets() if name not in named)]


def found(typed: str, now: str | None) -> Sequence[Choice]:
    """What fits what was typed: by its label, or as a heading that means it; everything, the present one first."""
    wanted = fold(typed).split()
    names = [name for name in _in_turn() if all(part in fold(target_label(name)) for part in wanted)]
    meant = target_of(typed) if typed.strip() else now
    names.sort(key=lambda name: name != meant)
    if meant is not None and meant not in names:
        names.insert(0, meant)
    chosen = [Choice(name, target_label(name), icon="ph.check" if name == now else "") for name in names]
    return chosen if typed.strip() else [*chosen, Choice("", target_label(None))]


def targets_menu(parent: QWidget, choose: Callable[[str | None], object], now: str | None) -> QMenu:
    """What a column may be taken for, the present choice marked."""
    menu = QMenu(parent)
    _offer(menu, None, choose, now is None)
    if now is not None:
        _offer(menu, now, choose, True)
    menu.addSeparator()
    named = {name for names in _MENUS.values() for name in names}
    others = tuple(name for name in targets() if name not in named)
    for title, names in {**_MENUS, N_("More"): others}.items():
        part = menu.addMenu(_(title))
        for name in names:
            _offer(part, name, choose, name == now)
    return menu


def _offer(menu: QMenu, name: str | None, choose: Callable[[str | None], object], chosen: bool) -> None:
    entry = menu.addAction(target_label(name))
    entry.setCheckable(chosen)
    entry.setChecked(chosen)
    entry.triggered.connect(lambda: choose(name))
