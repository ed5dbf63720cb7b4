import os
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDesktopServices, QGuiApplication, QWheelEvent
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from craftdesk.base.i18n import _
from craftdesk.base.numbers import isolate, without_marks
from craftdesk.pdf.blocks import LANDSCAPE, PORTRAIT, PageBreak, Paragraph
from craftdesk.pdf.document import Document
from craftdesk.ui.preview import saving as paper_saving
from craftdesk.ui.preview.pages_view import Fit
from craftdesk.ui.preview.preview import PaperPreview

WORDS = ("الأولى", "الثانية", "الثالثة")


def paper(words=WORDS, page=LANDSCAPE, language="ar") -> bytes:
    blocks = []
    for word in words:
        blocks += [Paragraph(word), PageBreak()]
    return Document("ورقة", language, blocks[:-1], page=page).render()


@pytest.fixture
def shown(qtbot):
    def show(pdf: bytes, width: int = 900, height: int = 500) -> PaperPreview:
        made = PaperPreview()
        qtbot.addWidget(made)
        made.resize(width, height)
        made.show()
        qtbot.waitExposed(made)
        made.show_paper(pdf, "ورقة")
        QApplication.processEvents()
        qtbot.waitUntil(made.is_settled)
        return made

    return show


@pytest.fixture
def preview(shown):
    return shown(paper())


def where(preview) -> str:
    field = preview.bar.page
    return f"{field.line.text()} / {''.join(filter(str.isdigit, without_marks(field.of.text())))}"


def turn_wheel(widget, steps: int, held=Qt.KeyboardModifier.NoModifier) -> None:
    middle = QPointF(widget.viewport().rect().center())
    turned = QWheelEvent(
        middle,
        middle,
        QPoint(),
        QPoint(0, 120 * steps),
        Qt.MouseButton.NoButton,
        held,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget.viewport(), turned)


