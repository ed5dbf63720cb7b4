from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter

from craftdesk.base.numbers import without_marks
from craftdesk.pdf.blocks import LANDSCAPE, PageBreak, Paragraph
from craftdesk.pdf.document import Document
from craftdesk.ui.preview import PaperPreview


@pytest.fixture
def pdf():
    blocks = [Paragraph("الأولى"), PageBreak(), Paragraph("الثانية"), PageBreak(), Paragraph("الثالثة")]
    return Document("ورقة", "ar", blocks, page=LANDSCAPE).render()


@pytest.fixture
def preview(qtbot, pdf):
    made = PaperPreview(pdf, "ورقة")
    qtbot.addWidget(made)
    made.resize(900, 500)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_the_preview_counts_its_pages_and_keys_turn_them(preview, qtbot):
    assert without_marks(preview.count.text()).endswith("1 / 3")
    qtbot.keyClick(preview.view, Qt.Key.Key_PageDown)
    assert "2 / 3" in without_marks(preview.count.text())
    qtbot.keyClick(preview.view, Qt.Key.Key_End)
    assert "3 / 3" in without_marks(preview.count.text())
    qtbot.keyClick(preview.view, Qt.Key.Key_Home)
    assert "1 / 3" in without_marks(preview.count.text())


def test_zooming_stays_at_the_page_and_fitting_undoes_it(preview, qtbot):
    preview.view.go_to(1)
    fitted = preview.view.zoom
    preview.view.zoom_by(1.5)
    assert preview.view.zoom == pytest.approx(fitted * 1.5)
    assert preview.view.page == 1
    preview.view.fit_width()
    assert preview.view.zoom == pytest.approx(fitted)


def test_the_page_in_sight_is_drawn(preview):
    image = preview.view.grab().toImage()
    dark = [
        (x, y)
        for x in range(image.width() // 2, image.width())
        for y in range(image.height() // 2)
        if image.pixelColor(x, y).lightness() < 110
    ]
    assert len(dark) > 20


def test_printing_gives_each_page_its_own_sheet(preview, qtbot, tmp_path):
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "printed.pdf"))
    with qtbot.waitSignal(preview.told):
        preview.print_to(printer)
    printed = pypdfium2.PdfDocument(tmp_path / "printed.pdf")
    assert [printed.get_page_size(page) for page in range(len(printed))] == [
        pytest.approx((842, 595), abs=1) for _page in range(3)
    ]


def test_a_file_that_cannot_be_written_is_told_and_the_old_one_stays(preview, qtbot, tmp_path):
    with qtbot.waitSignal(preview.failed):
        preview.save(tmp_path / "missing" / "paper.pdf")
    path = tmp_path / "paper.pdf"
    path.write_text("old")
    with qtbot.waitSignal(preview.told):
        preview.save(path)
    assert path.read_bytes().startswith(b"%PDF")
    assert list(Path(tmp_path).glob("*.part")) == []


def test_an_empty_preview_has_nothing_to_print(qtbot):
    made = PaperPreview()
    qtbot.addWidget(made)
    assert made.pages == 0
    assert not made.is_full()
