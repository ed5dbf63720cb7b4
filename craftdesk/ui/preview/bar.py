"""Over a paper: where one is in it, how large it is shown, and what can be done with it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from craftdesk.base.fields import Script
from craftdesk.base.i18n import N_, _
from craftdesk.base.numbers import format_percent, isolate, latin_digits
from craftdesk.ui.actions import Action, ActionButton, bind
from craftdesk.ui.cards import row
from craftdesk.ui.direction import code
from craftdesk.ui.inputs import EntryLine
from craftdesk.ui.labels import Label, Line
from craftdesk.ui.preview.pages_view import STEP, PagesView
from craftdesk.ui.theme import px


class PageField(QWidget):
    """ "Page 3 of 12", the number to be typed."""

    left = Signal()

    def __init__(self, view: PagesView) -> None:
        super().__init__()
        self._view = view
        self.line = EntryLine(Script.DIGITS)
        self.line.setFixedWidth(px(52))
        self.line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.line.setAccessibleName(_("Page"))
        self.line.setToolTip(_("Go to page"))
        self.of = Label("", "muted")
        self.setLayout(row(Label(_("Page"), "muted"), self.line, self.of, spacing=6))
        self.setFocusProxy(self.line)
        self.line.returnPressed.connect(self._go)
        self.line.left.connect(self.show_page)
        view.turned.connect(self.show_page)

    def show_page(self) -> None:
        if not self.line.hasFocus() or not self.line.isModified():
            self.line.setText(str(self._view.page + 1) if self._view.pages else "")
        self.of.setText(_("of {count}").format(count=isolate(str(self._view.pages))))

    def _go(self) -> None:
        typed = latin_digits(self.line.text()).strip()
        if typed.isdecimal():
            self._view.go_to(max(0, min(int(typed), self._view.pages) - 1))
        self.line.setModified(False)
        self.left.emit()
        self.show_page()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.line.setModified(False)
            self.left.emit()
            self.show_page()
        else:
            super().keyPressEvent(event)


class PreviewBar(QWidget):
    """The signs of zooming speak by their tooltips; what is done with the paper is written out."""

    def __init__(self, view: PagesView, looking: Sequence[Action], doing: Sequence[Action]) -> None:
        super().__init__()
        self._view = view
        self.page = PageField(view)
        self.page.left.connect(view.setFocus)
        self.zoom = Label("", "muted")
        self.zoom.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.zoom.setMinimumWidth(px(46))
        line = row(*map(ActionButton, looking[:1]), self.page, Line(upright=True))
        out, into, *others = self._zooms()
        for widget in (ActionButton(out), self.zoom, ActionButton(into), *map(ActionButton, others)):
            line.addWidget(widget)
        line.addWidget(Line(upright=True))
        for action in looking[1:]:
            line.addWidget(ActionButton(action))
        line.addStretch(1)
        for action in doing:
            line.addWidget(ActionButton(action))
        self.setLayout(line)
        view.zoomed.connect(self._say_zoom)
        self.bound = [*looking, *doing, *self._zooms(), Action("", "", self._zooms()[1].run, "Ctrl+=")]
        self.bound.append(Action("", "", self._type_page, "Ctrl+G"))

    def _zooms(self) -> list[Action]:
        view = self._view
        return [
            Action("", "ph.magnifying-glass-minus", lambda: view.zoom_by(1 / STEP), "Ctrl+-", tip=N_("Smaller")),
            Action("", "ph.magnifying-glass-plus", lambda: view.zoom_by(STEP), "Ctrl++", tip=N_("Larger")),
            Action("", "ph.frame-corners", view.fit_page, "Ctrl+0", tip=N_("Whole page")),
            Action("", "ph.arrows-out-line-horizontal", view.fit_width, "Ctrl+2", tip=N_("Whole width")),
            Action(code("1:1"), "", lambda: view.zoom_to(1.0), "Ctrl+1", tip=N_("As large as on paper")),
        ]

    def bind_to(self, pages: QWidget, window: QWidget) -> None:
        """Let the keys work anywhere inside `window`; what a form there takes for itself (saving), on the pages."""
        own = [each for each in self.bound if each.shortcut == "Ctrl+S"]
        bind(pages, own)
        bind(window, [each for each in self.bound if each not in own])

    def _type_page(self) -> None:
        self.page.line.setFocus()
        self.page.line.selectAll()

    def _say_zoom(self) -> None:
        self.zoom.setText(format_percent(self._view.zoom))
