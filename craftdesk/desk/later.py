"""What a card names without bringing it in."""

from importlib import import_module
from typing import Any


class Later:
    """A function or class of a feature, imported when it is called: the start needs the cards, not what they name."""

    def __init__(self, feature: str, module: str, name: str) -> None:
        self.module = f"{feature}.{module}"
        self.name = name

    def brought(self) -> Any:
        return getattr(import_module(self.module), self.name)

    def __call__(self, *given: Any, **named: Any) -> Any:
        return self.brought()(*given, **named)
