"""The list of things to mend, worked off with Enter: the field in focus, its sentence, the next card after saving.

It rests on what an open card offers anyway: `key`, `form` (`has`, `input`, `row`, `go_to`, `dirty`, `check`), `save`,
`open`; the card itself knows nothing of it.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout

from craftdesk.base.i18n import N_, _, ngettext
from craftdesk.base.numbers import format_number
from craftdesk.data.model import Model, fields_of
from craftdesk.desk.desk import Desk
from craftdesk.features.roster import reads, rules, writes
from craftdesk.features.roster.models import Artisan
from craftdesk.features.roster.ui.artisan_page import ArtisanPage
from craftdesk.ui.actions import Action, ActionButton, bind
from craftdesk.ui.direction import code
from craftdesk.ui.icons import IconLabel
from craftdesk.ui.labels import Label
from craftdesk.ui.theme import px

BELOW_HEAD = 1


class MendingStrip(QFrame):
    """What is to be mended now, how many cards are left, and the ways on."""

    def __init__(self, actions: list[Action]) -> None:
        super().__init__()
        self.setProperty("role", "notice")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.words = Label("", wrap=True)
        self.left = Label("", "muted")
        line = QHBoxLayout(self)
        line.setContentsMargins(px(14), px(6), px(10), px(6))
        line.setSpacing(px(10))
        line.addWidget(IconLabel("ph.wrench", "warn", 20))
        line.addWidget(self.words, 1)
        line.addWidget(self.left)
        for action in actions:
            line.addWidget(ActionButton(action, small=True))
        self.hide()

    def tell(self, sentence: str, left: int) -> None:
        self.words.setText(sentence)
        told = ngettext("{number} card left to mend", "{number} cards left to mend", left)
        self.left.setText(told.format(number=code(format_number(left))))
        self.show()


class MendingQueue(QObject):
    """Goes from note to note and from card to card. `after` gives who follows somebody, `left` how many there are.

    Whoever opens a card to mend it calls `begin`; whoever leaves the cards calls `end`.
    """

    ended = Signal()

    def __init__(
        self, desk: Desk, page: ArtisanPage, after: Callable[[str], str | None], left: Callable[[], int]
    ) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page
        self._after, self._left = after, left
        self._key: str | None = None
        self._field = self._sentence = ""
        self._following: str | None = None
        self._heard: set[int] = set()
        actions = [
            Action(N_("Right as it is"), "", self.settle, "Alt+R"),
            Action(N_("Next to mend"), "ph.skip-forward", self.go_on, "Alt+N"),
            Action(N_("End the mending"), "ph.x", self.finish),
        ]
        self.strip = MendingStrip(actions)
        layout = page.layout()
        assert isinstance(layout, QBoxLayout)
        layout.insertWidget(BELOW_HEAD, self.strip)
        bind(page, [Action(each.title, "", each.run, each.shortcut, self.is_on) for each in actions if each.shortcut])
        desk.changed.connect(self._follow)

    def is_on(self) -> bool:
        return self._key is not None

    @property
    def field(self) -> str:
        """The field that is being mended."""
        return self._field

    def begin(self, key: str) -> None:
        """Work on the card that has just been opened, and know who follows before anything is saved."""
        self._key = key
        self._following = self._after(key)
        self._look()

    def end(self) -> None:
        """Nobody is being mended any more."""
        self._key = None
        self.strip.hide()

    def finish(self) -> None:
        self.end()
        self.ended.emit()

    def following(self) -> str | None:
        """Who comes next; `opened` is told when the card shows them."""
        return self._following

    def opened(self) -> None:
        """The card has gone on by itself, or was left."""
        if self.is_on() and self._page.key is not None and self._page.key != self._key:
            self.begin(self._page.key)

    def go_on(self) -> None:
        """Leave this card as it is and open the next."""
        if not self.is_on():
            return
        if self._following is None:
            self.finish()
        else:
            self._page.open(self._following)
            self.begin(self._following)

    def settle(self) -> None:
        """Somebody has looked, and it is right."""
        if self._key is not None and self._field:
            self._desk.write(writes.settle, self._key, self._field)

    def _look(self) -> None:
        """Go to the first field that is still to be mended; with none left to the next card."""
        if self._key is None or self._page.key != self._key:
            return
        notes = rules.mending(self._desk.read(reads.artisan, self._key))
        if not notes:
            self.go_on()
            return
        self._field, self._sentence = next(iter(notes.items()))
        label = _(fields_of(Artisan)[self._field].label) if self._field in fields_of(Artisan) else self._field
        self.strip.tell(_("{field}: {value}").format(field=label, value=self._sentence), self._left())
        # The card takes the focus to its first field when it has been shown: after that.
        QTimer.singleShot(0, self, self._go_to_field)

    def _go_to_field(self) -> None:
        form = self._page.form
        if not self.is_on() or not form.has(self._field):
            return
        form.go_to(self._field)
        line = form.row(self._field)
        if not line.message():
            line.show_message(self._sentence, warning=True)
        if id(line) not in self._heard:
            self._heard.add(id(line))
            line.input.entered.connect(partial(self._entered, line.name))

    def _entered(self, name: str) -> None:
        """Enter in the field that is mended saves the card."""
        form = self._page.form
        mine = self.is_on() and form.has(self._field) and form.row(self._field).name == name
        if mine and form.dirty and form.check():
            self._page.save()

    def _follow(self, touched: frozenset[type[Model]]) -> None:
        """Something was saved: the card may be done."""
        if self.is_on() and Artisan in touched:
            # The page first shows what it has saved.
            QTimer.singleShot(0, self, self._look_if_clean)

    def _look_if_clean(self) -> None:
        if self.is_on() and self._page.key == self._key and not self._page.form.dirty:
            self._look()
