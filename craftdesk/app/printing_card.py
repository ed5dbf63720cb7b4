"""What was printed last, to be printed again or forgotten."""

from craftdesk.app.printing import printing_of
from craftdesk.base.i18n import N_, _
from craftdesk.base.numbers import apart
from craftdesk.desk.desk import Desk
from craftdesk.ui.actions import Action, ActionButton, refresh
from craftdesk.ui.cards import Card, row
from craftdesk.ui.labels import Label
from craftdesk.ui.printing import last_job


class PrintingCard(Card):
    """On the settings of this machine: the file lies here and nowhere else."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(_("Printed last"))
        self._printing = printing_of(desk)
        self.words = Label("", "", wrap=True)
        self.add(self.words)
        self.body.addWidget(
            Label(_("It is kept on this computer for seven days, to be printed again."), "muted", wrap=True)
        )
        again = Action(N_("Print again"), "ph.printer", self._printing.again, "", self._is_kept)
        forget = Action(N_("Forget"), "ph.trash", self.forget, "", self._is_kept)
        buttons = row(ActionButton(again), ActionButton(forget))
        buttons.addStretch(1)
        self.body.addLayout(buttons)
        self._printing.told.connect(self.show_last)
        self.show_last()

    def show_last(self) -> None:
        kept = last_job.kept()
        words = _("{title}, on the printer {printer}")
        self.words.setText(
            words.format(title=apart(kept[1].title), printer=apart(kept[1].printer)) if kept else _("Nothing yet")
        )
        refresh(self)

    def forget(self) -> None:
        last_job.forget()
        self.show_last()

    def _is_kept(self) -> bool:
        return last_job.kept() is not None
