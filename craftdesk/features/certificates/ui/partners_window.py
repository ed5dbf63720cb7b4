"""Keys and partners: the office's own key, what partners are handed, and the keys and lists of other offices."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QVBoxLayout, QWidget

from craftdesk.base import settings
from craftdesk.base.dates import format_day
from craftdesk.base.errors import UserError
from craftdesk.base.i18n import N_, _, ngettext
from craftdesk.base.numbers import format_number, isolate
from craftdesk.base.reasons import reason
from craftdesk.desk.desk import Desk, Told
from craftdesk.desk.following import Following
from craftdesk.features.certificates import keys, partners, safekeeping
from craftdesk.features.certificates.keys import KnownOffice
from craftdesk.features.certificates.models import OfficeKey, TrustedKey, WithdrawnElsewhere
from craftdesk.features.certificates.seal import Key, fingerprint
from craftdesk.features.certificates.ui.passphrase_dialog import PassphraseDialog
from craftdesk.features.office.models import in_language
from craftdesk.ui.actions import Action, ActionButton, bind
from craftdesk.ui.cards import Card, column, row, scrolling
from craftdesk.ui.direction import apart, code
from craftdesk.ui.facts import Facts
from craftdesk.ui.labels import Label, Line
from craftdesk.ui.messages import Message, MessageBar, Mood
from craftdesk.ui.theme import px

_SIZE = (820, 640)
_JSON = "*.json"


class PartnersWindow(QDialog):
    """What is in a file of another office is shown before it is taken in, to be compared over the telephone."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self.own, self.found, self.others = (Card(_(each)) for each in _TITLES)
        self.messages = MessageBar()
        self._takes = Action(N_("Key or list of another office…"), "ph.plus", self.choose, "Ctrl+O")
        self._lay_out()
        bind(self, [self._takes])
        self.found.hide()
        desk.told.connect(self._say)
        Following(self, desk, frozenset({TrustedKey, WithdrawnElsewhere}), self.refresh)
        self.refresh()

    def _lay_out(self) -> None:
        self.setWindowTitle(_("Keys and partners"))
        inside = QWidget()
        cards = column(self.own, self.found, self.others, spacing=12)
        cards.addStretch(1)
        inside.setLayout(cards)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(px(20), px(16), px(20), px(16))
        outer.setSpacing(px(12))
        outer.addWidget(Label(_("Keys and partners"), "title"))
        outer.addWidget(scrolling(inside), 1)
        outer.addWidget(self.messages)
        self.resize(px(_SIZE[0]), px(_SIZE[1]))

    def refresh(self) -> None:
        self._show_own(self._desk.read(keys.own_keys))
        self._show_others(self._desk.read(keys.offices))

    def _show_own(self, own: Sequence[OfficeKey]) -> None:
        self.own.clear()
        if not own:
            words = _("The key is made with the first certificate, or when the files for partners are written.")
            self.own.add(Label(words, "muted", wrap=True))
        for place, each in enumerate(own):
            title = _("Sealed before") if place else _("In use since")
            day = "" if place else format_day(each.made_on)
            self.own.add(Facts([(title, day), (_("Fingerprint"), code(fingerprint(each.public)))]))
        ways = row(
            _button(N_("Files for partners…"), "ph.export", self.write_files),
            _button(N_("Keep the key safe…"), "ph.shield-check", self.keep_safe),
            _button(N_("Bring a key back…"), "ph.arrow-counter-clockwise", self.bring_back),
        )
        ways.addStretch(1)
        self.own.body.addLayout(ways)

    def _show_others(self, others: Sequence[KnownOffice]) -> None:
        self.others.clear()
        if not others:
            words = _("No key of another office was taken in yet: its certificates cannot be checked here.")
            self.others.add(Label(words, "muted", wrap=True))
        for each in others:
            line = row(_named(each.key, _withdrawn(each.withdrawn)), spacing=12)
            line.setStretch(0, 1)
            line.addWidget(_button(N_("Remove"), "ph.trash", partial(self.remove, each)), 0, Qt.AlignmentFlag.AlignTop)
            self.others.body.addLayout(line)
            self.others.add(Line())
        ways = row(ActionButton(self._takes, small=True))
        ways.addStretch(1)
        self.others.body.addLayout(ways)

    def write_files(self) -> None:
        """The three files for partners, into a folder that is asked for."""
        folder = QFileDialog.getExistingDirectory(self, _("Folder for the files"), settings.load().recent_folder)
        if folder:
            settings.change(recent_folder=folder)
            self.write_into(Path(folder))

    def write_into(self, folder: Path) -> None:
        try:
            made = self._desk.write(partners.write_all, folder)
        except OSError as error:
            told = _("{file} cannot be written: {reason}")
            self.messages.say(told.format(file=isolate(str(folder)), reason=reason(error)), Mood.BAD)
            return
        names = _(", ").join(isolate(each.name) for each in made)
        told = _("Written into {folder}: {files}")
        self.messages.say(told.format(folder=isolate(str(folder)), files=names))
        self.refresh()

    def keep_safe(self) -> None:
        """The private key into a file that a passphrase locks."""
        usual = str(Path(settings.load().recent_folder or ".") / f"craftdesk-key.{safekeeping.ENDING}")
        name, _kind = QFileDialog.getSaveFileName(self, _("Keep the key safe"), usual, f"*.{safekeeping.ENDING}")
        if name:
            self.ask_to_lock(Path(name))

    def ask_to_lock(self, path: Path) -> PassphraseDialog:
        hint = _(
            "Whoever has this file and its passphrase can seal certificates in the name of the office. Keep the file "
            "on a stick in the safe, and the passphrase elsewhere: without it the file is worth nothing."
        )

        def use(passphrase: str) -> None:
            self._desk.write(safekeeping.keep_safe, path, passphrase)
            self.messages.say(_("The key stands in {file}.").format(file=isolate(path.name)))
            self.refresh()

        return self._ask(_("Lock the file"), hint, use, twice=True)

    def bring_back(self) -> None:
        """A key that was kept safe, into this office file."""
        kinds, folder = f"*.{safekeeping.ENDING}", settings.load().recent_folder
        name, _kind = QFileDialog.getOpenFileName(self, _("Key that was kept safe"), folder, kinds)
        if name:
            self.ask_to_unlock(Path(name))

    def ask_to_unlock(self, path: Path) -> PassphraseDialog:
        hint = _(
            "From now on this key seals the certificates. What was sealed by another key of the office stays valid."
        )

        def use(passphrase: str) -> None:
            self._desk.write(safekeeping.bring_back, path, passphrase)
            self.messages.say(_("The key is back: it seals from now on. Hand the files for partners out anew."))
            self.refresh()

        return self._ask(_("Bring the key back"), hint, use, twice=False)

    def _ask(self, title: str, hint: str, use: Callable[[str], None], *, twice: bool) -> PassphraseDialog:
        dialog = PassphraseDialog(title, hint, use, self, twice)
        dialog.open()
        return dialog

    def choose(self) -> None:
        """A file of another office: its key, or its list of withdrawn certificates."""
        title, folder = _("Key or list of another office"), settings.load().recent_folder
        name, _kind = QFileDialog.getOpenFileName(self, title, folder, _JSON)
        if name:
            settings.change(recent_folder=str(Path(name).parent))
            self.show_file(Path(name))

    def show_file(self, path: Path) -> None:
        """Show what is in a file, with a button to take it in."""
        self.found.clear()
        self.found.hide()
        try:
            takes = self._show(path)
        except UserError as error:
            self.messages.say(str(error), Mood.BAD)
            return
        ways = row(_button(N_("Leave it"), "ph.x", self.found.hide))
        ways.addStretch(1)
        if takes:
            button = ActionButton(Action(N_("Take in"), "ph.check", partial(self._take, takes, path), primary=True))
            ways.addWidget(button)
        self.found.body.addLayout(ways)
        self.found.show()
        if takes:
            button.setFocus()

    def _show(self, path: Path) -> Callable[..., object] | None:
        """Gives what takes it in; None where all of it is known."""
        try:
            found = keys.keys_of(path)
        except UserError:
            return self._show_list(path)
        known = {each.public for each in self._desk.read(keys.keys)}
        new = [each for each in found if each.public not in known]
        ask = _("Compare the fingerprint with that office, over the telephone or on paper, before you take its key in.")
        self.found.add(Label(ask if new else _("These keys are known here already."), "", wrap=True))
        self.found.add(*(_named(each, "" if each in new else _("known already")) for each in found))
        return keys.trust if new else None

    def _show_list(self, path: Path) -> Callable[..., object]:
        known = self._desk.read(keys.keys)
        name, numbers = keys.read_list(path, known)
        owner = next(each for each in known if each.name == name)
        self.found.add(_named(owner, _withdrawn(len(numbers))))
        return keys.take_list

    def _take(self, takes: Callable[..., object], path: Path) -> None:
        try:
            self._desk.write(takes, path)
        except UserError as error:
            self.messages.say(str(error), Mood.BAD)
            return
        self.found.hide()

    def remove(self, office: KnownOffice) -> None:
        self._desk.write(keys.forget, office.id)

    def _say(self, told: Told) -> None:
        """What is told at the foot of the window behind, told here too, with its Undo."""
        undo = Action(N_("Undo"), "", partial(self._desk.undo, told.undo), "Ctrl+Z") if told.undo else None
        self.messages.tell(Message(told.text, Mood(told.tone), [undo] if undo else []))


_TITLES = (N_("Key of this office"), N_("In the file"), N_("Other offices"))


def _button(title: str, icon: str, run: Callable[[], object]) -> ActionButton:
    return ActionButton(Action(title, icon, run), small=True)


def _named(key: Key, note: str) -> QWidget:
    """An office, its fingerprint, and what else is known of it."""
    made = QWidget()
    lines = column(Label(apart(in_language(key.office_ar, key.office_fr)), "strong", wrap=True), spacing=2)
    lines.addWidget(Label(code(fingerprint(key.public)), "", wrap=True))
    if note:
        lines.addWidget(Label(note, "muted", wrap=True))
    made.setLayout(lines)
    return made


def _withdrawn(count: int) -> str:
    words = ngettext("{count} withdrawn certificate", "{count} withdrawn certificates", count)
    return words.format(count=format_number(count))
