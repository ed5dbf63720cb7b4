"""The texts of a letter: what its template asks for, the addressee from the roster or typed in."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from craftdesk.base.dates import format_day, today
from craftdesk.base.i18n import _
from craftdesk.desk.desk import Desk
from craftdesk.features.letters import reads
from craftdesk.features.letters.models import Addressee
from craftdesk.features.letters.rules import Wanted, asked
from craftdesk.features.letters.ui.letter_fields import high_inputs, letter_fields, sections
from craftdesk.features.office.signings import Signing
from craftdesk.features.roster import reads as roster
from craftdesk.features.templates.purposes import PURPOSES
from craftdesk.features.training import reads as training
from craftdesk.features.training.reads import SessionLine
from craftdesk.ui.form import Form
from craftdesk.ui.inputs import Input
from craftdesk.ui.picking import RecordField
from craftdesk.ui.suggestions import Choice

MOST_SESSIONS = 12
_OTHERS = ("artisan_id", "addressee", "day", "signatory", "signing", "session_id")


class LetterForm(Form):
    """The form of one template in one language. Choosing an artisan or a session fills in what is known of them."""

    def __init__(self, desk: Desk, key: str | None, wanted: Wanted) -> None:
        self._desk, self._template, self._language = desk, wanted.template, wanted.language
        before = desk.read(reads.letter, key) if key else None
        template = desk.read(reads.template_of, wanted, before)
        self.asked = asked(template, wanted.language)
        fields = letter_fields(PURPOSES[template.purpose], self.asked, wanted.language)
        inputs: dict[str, Input] = {
            **high_inputs(fields),
            "artisan_id": RecordField(self._artisans, self._artisan, placeholder=_("Name or number of the artisan")),
            "session_id": RecordField(self._sessions, self._session),
        }
        self._filled: dict[str, Any] = {}
        self._kept = dict(wanted.texts)
        self._touched = False
        super().__init__(fields, sections(list(fields)), inputs)
        own = {name: getattr(wanted, name) for name in _OTHERS if hasattr(wanted, name)}
        self.set_values({**wanted.texts, **own})
        self._filled = self._known_of(wanted.artisan_id)
        self.changed.connect(self._fill_in)

    def wanted(self) -> Wanted:
        """The letter as it is written now."""
        values = self.values()
        addressee = values["addressee"]
        return Wanted(
            self._template,
            self._language,
            values["day"] or today(),
            {**self._kept, **{name: values[name] or "" for name in values if name not in _OTHERS}},
            values["artisan_id"],
            Addressee(addressee) if addressee else None,
            values["signatory"] or "",
            Signing(values["signing"] or Signing.DIRECTOR),
        )

    def in_other(self, template: str, language: str) -> Wanted:
        """The same letter from another template or in another language, with the names as they are written there."""
        now = self.wanted()
        wanted = replace(now, template=template, language=language)
        if language == self._language:
            return wanted
        texts = dict(now.texts)
        if now.artisan_id:
            known = self._desk.read(reads.addressee, now.artisan_id, language)
            texts |= {
                name: known[name] for name in ("recipient", "address") if texts.get(name) == self._filled.get(name)
            }
        if now.signatory == self._desk.read(reads.signatory, now):
            wanted = replace(wanted, signatory=self._desk.read(reads.signatory, wanted))
        return replace(wanted, texts=texts)

    def set_changed(self) -> None:
        """What stands there is not what is saved, although nothing was typed."""
        self._touched = True

    def unsaved_words(self) -> bool:
        return self.dirty or self._touched

    def rest(self) -> None:
        self._touched = False
        super().rest()

    # What is filled in.

    def _fill_in(self, name: str) -> None:
        if name == "artisan_id":
            self._fill(self._known_of(self.values()["artisan_id"]))
        elif name == "session_id" and (key := self.values()["session_id"]):
            self._fill(self._desk.read(reads.of_session, key, self._language, self.asked))

    def _fill(self, known: Mapping[str, Any]) -> None:
        self._filled = {**self._filled, **known}
        for name, value in known.items():
            if self.has(name):
                self.set_value(name, value)

    def _known_of(self, artisan_id: str | None) -> dict[str, Any]:
        return self._desk.read(reads.addressee, artisan_id, self._language) if artisan_id else {}

    def _artisans(self, typed: str) -> list[Choice]:
        found = self._desk.read(roster.suggestions, typed)
        return [Choice(each.key, each.name, each.detail, "ph.user") for each in found]

    def _artisan(self, key: str) -> Choice | None:
        found = self._desk.read(roster.suggested, [key])
        return Choice(found[0].key, found[0].name, found[0].detail) if found else None

    def _sessions(self, typed: str) -> list[Choice]:
        return [_choice(each) for each in self._desk.read(training.sessions, typed)[:MOST_SESSIONS]]

    def _session(self, key: str) -> Choice | None:
        found = self._desk.read(training.session_lines, [key])
        return _choice(found[0]) if found else None


def _choice(line: SessionLine) -> Choice:
    day = format_day(line.first_day) if line.first_day else ""
    return Choice(line.id, line.session.label(), day, "ph.chalkboard-teacher")
