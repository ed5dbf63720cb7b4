"""Printing from anywhere in the program: asked how, done beside the screens, and once more the same."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from craftdesk.base.errors import UserError
from craftdesk.base.i18n import _, ngettext
from craftdesk.base.numbers import apart, format_number
from craftdesk.desk.desk import Desk
from craftdesk.ui.preview.file import PaperFile
from craftdesk.ui.printing import last_job
from craftdesk.ui.printing.engine import print_file
from craftdesk.ui.printing.job import Job
from craftdesk.ui.printing.margins import left_white
from craftdesk.ui.printing.panel import PrintPanel
from craftdesk.ui.tasks import Worker


@dataclass(frozen=True)
class Printed:
    """What is printed: the pages, and what they are called."""

    pdf: bytes
    title: str


class Printing(QObject):
    """Goes on when windows are closed, and is waited for when the program ends.

    `told` and `failed` say in a sentence what came of it: to the window that is in front, or else to everybody.
    """

    told = Signal(str)
    failed = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        # A thread of its own: hundreds of pages on their way to a printer keep no other paper waiting.
        self.worker = Worker(self)
        if (program := QApplication.instance()) is not None:
            program.aboutToQuit.connect(self.worker.finish)
        self.told.connect(self._tell)
        self.failed.connect(partial(self._tell, tone="bad"))

    def ask(self, paper: Printed, window: QWidget) -> PrintPanel:
        """Ask how to print a paper, beginning with what was chosen last time."""
        last = last_job.kept()
        job = last[1].titled(paper.title) if last else Job(paper.title)
        file = PaperFile(paper.pdf)
        panel = PrintPanel(job, file.sizes, window)
        panel.show_white(left_white(file, 0))
        file.close()
        panel.wished.connect(partial(self.send, paper.pdf))
        panel.open()
        return panel

    def send(self, pdf: bytes, job: Job) -> None:
        """Print beside the screens, and keep it to be printed again."""
        self.worker.start(
            lambda progress: print_file(pdf, job, progress),
            lambda _nothing: self._done(pdf, job),
            self._fail,
            title=_("Printing: {title}").format(title=apart(job.title)),
        )

    def again(self) -> None:
        """The last job once more: the same pages with the same options, whatever became of the records."""
        last = last_job.kept()
        if last is None:
            self.failed.emit(_("Nothing was printed in the last seven days."))
        else:
            self.send(*last)

    def _tell(self, words: str, tone: str = "good") -> None:
        if QApplication.activeModalWidget() is None:
            self._desk.tell(words, tone)

    def _done(self, pdf: bytes, job: Job) -> None:
        last_job.keep(pdf, job)
        copies = ngettext("{count} copy", "{count} copies", job.copies).format(count=format_number(job.copies))
        words = _("Sent to the printer {printer}: {title}").format(
            printer=apart(job.printer or job.file), title=apart(job.title)
        )
        self.told.emit(f"{words} · {copies}" if job.copies > 1 else words)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self.failed.emit(str(error))


def printing_of(desk: Desk) -> Printing:
    """The one that prints for a desk: what it prints goes on when the window that asked for it is closed."""
    return desk.findChild(Printing) or Printing(desk)
