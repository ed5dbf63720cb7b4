"""What is to be mended on an artisan's card: each note leads to its field, or is settled as right."""

from collections.abc import Callable
from functools import partial

from craftdesk.base.i18n import N_, _
from craftdesk.data.model import fields_of
from craftdesk.desk.desk import Desk
from craftdesk.features.roster import reads, rules, writes
from craftdesk.features.roster.models import Artisan
from craftdesk.ui.actions import Action, ActionButton
from craftdesk.ui.capped import Capped
from craftdesk.ui.cards import Card, clear, row
from craftdesk.ui.figures import EventRow

HIGHEST = 170
"""The place of the notes, so that what else is known stays in sight."""


class MendingCard(Card):
    """Hidden when nothing is left to mend; `go_to` puts the cursor into a field."""

    def __init__(self, desk: Desk, found: Artisan, go_to: Callable[[str], object]) -> None:
        super().__init__(_("To mend"))
        self._desk = desk
        self._key = found.id
        self._go_to = go_to
        self._area = Capped(HIGHEST)
        self.body.addWidget(self._area)
        self._show(found)

    def _show(self, found: Artisan) -> None:
        clear(self._area.lines)
        guesses = rules.guesses(found)
        for name, sentence in rules.mending(found).items():
            label = _(fields_of(Artisan)[name].label) if name in fields_of(Artisan) else name
            line = row(spacing=8)
            line.addWidget(EventRow("ph.wrench", label, sentence, "copper_line", partial(self._go_to, name)), 1)
            words = N_("Confirm") if name in guesses else N_("Right as it is")
            line.addWidget(ActionButton(Action(words, "", partial(self.settle, name)), small=True))
            self._area.lines.addLayout(line)
        self._area.fit()
        if not found.mend:
            self.hide()

    def settle(self, name: str) -> None:
        """Somebody has looked; what is being typed on the card stays as it is."""
        self._desk.write(writes.settle, self._key, name)
        self._show(self._desk.read(reads.artisan, self._key))
