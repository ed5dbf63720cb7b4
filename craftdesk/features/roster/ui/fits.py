"""Why the artisans of a list fit what was typed, said under their names, and the pieces that do on their ground."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from craftdesk.base.numbers import isolate
from craftdesk.desk.desk import Desk
from craftdesk.features.roster import fitting, reads
from craftdesk.features.roster.finding import Row
from craftdesk.features.roster.fitting import Fit, Fitting
from craftdesk.ui.columns import Column, Style


class Fits:
    """What is typed, held against the rows that come into sight."""

    def __init__(self, desk: Desk, typed: Callable[[], str]) -> None:
        self._desk, self._typed = desk, typed
        self._text = ""
        self._fitting = self._new()
        desk.changed.connect(lambda _touched: self._forget())

    def dressed(self, columns: Sequence[Column[Row]]) -> list[Column[Row]]:
        """The columns of a list, telling how their rows fit."""
        return [
            replace(column, fits=self.of_name, second=self.below)
            if column.style is Style.NAME
            else replace(column, fits=self.of_rest)
            for column in columns
        ]

    def of_name(self, row: Row) -> Sequence[str]:
        return self._fit(row).named

    def of_rest(self, row: Row) -> Sequence[str]:
        return self._fit(row).further

    def below(self, row: Row) -> str:
        """Why this row fits, and the name in the other script."""
        return " · ".join(filter(None, (self._fit(row).why(), isolate(reads.other_name(row)))))

    def _fit(self, row: Row) -> Fit:
        typed = self._typed().strip()
        if typed != self._text:
            self._text = typed
            self._forget()
        return self._fitting.at(row) if typed else Fit(row)

    def _forget(self) -> None:
        self._fitting = self._new()

    def _new(self) -> Fitting:
        return Fitting(self._text, lambda keys: self._desk.ask(fitting.further, keys))
