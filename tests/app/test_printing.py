import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from sqlalchemy import select

from craftdesk.app.paper_window import PaperWindow
from craftdesk.app.printing import Printed, printing_of
from craftdesk.base.i18n import _
from craftdesk.base.numbers import without_marks
from craftdesk.features.certificates.models import Certificate
from craftdesk.features.roster.models import Artisan
from craftdesk.features.roster.writes import save_artisan
from craftdesk.ui.messages import MessageBar
from craftdesk.ui.printing import engine as print_engine
from craftdesk.ui.printing import last_job
from craftdesk.ui.printing.job import Job
from craftdesk.ui.printing.panel import PrintPanel
from tests.screens import CONTROL, SHIFT, buttons, told

LONG = 60_000
"""Milliseconds that a printed page may take while other tests run beside it."""


def keys_of(desk, model, number: int) -> list[str]:
    return desk.read(lambda session: list(session.scalars(select(model.id).order_by(model.id).limit(number))))


def shown_paper(window, qtbot, name: str, *keys: str) -> PaperWindow:
    window.desk.show_paper(name, *keys)
    paper = window.findChildren(PaperWindow)[-1]
    qtbot.waitUntil(lambda: paper.preview.pages > 0, timeout=LONG)
    QApplication.processEvents()
    qtbot.waitUntil(paper.preview.is_settled)
    return paper


def said(widget) -> str:
    bar = widget.findChild(MessageBar)
    return without_marks(" ".join(label.text() for label in bar.findChildren(QLabel))) if bar.isVisible() else ""


@pytest.fixture(autouse=True)
def _quickly(monkeypatch) -> None:
    """What is printed here is counted, not looked at."""
    monkeypatch.setattr(print_engine, "SHARP", 100)


@pytest.fixture
def window(opened, demo_office):
    return opened(demo_office)


@pytest.fixture
def panel(qtbot, tmp_path):
    def ask(job: Job, sizes=((595, 842),) * 8, known=("HP LaserJet", "Canon")) -> PrintPanel:
        made = PrintPanel(job, sizes, None, known)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(made)
        made.show()
        return made

    return ask


def test_a_paper_is_printed_by_the_keyboard_alone(window, qtbot, tmp_path):
    paper = shown_paper(window, qtbot, "certificate", *keys_of(window.desk, Certificate, 1))
    file = tmp_path / "printed.pdf"
    asked = paper.printing.ask(Printed(paper.preview.pdf, "شهادة"), paper)
    asked.close()
    wished = PrintPanel(Job("شهادة", file=str(file)), [(842, 595)], paper, ["HP"])
    wished.wished.connect(lambda job: paper.printing.send(paper.preview.pdf, job))
    wished.show()
    qtbot.keyClick(wished.form.input("copies").line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: last_job.kept() is not None, timeout=LONG)
    assert file.exists()
    kept = last_job.kept()
    assert kept == (paper.preview.pdf, Job("شهادة", "HP", file=str(file)))


def test_the_panel_begins_with_what_was_chosen_last_time(window, qtbot):
    last_job.keep(b"%PDF", Job("قديمة", "HP", 4, "2", two_sided=True, grey=True))
    paper = shown_paper(window, qtbot, "certificate", *keys_of(window.desk, Certificate, 1))
    asked = paper.printing.ask(Printed(paper.preview.pdf, "شهادة"), paper)
    assert asked.job == Job("شهادة", "HP", 1, "", two_sided=True, grey=True)
    asked.close()


def test_the_panel_says_at_the_field_what_cannot_be(panel, qtbot):
    made = panel(Job("ورقة"))
    wishes: list[Job] = []
    made.wished.connect(wishes.append)
    for name, text in (("pages", "9-12"), ("copies", "0"), ("right", "60")):
        made.form.input(name).set_text(text)
        made.send()
        assert made.form.row(name).message()
        made.form.input(name).set_text("1")
    made.send()
    assert wishes == [Job("ورقة", "HP LaserJet", 1, "1")]


def test_a_shift_typed_in_the_panel_is_kept_for_that_printer(panel):
    made = panel(Job("ورقة"))
    made.form.input("right").set_text("1,5")
    made.form.input("down").set_text("-2")
    made.send()
    again = panel(Job("ورقة"))
    assert (again.form.values()["right"], again.form.values()["down"]) == (1.5, -2)
    again.form.set_value("printer", "Canon")
    assert (again.form.values()["right"], again.form.values()["down"]) == (0, 0)
    lies = panel(Job("ورقة"), sizes=[(842, 595)])
    assert lies.form.values()["right"] == 0


