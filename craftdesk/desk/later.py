"""What a card names without bringing it in."""

from dataclasses import dataclass
from importlib import import_module
from typing import Any


@dataclass(frozen=True)
class Later:
    """A function or class of a feature, imported when it is called: the start needs the cards, not what they name."""

    feature: str
    module: str
    name: str

    def brought(self) -> Any:
        return getattr(import_module(f"{self.feature}.{self.module}"), self.name)

    def __call__(self, *given: Any, **named: Any) -> Any:
        return self.brought()(*given, **named)
