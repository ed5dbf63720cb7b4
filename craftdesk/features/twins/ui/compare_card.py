"""The card on which twins stand side by side: how sure it is and why, and the values to choose from."""

from collections.abc import Sequence

from craftdesk.base.i18n import _
from craftdesk.features.twins.reads import Group, Seen
from craftdesk.features.twins.ui.compare_grid import CompareGrid
from craftdesk.features.twins.ui.words import level_tone, level_words, reason_words
from craftdesk.ui.cards import Card, row
from craftdesk.ui.labels import Label, Pill


class CompareCard(Card):
    """Hidden while there is nobody to compare."""

    def __init__(self) -> None:
        super().__init__()
        self.group: Group | None = None
        self.level = Pill("")
        self.why = Label("", wrap=True)
        self.grid = CompareGrid()
        head = row(self.level, spacing=10)
        head.addWidget(self.why, 1)
        self.body.addLayout(head)
        self.body.addWidget(self.grid, 1)

    def show_group(self, group: Group, people: Sequence[Seen]) -> None:
        self.group = group
        self.level.setVisible(bool(group.reasons))
        self.level.show_text(level_words(group), level_tone(group))
        self.why.setText(reason_words(group) or _("Chosen by hand"))
        self.grid.compared.show_people(people)
        self.grid.stand_at_doubt()

    def kept_and_others(self) -> tuple[str, list[str]]:
        """The key of the record that stays, and those of the others."""
        compared = self.grid.compared
        keys = [compared.key(column) for column in range(len(compared.people))]
        kept = keys.pop(compared.kept)
        return kept, keys

    def pointed(self) -> tuple[str, list[str]]:
        """The key of the person at whom the cursor stands, and those of the others."""
        compared = self.grid.compared
        keys = [compared.key(column) for column in range(len(compared.people))]
        one = keys.pop(max(self.grid.currentIndex().column(), 0))
        return one, keys