def test_without_a_printer_the_panel_says_so_and_prints_nothing(panel, direction):
    made = panel(Job("ورقة"), known=())
    made.send()
    assert made.isVisible()
    assert not made.form.isVisible()
    assert [each.isEnabled() for each in buttons(made).values()].count(True) == 1


def test_the_test_page_comes_from_the_panel(panel, tmp_path):
    file = tmp_path / "test.pdf"
    made = panel(Job("ورقة", file=str(file)))
    made.print_test()
    assert len(pypdfium2.PdfDocument(file.read_bytes())) == 1
    gone = panel(Job("ورقة"))
    gone.print_test()
    assert "HP LaserJet" in without_marks(gone.note.text())


def test_a_printer_that_is_gone_is_told_and_nothing_is_kept(window, qtbot):
    paper = shown_paper(window, qtbot, "certificate", *keys_of(window.desk, Certificate, 1))
    paper.printing.send(paper.preview.pdf, Job("شهادة", "HP gone"))
    qtbot.waitUntil(lambda: "HP gone" in said(paper), timeout=LONG)
    assert last_job.kept() is None


def test_the_last_job_is_printed_again_after_the_record_changed(window, qtbot, tmp_path):
    key = keys_of(window.desk, Artisan, 1)[0]
    paper = shown_paper(window, qtbot, "artisan-sheet", key)
    pdf, file = paper.preview.pdf, tmp_path / "printed.pdf"
    paper.printing.send(pdf, Job("استمارة", "HP", 2, file=str(file)))
    qtbot.waitUntil(lambda: last_job.kept() is not None, timeout=LONG)
    first = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(file.read_bytes())]
    paper.close()
    window.desk.write(save_artisan, key, {"family_ar": "غيره"})
    file.unlink()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    with qtbot.waitSignal(printing_of(window.desk).told, timeout=LONG):
        qtbot.keyClick(window, Qt.Key.Key_P, CONTROL | SHIFT)
    again = pypdfium2.PdfDocument(file.read_bytes())
    assert len(again) == len(first)
    assert last_job.kept()[0] == pdf


def test_printing_keeps_no_paper_waiting_and_is_finished_before_the_program_ends(window, qtbot, tmp_path):
    keys = keys_of(window.desk, Certificate, 12)
    paper = shown_paper(window, qtbot, "certificate", *keys)
    paper.printing.send(paper.preview.pdf, Job("شهادات", "HP", file=str(tmp_path / "printed.pdf")))
    paper.speak("fr")
    arabic = paper.preview.pdf
    qtbot.waitUntil(lambda: paper.preview.pdf != arabic, timeout=LONG)
    paper.close()
    paper.printing.worker.finish()
    assert len(pypdfium2.PdfDocument((tmp_path / "printed.pdf").read_bytes())) == 12


def test_with_nothing_printed_the_key_says_so(window, qtbot):
    heard = told(window.desk)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_P, CONTROL | SHIFT)
    assert [each.tone for each in heard] == ["bad"]


def test_a_batch_is_sorted_by_commune_and_ends_in_a_list_to_be_signed(window, qtbot):
    keys = keys_of(window.desk, Certificate, 6)
    paper = shown_paper(window, qtbot, "certificate", *keys)
    assert paper.preview.pages == 6
    paper.options.form.set_value("order", "commune")
    paper.options.form.set_value("signing", True)
    qtbot.waitUntil(lambda: paper.preview.pages == 7, timeout=LONG)
    assert paper.preview.view.file.sizes[6][0] < paper.preview.view.file.sizes[6][1]


def test_one_paper_alone_asks_for_no_order(window, qtbot):
    paper = shown_paper(window, qtbot, "certificate", *keys_of(window.desk, Certificate, 1))
    assert paper.options is None or "order" not in paper.options.values()


def test_what_was_printed_last_is_forgotten_in_the_settings(window, qtbot):
    last_job.keep(b"%PDF", Job("شهادة تكوين", "HP"))
    window.open_page("settings", "machine")
    assert "شهادة تكوين" in without_marks(" ".join(label.text() for label in window.findChildren(QLabel)))
    page = window.opened("settings")
    card = next(each for each in page.findChildren(object) if type(each).__name__ == "PrintingCard")
    card.forget()
    assert last_job.kept() is None
    assert not any(each.isEnabled() for each in buttons(card).values())


def test_a_certificate_is_shown_in_both_languages_side_by_side(window, qtbot):
    key, *_rest = keys_of(window.desk, Certificate, 1)
    paper = shown_paper(window, qtbot, "certificate", key)
    before = paper.preview.pdf
    titles = {each.text(): each for each in paper.findChildren(QPushButton)}
    titles[_("Both languages")].click()
    qtbot.waitUntil(lambda: paper.preview.pdf != before, timeout=LONG)
    paper.close()
