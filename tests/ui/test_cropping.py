"""A photo is cut to the face by mouse and keyboard, in both directions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, QPoint, QRectF, Qt, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from craftdesk.ui.cropping import CropView
from craftdesk.ui.pictures import PHOTO, PhotoField, has_image, picture_of
from tests.screens import CONTROL, SHIFT, look, settle

K = Qt.Key


@pytest.fixture(params=["ar", "fr"], autouse=True)
def _direction(request, qapp):
    look(request.param)
    yield
    look("ar")


def picture(width=800, height=600) -> QImage:
    """White on the left half, red on the right one."""
    made = QImage(width, height, QImage.Format.Format_RGB32)
    made.fill(QColor("white"))
    painter = QPainter(made)
    painter.fillRect(width // 2, 0, width // 2, height, QColor("red"))
    painter.end()
    return made


@pytest.fixture
def field(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    made = PhotoField()
    QVBoxLayout(window).addWidget(made)
    window.resize(900, 700)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield made
    window.close()


@pytest.fixture
def view(field):
    field.take(picture())
    settle()
    return field.cropping.view


def kept(field) -> QImage:
    return QImage.fromData(field.value())


def test_the_frame_begins_high_in_the_middle_and_has_the_shape_of_a_photo(view):
    assert view.frame.width() / view.frame.height() == pytest.approx(PHOTO)
    assert view.frame.center().x() == pytest.approx(400)
    assert 0 < view.frame.top() < 600 - view.frame.bottom()


def test_arrows_move_the_frame_and_enter_takes_what_lies_in_it(field, view, qtbot):
    told = []
    field.changed.connect(lambda: told.append(True))
    assert field.value() is None
    for _time in range(20):
        qtbot.keyClick(view, K.Key_Right, SHIFT)
    qtbot.keyClick(view, K.Key_Return)
    assert told == [True]
    found = kept(field)
    assert found.width() / found.height() == pytest.approx(PHOTO, abs=0.01)
    assert QColor(found.pixel(found.width() // 2, 20)).green() < 60
    assert field.cropping is None


def test_escape_takes_nothing(field, view, qtbot):
    qtbot.keyClick(view, K.Key_Escape)
    assert field.value() is None


def test_keys_and_wheel_size_the_frame_around_its_middle(view, qtbot):
    before = QRectF(view.frame)
    for _time in range(6):
        qtbot.keyClick(view, K.Key_Minus)
    assert view.frame.width() < before.width()
    assert view.frame.center().x() == pytest.approx(before.center().x())
    for _time in range(50):
        qtbot.keyClick(view, K.Key_Plus)
    assert view.frame.height() == pytest.approx(600)


def test_the_mouse_moves_the_frame_and_sizes_it_at_a_corner(view, qtbot):
    qtbot.keyClick(view, K.Key_PageDown)
    before = QRectF(view.frame)
    middle = view._on_screen().center().toPoint()
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=middle)
    qtbot.mouseMove(view, middle + QPoint(40, 0))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton)
    assert view.frame.left() > before.left()
    assert view.frame.width() == pytest.approx(before.width())
    corner = view._on_screen().topLeft().toPoint()
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=corner)
    qtbot.mouseMove(view, corner + QPoint(50, 50))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton)
    assert view.frame.width() < before.width()


def test_a_picture_that_lies_on_its_side_is_turned(view, qtbot):
    qtbot.keyClick(view, K.Key_R)
    assert (view.image.width(), view.image.height()) == (600, 800)


def test_what_has_the_shape_already_is_taken_at_once_and_can_be_cut_again(field, qtbot):
    field.take(picture(350, 450))
    assert field.cropping is None
    assert kept(field).size().width() == 350
    field.crop()
    assert field.cropping is not None
    qtbot.keyClick(field.cropping.view, K.Key_Return)
    assert kept(field).width() < 350


def test_a_pasted_picture_and_a_file_are_cut_as_well(field, qtbot, tmp_path):
    QGuiApplication.clipboard().setImage(picture())
    field.setFocus()
    qtbot.keyClick(field, K.Key_V, CONTROL)
    assert field.cropping is not None
    qtbot.keyClick(field.cropping.view, K.Key_Escape)
    path = tmp_path / "صورة.png"
    picture().save(str(path))
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    assert has_image(data)
    assert field.take_from(data)
    assert field.cropping.view.image.width() == 800


def test_what_is_no_picture_is_told_in_its_place(field, tmp_path):
    path = tmp_path / "x.png"
    path.write_bytes(b"not a picture")
    assert not field.take(picture_of(str(path)))
    assert field.shown.text()
    assert field.value() is None


@given(
    st.integers(60, 1500),
    st.integers(60, 1500),
    st.lists(st.tuples(st.floats(-900, 900), st.floats(-900, 900), st.floats(0.1, 5)), max_size=5),
)
def test_the_frame_never_leaves_the_picture_and_keeps_its_shape(width, height, ways):
    view = CropView(QImage(width, height, QImage.Format.Format_RGB32), PHOTO)
    for across, down, times in ways:
        view.move_by(across, down)
        view.resize_by(times)
        frame = view.frame
        assert frame.left() >= -0.01
        assert frame.top() >= -0.01
        assert frame.right() <= width + 0.01
        assert frame.bottom() <= height + 0.01
        assert frame.width() / frame.height() == pytest.approx(PHOTO)
