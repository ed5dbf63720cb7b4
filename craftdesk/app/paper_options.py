"""What a paper asks when it is printed: a form beside its pages, which are made anew as one chooses."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QTimer, Signal

from craftdesk.base.fields import Kind
from craftdesk.base.i18n import _
from craftdesk.base.settings import Layouts
from craftdesk.desk.batch import options_of
from craftdesk.desk.feature import Paper
from craftdesk.desk.papers import usual
from craftdesk.ui.cards import Card
from craftdesk.ui.form import Form, FormSection

PAUSE = 400
"""Milliseconds after the last letter before the paper is made anew."""


class PaperOptions(Card):
    """`chosen` is told when something else was chosen; what is to be kept is offered again the next time."""

    chosen = Signal()

    def __init__(self, paper: Paper, keys: Sequence[str] = ()) -> None:
        super().__init__(_("For this paper"))
        self._paper = paper
        self._options = options_of(paper, keys)
        self._usual = usual(paper, keys)
        fields = {name: option.field for name, option in self._options.items()}
        self.form = Form(fields, [FormSection("", list(fields), columns=1)])
        self.form.set_values({**self._usual, **self._kept()})
        self.body.addWidget(self.form, 1)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self._tell)
        self.form.changed.connect(lambda _name: self._pause.start())

    def values(self) -> dict[str, Any]:
        """What is chosen; the usual where nothing is, or nothing that can be."""
        wrong = self.form.problems()
        entered = {name: value for name, value in self.form.values().items() if name not in wrong}
        plain = self._usual
        return {name: plain[name] if entered.get(name) is None else entered[name] for name in plain}

    def _tell(self) -> None:
        self._keep()
        self.chosen.emit()

    def _place(self) -> str:
        return f"paper.{self._paper.name}"

    def _kept(self) -> Mapping[str, Any]:
        """What was chosen the last time, as far as it can still be chosen."""
        try:
            held = json.loads(Layouts().get(self._place(), "{}"))
        except ValueError:
            return {}
        fields = {name: option.field for name, option in self._options.items() if option.kept}
        return {
            name: value
            for name, value in held.items()
            if name in fields and (fields[name].kind is not Kind.CHOICE or value in fields[name].choices)
        }

    def _keep(self) -> None:
        kept = {name: value for name, value in self.values().items() if self._options[name].kept}
        if kept:
            Layouts()[self._place()] = json.dumps(kept, ensure_ascii=False)
