"""Asks how a paper is to be printed: in the program's language, by keyboard, with what was chosen last time."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QMarginsF, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from craftdesk.base.errors import UserError
from craftdesk.base.fields import Field, Kind, Script
from craftdesk.base.i18n import N_, _, ngettext
from craftdesk.base.numbers import format_number
from craftdesk.ui.actions import Action, ActionButton, bind, refresh
from craftdesk.ui.cards import row
from craftdesk.ui.direction import apart, margins
from craftdesk.ui.form import TRAILING, Form, FormSection
from craftdesk.ui.inputs import Input
from craftdesk.ui.labels import CutLabel, Label
from craftdesk.ui.messages import Mood, Notice
from craftdesk.ui.picking import ChoiceField
from craftdesk.ui.preview.file import A4
from craftdesk.ui.printing import printers
from craftdesk.ui.printing.job import MOST_COPIES, Job, pages_of
from craftdesk.ui.printing.margins import is_cut, reach
from craftdesk.ui.printing.printers import MOST_SHIFT, Shift
from craftdesk.ui.printing.proof_sheet import print_test_sheet
from craftdesk.ui.theme import px

COLOURS = {"colour": N_("In colour"), "grey": N_("Black and white")}
SIDES = {"one": N_("On one side"), "two": N_("On both sides")}


class PrintPanel(QDialog):
    """Enter prints, Esc leaves. `wished` tells the Job; the shift is kept for the printer and the pages' direction."""

    wished = Signal(object)

    def __init__(
        self, job: Job, sizes: Sequence[tuple[float, float]], parent: QWidget | None, known: Sequence[str] | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Print"))
        self.job = job
        self._count = len(sizes)
        self._lies = bool(sizes) and sizes[0][0] > sizes[0][1]
        self._size = sizes[0] if sizes else A4
        self._white: QMarginsF | None = None
        self._known = printers.names() if known is None else list(known)
        self.form = self._made_form()
        self.note = Label("", "problem", wrap=True)
        self.edges = Label("", "warning", wrap=True)
        self._print = Action(N_("Print"), "ph.printer", self.send, "Ctrl+P", self._has_printer, primary=True)
        self._test = Action(N_("Test page"), "ph.ruler", self.print_test, "", self._has_printer)
        self._lay_out()
        self._show(job)
        bind(self, [self._print])
        self.form.row("copies").setFocus()

    def _made_form(self) -> Form:
        inputs: dict[str, Input] = {"printer": ChoiceField({name: name for name in self._known})}
        whole = FormSection("", ("printer", "copies", "pages", "sides", "colours"), wide=("printer",))
        form = Form(
            self._fields(), [whole, FormSection(N_("Place on the sheet"), ("right", "down"))], inputs, scrolls=False
        )
        form.changed.connect(self._follow)
        form.saved.connect(self.send)
        form.cancelled.connect(self.reject)
        return form

    def _fields(self) -> dict[str, Field]:
        return {
            "printer": Field(N_("Printer"), kind=Kind.CHOICE, required=True),
            "copies": Field(N_("Copies"), Script.DIGITS, Kind.NUMBER, _check_copies, required=True),
            "pages": Field(N_("Pages"), Script.DIGITS, check=self._check_pages, hint=N_("All, or for example 1-3, 7")),
            "sides": Field(N_("Sides"), kind=Kind.CHOICE, choices=SIDES, required=True),
            "colours": Field(N_("Colours"), kind=Kind.CHOICE, choices=COLOURS, required=True),
            "right": Field(N_("Shift to the right, in millimetres"), Script.DIGITS, Kind.NUMBER, _check_shift),
            "down": Field(N_("Shift downwards, in millimetres"), Script.DIGITS, Kind.NUMBER, _check_shift),
        }

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        # The form keeps room for a scroll bar at its trailing side.
        margins(outer, px(24), px(20), px(24 - TRAILING), px(20))
        outer.setSpacing(px(14))
        pages = ngettext("{count} page", "{count} pages", self._count).format(count=format_number(self._count))
        outer.addLayout(row(Label(_("Print"), "title")))
        outer.addWidget(CutLabel(f"{apart(self.job.title)} · {pages}", "muted"))
        if not self._known:
            words = _("No printer is set up on this computer. Save the paper as a file and print it elsewhere.")
            line = row(Notice(words, Mood.WARN))
            margins(line, 0, 0, px(TRAILING), 0)
            outer.addLayout(line)
            self.form.hide()
        outer.addWidget(self.form)
        hint = Label(_("For pages that come out beside their place: the test page shows how far."), "hint", wrap=True)
        hint.setVisible(bool(self._known))
        outer.addWidget(hint)
        outer.addWidget(self.edges)
        outer.addWidget(self.note)
        self.note.hide()
        foot = row(ActionButton(self._test))
        margins(foot, 0, 0, px(TRAILING), 0)
        foot.addStretch(1)
        foot.addWidget(ActionButton(Action(N_("Cancel"), "", self.reject)))
        foot.addWidget(ActionButton(self._print))
        outer.addLayout(foot)
        self.setMinimumWidth(px(560))

    def _show(self, job: Job) -> None:
        printer = job.printer if job.printer in self._known else next(iter(self._known), None)
        chosen = {"sides": "two" if job.two_sided else "one", "colours": "grey" if job.grey else "colour"}
        self.form.set_values({"printer": printer, "copies": job.copies, "pages": job.pages, **chosen})
        self._show_printer(printer or "")

    def _show_printer(self, name: str) -> None:
        """What this printer can, and how far its pages are moved."""
        moved = printers.shift(name, self._lies)
        for side, value in (("right", moved.right), ("down", moved.down)):
            self.form.input(side).set_value(value)
        for field, able, only in (
            ("sides", printers.prints_both_sides(name), "one"),
            ("colours", printers.has_colour(name), "grey"),
        ):
            self.form.row(field).setEnabled(able)
            if not able:
                self.form.input(field).set_value(only)
        self._warn_of_edges(name)
        refresh(self)

    def show_white(self, white: QMarginsF) -> None:
        """Warn where the edges of the page that are white are narrower than what the printer leaves white."""
        self._white = white
        self._warn_of_edges(self.form.values()["printer"] or "")

    def _warn_of_edges(self, name: str) -> None:
        least = reach(name, self._size)
        self.edges.setVisible(self._white is not None and is_cut(self._white, least))
        widest = max(least.left(), least.top(), least.right(), least.bottom())
        told = _("This printer leaves {edge} mm at the edges white: what stands there on the page will be missing.")
        self.edges.setText(told.format(edge=format_number(widest, 1)))

    def _follow(self, name: str) -> None:
        self.note.hide()
        if name == "printer" and (chosen := self.form.values()["printer"]):
            self._show_printer(chosen)

    def _has_printer(self) -> bool:
        return bool(self._known)

    def _check_pages(self, typed: str) -> str | None:
        try:
            pages_of(typed, self._count)
        except ValueError as error:
            return str(error)
        return None

    def _keep_shift(self) -> None:
        values = self.form.values()
        wanted = Shift(float(values["right"] or 0), float(values["down"] or 0))
        printers.set_shift(values["printer"], self._lies, wanted)

    def send(self) -> None:
        """Tell the job, where everything is right."""
        if not self._has_printer() or not self.form.check():
            return
        self._keep_shift()
        values: dict[str, Any] = self.form.values()
        two_sided, grey = values["sides"] == "two", values["colours"] == "grey"
        job = Job(
            self.job.title,
            values["printer"],
            int(values["copies"]),
            values["pages"] or "",
            two_sided,
            grey,
            self.job.file,
        )
        self.accept()
        self.wished.emit(job)

    def print_test(self) -> None:
        """Print the test page with the shift that stands there."""
        if not self.form.check():
            return
        self._keep_shift()
        try:
            print_test_sheet(self.form.values()["printer"], self._lies, self.job.file)
        except UserError as error:
            self.note.setText(str(error))
            self.note.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.send()
        else:
            super().keyPressEvent(event)


def _check_copies(copies: Any) -> str | None:
    if isinstance(copies, int) and 1 <= copies <= MOST_COPIES:
        return None
    return _("The number of copies goes from 1 to {most}.").format(most=MOST_COPIES)


def _check_shift(away: Any) -> str | None:
    if abs(away) <= MOST_SHIFT:
        return None
    return _("More than {most} mm is no correction: check the paper in the tray.").format(most=MOST_SHIFT)