def darkest(widget) -> int:
    image = widget.grab().toImage()
    points = ((x, y) for x in range(image.width() // 2, image.width()) for y in range(image.height() // 2))
    return sum(image.pixelColor(x, y).lightness() < 110 for x, y in points)


def test_keys_turn_the_pages_and_the_field_says_where_one_is(preview, qtbot):
    assert where(preview) == "1 / 3"
    for key, told in (
        (Qt.Key.Key_PageDown, "2 / 3"),
        (Qt.Key.Key_End, "3 / 3"),
        (Qt.Key.Key_PageUp, "2 / 3"),
        (Qt.Key.Key_Home, "1 / 3"),
    ):
        qtbot.keyClick(preview.view, key)
        assert where(preview) == told


def test_a_typed_page_number_goes_there_in_either_digits(preview, qtbot):
    line = preview.bar.page.line
    line.setText("3")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert preview.view.page == 2
    line.setText("٢")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert preview.view.page == 1
    line.setText("99")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert where(preview) == "3 / 3"


def test_a_lying_page_is_seen_wholly_and_an_upright_one_in_its_width(shown):
    lies = shown(paper(page=LANDSCAPE))
    assert lies.view.viewport().rect().contains(lies.view.place(0))
    upright = shown(paper(page=PORTRAIT))
    assert upright.view.place(0).height() > upright.view.viewport().height()
    assert upright.view.place(0).width() <= upright.view.viewport().width()
    upright.view.fit_page()
    assert upright.view.viewport().rect().contains(upright.view.place(0))


def test_zooming_stays_at_the_page_and_fitting_undoes_it(preview):
    preview.view.go_to(1)
    fitted = preview.view.zoom
    preview.view.zoom_by(1.5)
    assert preview.view.zoom == pytest.approx(fitted * 1.5)
    assert preview.view.page == 1
    preview.view.fit_page()
    assert preview.view.zoom == pytest.approx(fitted)
    preview.view.zoom_to(1.0)
    assert preview.view.place(1).width() == pytest.approx(842 * 96 / 72, abs=1)
    preview.view.zoom_to(99)
    assert preview.view.zoom == 5


def test_the_wheel_with_control_zooms_at_the_mouse(preview):
    middle = preview.view.viewport().rect().center()
    before = preview.view.on_page(middle)
    turn_wheel(preview.view, 1, Qt.KeyboardModifier.ControlModifier)
    after = preview.view.on_page(middle)
    assert after[0] == before[0]
    assert after[1].toTuple() == pytest.approx(before[1].toTuple(), abs=2)
    assert preview.view.fit is Fit.USUAL


def test_the_wheel_alone_glides_down(preview, qtbot):
    turn_wheel(preview.view, -2)
    qtbot.waitUntil(lambda: preview.view.verticalScrollBar().value() == 240)


def test_the_page_in_sight_is_drawn(shown):
    assert darkest(shown(paper(page=PORTRAIT)).view) > 20


def test_a_zoomed_page_is_drawn_in_parts_and_little_is_kept(shown, qtbot):
    made = shown(paper(), 1000, 700)
    made.view.zoom_to(5.0)
    QApplication.processEvents()
    qtbot.waitUntil(made.is_settled)
    assert made.view.size_of(0).width() > 5000
    assert made.view._pictures.bytes <= 40 * 1024 * 1024


def test_eight_hundred_pages_open_at_once_and_only_those_in_sight_are_drawn(shown, qtbot):
    made = shown(paper([f"صفحة {number}" for number in range(800)]))
    assert made.pages == 800
    assert len(made.view._pictures._kept) <= 4
    qtbot.keyClick(made.view, Qt.Key.Key_End)
    QApplication.processEvents()
    qtbot.waitUntil(made.is_settled)
    assert where(made) == "800 / 800"
    for page in range(0, 800, 40):
        made.view.go_to(page)
        QApplication.processEvents()
    assert made.view._pictures.bytes <= 40 * 1024 * 1024


def test_small_pages_stand_beside_several_and_go_where_they_are_clicked(preview, shown, qtbot):
    assert preview.thumbnails.isVisible()
    place = preview.thumbnails.place(1).center()
    qtbot.mouseClick(preview.thumbnails.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert preview.view.page == 1
    preview.switch_thumbnails()
    assert not preview.thumbnails.isVisible()
    assert not shown(paper()).thumbnails.isVisible()
    preview.switch_thumbnails()
    assert not shown(paper(["واحدة"])).thumbnails.isVisible()


def test_a_paper_made_anew_stays_where_it_was_read(preview, qtbot):
    preview.view.zoom_by(1.5)
    preview.view.go_to(2)
    down = preview.view.verticalScrollBar().value()
    zoom = preview.view.zoom
    preview.show_paper(paper(("الأولى", "غيرها", "الثالثة")), "ورقة", stay=True)
    assert (preview.view.page, preview.view.zoom, preview.view.verticalScrollBar().value()) == (2, zoom, down)
    preview.show_paper(paper(), "ورقة")
    assert preview.view.page == 0


def test_a_text_is_found_in_any_spelling_and_f3_goes_round(shown, qtbot):
    made = shown(paper(("الإمضاءُ الأول", "بطاقة", "الامضاء الثانى، امضاء")))
    qtbot.keyClick(made, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    made.find_bar.line.setText("إمضاء")
    qtbot.waitUntil(lambda: len(made.search.hits) == 3)
    qtbot.waitUntil(lambda: re.findall(r"\d+", made.find_bar.count.text()) == ["1", "3"])
    assert [hit.page for hit in made.search.hits] == [0, 2, 2]
    qtbot.keyClick(made.find_bar.line, Qt.Key.Key_F3)
    assert made.search.now == 1
    assert 2 in made.view.in_sight()
    qtbot.keyClick(made.find_bar.line, Qt.Key.Key_Return)
    qtbot.keyClick(made.find_bar.line, Qt.Key.Key_F3)
    assert (made.search.now, made.view.page) == (0, 0)
    qtbot.keyClick(made.find_bar.line, Qt.Key.Key_F3, Qt.KeyboardModifier.ShiftModifier)
    assert made.search.now == 2
    qtbot.keyClick(made.find_bar.line, Qt.Key.Key_Escape)
    assert made.search.hits == []
    assert not made.find_bar.isVisible()


def test_what_is_found_is_marked_where_it_stands(shown, qtbot):
    made = shown(paper(("السطر الأول", "بطاقة")))
    made.find_text()
    made.find_bar.line.setText("الأول")
    qtbot.waitUntil(lambda: len(made.search.hits) == 1)
    [line] = made.search.hits[0].lines
    place = made.view.on_screen(0, line)
    image = made.view.viewport().grab().toImage()
    inside = [image.pixelColor(x, round(place.center().y())) for x in range(round(place.left()), round(place.right()))]
    assert sum(colour.blue() < 150 and colour.red() > 200 for colour in inside) > len(inside) / 3
    assert place.right() > made.view.place(0).center().x(), "an Arabic line begins at the right"


def test_what_is_not_there_is_said(preview, qtbot):
    preview.find_text()
    preview.find_bar.line.setText("لا شيء من هذا")
    qtbot.waitUntil(lambda: preview.find_bar.count.text() == _("Not found"))
    assert preview.search.hits == []


def test_what_the_mouse_chooses_is_copied(shown, qtbot):
    made = shown(paper(("كلمة أولى وأخيرة",)))
    box = made.view.file.boxes(0)
    text = made.view.file.text(0)
    [(begin, end)] = text.find("اولي")
    points = [made.view.on_screen(0, box[place]).center().toPoint() for place in (begin, end - 1)]
    qtbot.mousePress(made.view.viewport(), Qt.MouseButton.LeftButton, pos=points[0])
    qtbot.mouseMove(made.view.viewport(), points[1])
    made.view.choice.go_on(*made.view.on_page(points[1]))
    qtbot.keyClick(made.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "أولى"


def test_a_file_that_cannot_be_written_is_told_and_the_old_one_stays(preview, qtbot, tmp_path):
    with qtbot.waitSignal(preview.failed) as heard:
        preview.save(tmp_path / "missing" / "paper.pdf")
    assert "missing" in heard.args[0]
    path = tmp_path / "paper.pdf"
    path.write_text("old")
    with qtbot.waitSignal(preview.told):
        preview.save(path)
    assert path.read_bytes().startswith(b"%PDF")
    assert list(Path(tmp_path).glob("*.part")) == []


def test_a_full_disk_leaves_the_old_file_and_nothing_half_written(preview, qtbot, tmp_path, monkeypatch):
    path = tmp_path / "paper.pdf"
    path.write_text("old")

    def full(_number: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with qtbot.waitSignal(preview.failed) as heard:
        preview.save(path)
    assert heard.args[0] == _(
        "The disk is full: {name} was not saved. Make room on it or choose another place."
    ).format(name=isolate("paper.pdf"))
    assert [each.name for each in tmp_path.iterdir()] == ["paper.pdf"]
    assert path.read_text() == "old"


def test_a_title_becomes_a_file_name_on_every_system():
    assert paper_saving.file_name('شهادة 2026/0012: "تكوين"') == "شهادة 2026 0012 تكوين.pdf"


def test_an_empty_preview_has_nothing_to_print(qtbot):
    made = PaperPreview()
    qtbot.addWidget(made)
    assert made.pages == 0
    assert not made.is_full()


def test_a_preview_that_is_closed_while_it_draws_leaves_nothing_behind(qapp):
    made = PaperPreview(paper([f"صفحة {number}" for number in range(60)]), "ورقة")
    made.show()
    file = made.view.file
    made.find_text()
    made.find_bar.line.setText("صفحة")
    made.find_bar.asked.emit("صفحة")
    made.close()
    QApplication.processEvents()
    delete(made)
    assert file._document is None


def test_a_copy_for_another_program_is_taken_away_after_a_day(preview, monkeypatch):
    opened = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(Path(url.toLocalFile())) or True)
    preview.open_outside()
    preview.open_outside()
    assert [path.name for path in opened] == ["ورقة.pdf", "ورقة.pdf"]
    assert all(path.read_bytes() == preview.pdf for path in opened)
    os.utime(opened[0].parent, (0, 0))
    preview.open_outside()
    assert [path.exists() for path in opened] == [False, True, True]


def test_without_a_program_for_papers_the_clerk_is_told(preview, monkeypatch, qtbot):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    with qtbot.waitSignal(preview.failed):
        preview.open_outside()
