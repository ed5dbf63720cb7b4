"""What a certificate says, beside the register."""

from functools import partial

from craftdesk.base.dates import format_day
from craftdesk.base.i18n import N_, _, ngettext
from craftdesk.desk.desk import Desk
from craftdesk.features.certificates.models import Certificate
from craftdesk.features.certificates.rules import Content, from_json
from craftdesk.features.certificates.ui.reason_dialog import duplicate, withdraw
from craftdesk.features.certificates.ui.words import PAPER, birth_of, held_when, language_of, state_of, titled, tone_of
from craftdesk.features.office.models import in_language
from craftdesk.features.roster.models import Artisan
from craftdesk.features.training.models import TrainingSession
from craftdesk.ui.actions import Action, ActionButton
from craftdesk.ui.cards import Card, column, row
from craftdesk.ui.direction import apart
from craftdesk.ui.facts import Facts
from craftdesk.ui.labels import Avatar, Label, Line, Pill


class CertificateCard(Card):
    """The frozen content in short, and where to go from it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(scrolls=True)
        self._desk = desk

    def show_certificate(self, chosen: Certificate | None) -> None:
        self.clear()
        if chosen is None:
            self.add(Label(_("Choose a certificate to see what it says."), "muted", wrap=True))
            return
        content = from_json(chosen.content)
        head = row(Avatar(chosen.name), spacing=12)
        other = next((name for name in (chosen.name_la, chosen.name_ar) if name != chosen.name), "")
        head.addLayout(column(Label(chosen.name, "heading", wrap=True), Label(other, "muted", wrap=True), spacing=0), 1)
        self.body.addLayout(head)
        self.add(Label(titled(chosen), "strong", wrap=True))
        if state := state_of(chosen):
            self.add(Pill(state, tone_of(chosen)), Facts(_became(chosen)), Line())
        self.add(Facts(_facts(content)), Line())
        self._add_ways(chosen)

    def _add_ways(self, chosen: Certificate) -> None:
        ways = row()
        if chosen.session_id:
            opens = partial(self._desk.open_record, TrainingSession, chosen.session_id)
            ways.addWidget(ActionButton(Action(N_("Session"), "ph.chalkboard-teacher", opens), small=True))
        if chosen.artisan_id:
            artisan = partial(self._desk.open_record, Artisan, chosen.artisan_id)
            ways.addWidget(ActionButton(Action(N_("Artisan"), "ph.identification-card", artisan), small=True))
        ways.addStretch(1)
        self.body.addLayout(ways)
        if chosen.is_withdrawn:
            return
        later = row()
        for each in (
            Action(N_("Withdraw…"), "ph.minus-circle", partial(withdraw, self._desk, chosen, self)),
            Action(N_("Duplicate…"), "ph.copy", partial(duplicate, self._desk, chosen, self)),
        ):
            later.addWidget(ActionButton(each, small=True))
        later.addStretch(1)
        self.body.addLayout(later)
        prints = Action(N_("Print again"), "ph.printer", self._prints(chosen))
        self.foot.addWidget(ActionButton(prints), 1)

    def _prints(self, chosen: Certificate) -> "partial[None]":
        return partial(self._desk.show_paper, PAPER, chosen.id, language=language_of([chosen]))


def _became(chosen: Certificate) -> list[tuple[str, str]]:
    if chosen.withdrawn_on:
        return [(_("Withdrawn on"), format_day(chosen.withdrawn_on)), (_("Reason"), apart(chosen.withdrawn_why))]
    day = format_day(chosen.duplicate_on) if chosen.duplicate_on else ""
    return [(_("Duplicate made on"), day), (_("Reason"), apart(chosen.duplicate_why))]


def _facts(content: Content) -> list[tuple[str, str]]:
    hours = content.hours or 0
    return [
        (_("Subject"), apart(content.subject)),
        (_("Days"), held_when(content)),
        (_("Hours"), ngettext("{count} hour", "{count} hours", hours).format(count=hours) if hours else ""),
        (_("Place"), apart(in_language(content.place_ar, content.place_fr))),
        (_("Partner"), apart(content.partner)),
        (_("Born"), birth_of(content)),
        (_("Issued on"), format_day(content.issued_on)),
        (_("Signed by"), apart(in_language(content.director_ar, content.director_fr))),
    ]
