"""What a check of a certificate came to: large, in words, with what was signed to compare line by line."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QWidget

from craftdesk.base.dates import format_day
from craftdesk.base.i18n import N_, _
from craftdesk.features.certificates.checking import VERDICTS, Answer
from craftdesk.features.certificates.models import CERTIFICATE_KINDS
from craftdesk.features.certificates.seal import FIELDS, Verdict
from craftdesk.features.office.models import in_language
from craftdesk.ui.actions import Action, ActionButton
from craftdesk.ui.cards import Card, clear, column, row
from craftdesk.ui.direction import apart, code, leading
from craftdesk.ui.facts import TOP, Value
from craftdesk.ui.icons import IconLabel
from craftdesk.ui.labels import Label, Pill
from craftdesk.ui.messages import Mood, Notice
from craftdesk.ui.theme import px

MOODS: Mapping[str, str] = {Verdict.GENUINE: "good", Verdict.WITHDRAWN: "bad", Verdict.FORGED: "bad"}
"""The others are told as a warning: nothing is known of such a certificate, neither good nor bad."""
ICONS: Mapping[str, str] = {
    Verdict.GENUINE: "ph.check-circle-fill",
    Verdict.WITHDRAWN: "ph.minus-circle",
    Verdict.FORGED: "ph.x-circle",
}
_SIGN, _LABELS = 44, 130
_COMPARE = N_("Compare these lines with what is printed: where they differ, the paper was altered.")
_SAID = N_("What the code says")
_DAY = 10


class Banner(QFrame):
    """The verdict: an icon and a word that are seen from afar, and a sentence."""

    def __init__(self, icon: str, mood: str, title: str, sentence: str) -> None:
        super().__init__()
        self.setProperty("role", "notice")
        self.setProperty("mood", mood)
        self.title = Label(title, "figure", wrap=True)
        self.sentence = Label(sentence, "", wrap=True)
        line = QHBoxLayout(self)
        line.setContentsMargins(px(18), px(14), px(18), px(14))
        line.setSpacing(px(16))
        line.addWidget(IconLabel(icon, mood, _SIGN), 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(column(self.title, self.sentence, spacing=4), 1)


class AnswerView(Card):
    """Shows one answer, or why there is none; empty it says what to do."""

    def __init__(self) -> None:
        super().__init__(scrolls=True)
        self.rest()

    def rest(self) -> None:
        """Wait for the next certificate."""
        self.clear()
        for words in (
            _("Scan the code on the certificate with the reader of codes, or type its number: 2026/0045."),
            _("Or drop a PDF file, a scan or a photo of it here."),
            _("Nothing of it is sent anywhere."),
        ):
            self.add(Label(words, "muted", wrap=True))

    def say(self, title: str, sentence: str) -> None:
        """That nothing could be checked, and why."""
        self.clear()
        self.add(Banner("ph.warning", "warn", title, sentence))

    def show_answer(self, answer: Answer, notes: Sequence[str] = (), ways: Sequence[Action] = ()) -> None:
        """The answer; `notes` are what the office's own register adds to it, `ways` where to go from it."""
        self.clear()
        verdict = answer.verdict
        icon, mood = ICONS.get(verdict, "ph.warning"), MOODS.get(verdict, "warn")
        self.add(Banner(icon, mood, _(VERDICTS[verdict]), sentence_of(answer)))
        self.add(*(Notice(each, Mood.WARN) for each in notes))
        if answer.seal.values:
            self.add(Label(_(_COMPARE if verdict is Verdict.GENUINE else _SAID), "heading", wrap=True))
            self.add(_compared(answer))
        foot = row(*(ActionButton(each, small=True) for each in ways))
        foot.addStretch(1)
        clear(self.foot)
        self.foot.addLayout(foot, 1)


def sentence_of(answer: Answer) -> str:
    """What stands below the verdict."""
    return _SENTENCES[answer.verdict](answer)


def _genuine(answer: Answer) -> str:
    if key := answer.seal.key:
        office = apart(in_language(key.office_ar, key.office_fr))
        return _("{office} issued it, and its code was not altered.").format(office=office)
    return _("The register of this office has it. Its code was not looked at: compare the paper with it.")


def _withdrawn(answer: Answer) -> str:
    return _("It is not valid any more. Reason: {reason}").format(reason=apart(answer.reason))


def _forged(answer: Answer) -> str:
    fields = _(", ").join(_(FIELDS[name]) for name in answer.seal.altered)
    told = _("Altered after it was signed: {fields}.") if fields else _("The code itself was altered.")
    return told.format(fields=fields)


def _unknown(answer: Answer) -> str:
    named = code(answer.seal.key_name.hex().upper())
    told = _("Whether it is genuine cannot be told: take the key {key} of its office in under “Keys and partners”.")
    return told.format(key=named)


def _unreadable(_answer: Answer) -> str:
    return _("The picture shows no code of a certificate. Scan it anew, flat and whole, or type its number.")


_SENTENCES: Mapping[str, Callable[[Answer], str]] = {
    Verdict.GENUINE: _genuine,
    Verdict.WITHDRAWN: _withdrawn,
    Verdict.FORGED: _forged,
    Verdict.UNKNOWN: _unknown,
    Verdict.UNREADABLE: _unreadable,
}


def shown_value(name: str, value: str) -> str:
    """A signed value as the papers say it."""
    if name == "kind":
        return _(CERTIFICATE_KINDS[value]) if value in CERTIFICATE_KINDS else apart(value)
    if name in ("born", "first_day", "last_day", "issued_on") and len(value) == _DAY:
        try:
            return format_day(date.fromisoformat(value))
        except ValueError:
            return apart(value)
    return code(value) if name in ("number", "born") else apart(value)


def _compared(answer: Answer) -> QWidget:
    """A line a field: what it is, what was signed, and whether it was altered."""
    made = QWidget()
    grid = QGridLayout(made)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(px(14))
    grid.setVerticalSpacing(px(8))
    grid.setColumnStretch(1, 1)
    seal = answer.seal
    lines = [(_(label), shown_value(name, seal.values[name]), name) for name, label in FIELDS.items()]
    if seal.key:
        lines.insert(0, (_("Office"), apart(in_language(seal.key.office_ar, seal.key.office_fr)), ""))
    for place, (label, text, name) in enumerate(each for each in lines if each[1] or each[2] in seal.altered):
        title = Label(label, "label", wrap=True)
        title.setFixedWidth(px(_LABELS))
        title.setAlignment(leading(TOP))
        grid.addWidget(title, place, 0)
        grid.addWidget(Value(text or "–"), place, 1, TOP)
        if name in seal.altered:
            grid.addWidget(Pill(_("Altered"), "bad"), place, 2, TOP)
    return made
