"""The form of a participant who is not of the roster."""

from collections.abc import Callable

from craftdesk.base.errors import UserError
from craftdesk.base.i18n import N_, _
from craftdesk.data.model import fields_of
from craftdesk.desk.desk import Desk
from craftdesk.features.training.models import Participant
from craftdesk.features.training.writes import people
from craftdesk.ui.cards import Card
from craftdesk.ui.form import Form, FormSection, SaveBar

SECTIONS = (
    FormSection(N_("From outside the roster"), ("own_name_ar", "own_name_la", "own_sex", "own_phone"), 2),
    FormSection(N_("Body"), ("function_ar", "function_fr", "body_ar", "body_fr"), 2),
    FormSection(N_("Birth, for the certificate"), ("own_birth_date", "own_birth_place"), 2),
)


class OutsiderForm(Card):
    """After saving, the form is empty again for the next one; Esc goes back to the list."""

    def __init__(self, desk: Desk, key: str, left: Callable[[], object]) -> None:
        super().__init__()
        self._desk = desk
        self._key = key
        self._left = left
        self._person: Participant | None = None
        self.form = Form(fields_of(Participant), SECTIONS)
        self.form.saved.connect(self._save)
        self.form.cancelled.connect(left)
        self.body.addWidget(self.form, 1)
        self.foot.addWidget(SaveBar(self.form, "", _("Back to the list")), 1)

    def start(self, person: Participant | None = None) -> None:
        self._person = person
        names = [name for section in SECTIONS for name in section.names]
        self.form.set_values({name: getattr(person, name) for name in names} if person else {})
        self.form.focus_first()

    def _save(self) -> None:
        values = self.form.values()
        try:
            if self._person is None:
                self._desk.write(people.enrol_outsider, self._key, values)
            else:
                self._desk.write(people.edit_participant, self._person.id, values)
        except UserError as error:
            self.form.show_error(error)
            return
        if self._person is None:
            self.start()
        else:
            self._left()
