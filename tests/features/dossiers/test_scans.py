"""Scans: what is taken and what is told, kept once by content, shown, taken off and brought back."""

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from sqlalchemy import func, select

from craftdesk.base.errors import UserError
from craftdesk.base.numbers import without_marks
from craftdesk.data import journal
from craftdesk.data.journal_tables import Blob
from craftdesk.features.dossiers import reads, rules, writes
from craftdesk.features.dossiers.models import DocumentState, Scan
from craftdesk.features.dossiers.ui import taking_in
from craftdesk.features.dossiers.ui.scan_window import ScanWindow
from craftdesk.features.dossiers.ui.scans_panel import ArtisanScans
from craftdesk.features.dossiers.writes import Given
from craftdesk.ui.picture_view import PictureView
from craftdesk.ui.preview.pages_view import PagesView
from tests.features.conftest import TODAY
from tests.features.dossiers.conftest import file_of, pdf, picture
from tests.screens import CONTROL, press, settle, shown, told, type_text, words_on


def attach(database, artisan_id: str, given: Given, document_id: str | None = None) -> str:
    with database.writing() as session:
        return writes.attach(session, artisan_id, given, TODAY, document_id)


def blobs(database) -> int:
    with database.reading() as session:
        return session.scalar(select(func.count()).select_from(Blob))


def test_pages_of_a_pdf_are_counted_and_a_picture_is_one():
    assert taking_in.looked_at("عقد", pdf(3)).pages == 3
    assert taking_in.looked_at("صورة", picture("JPEG")).pages == 1


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "فارغ"),
        (b"MZ\x90\x00 a program", "PDF"),
        (pdf(2)[:600], "تالف"),
        (picture("PNG", (400, 400))[:200], "تالف"),
        (picture("JPEG", (400, 400))[:300], "تالف"),
        (b"%PDF-1.7" + b"x" * (rules.MOST_BYTES + 1), "م.ب"),
    ],
    ids=["empty", "a program", "half a PDF", "half a PNG", "half a JPEG", "too large"],
)
def test_a_file_that_cannot_be_kept_is_told_in_a_sentence(data, why):
    with pytest.raises(UserError, match="عقد") as refused:
        taking_in.looked_at("عقد", data)
    assert why in str(refused.value)


def test_a_picture_with_too_many_dots_is_told(monkeypatch):
    monkeypatch.setattr(taking_in, "MOST_PIXELS", 1000)
    with pytest.raises(UserError, match="200 dpi"):
        taking_in.looked_at("صورة", picture())


def test_a_file_that_is_not_there_or_too_large_is_told_before_it_is_read(tmp_path, monkeypatch):
    with pytest.raises(UserError):
        taking_in.read_file(tmp_path / "gone.pdf")
    monkeypatch.setattr(taking_in, "MOST_BYTES", 100)
    (tmp_path / "large.pdf").write_bytes(pdf())
    with pytest.raises(UserError, match="large"):
        taking_in.read_file(tmp_path / "large.pdf")


def test_the_same_content_is_stored_once_whoever_it_is_of(office, artisan_id, dossier_id):
    from tests.features.training.conftest import add_artisans  # noqa: PLC0415

    other = add_artisans(office, 5)[4]
    before = blobs(office)
    data = pdf()
    for key in (artisan_id, other):
        attach(office, key, Given("عقد الإيجار", data))
    assert blobs(office) == before + 1
    with pytest.raises(UserError, match="عقد الإيجار"):
        attach(office, artisan_id, Given("مرة أخرى", data))


def test_a_scan_receives_the_document_that_was_missing_and_undo_takes_both_back(office, artisan_id, dossier_id):
    document = file_of(office, dossier_id).documents[2]
    attach(office, artisan_id, Given("شهادة الإقامة", pdf()), document.id)
    file = file_of(office, dossier_id)
    assert (file.documents[2].state, file.documents[2].received_on) == (DocumentState.RECEIVED, TODAY)
    assert [each.name for each in file.scans_of(document.id)] == ["شهادة الإقامة"]
    with office.writing() as session:
        journal.undo(session, journal.last_undoable(session, office.who).id)
    file = file_of(office, dossier_id)
    assert (file.documents[2].state, file.scans) == (DocumentState.MISSING, [])


def test_a_removed_scan_comes_back_with_its_content(office, artisan_id):
    data = picture()
    key = attach(office, artisan_id, Given("صورة", data))
    with office.writing() as session:
        writes.remove_scan(session, key)
    with office.reading() as session:
        assert reads.scan(session, key) is None
    with office.writing() as session:
        journal.restore(session, key)
    with office.reading() as session:
        assert reads.content(session, key) == data


def test_scans_stay_the_artisans_when_their_file_goes(office, artisan_id, dossier_id):
    document = file_of(office, dossier_id).documents[0]
    key = attach(office, artisan_id, Given("طلب", pdf()), document.id)
    with office.writing() as session:
        writes.delete_dossier(session, dossier_id)
    with office.reading() as session:
        [scan] = reads.scans_of_artisan(session, artisan_id)
        assert (scan.id, scan.document_id) == (key, None)
    with office.writing() as session:
        journal.undo(session, journal.last_undoable(session, office.who).id)
    assert len(file_of(office, dossier_id).scans) == 1


@pytest.mark.usefixtures("direction")
def test_scans_are_pasted_dropped_renamed_and_taken_off_by_keyboard(desk, office, artisan_id, tmp_path, qtbot):
    panel = shown(ArtisanScans(desk, artisan_id), qtbot)
    QGuiApplication.clipboard().setImage(QImage.fromData(picture()))
    panel.view.setFocus()
    press(qtbot, Qt.Key.Key_V, held=CONTROL)
    (tmp_path / "عقد الإيجار.pdf").write_bytes(pdf(2))
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "عقد الإيجار.pdf"))])
    QGuiApplication.clipboard().setMimeData(mime)
    press(qtbot, Qt.Key.Key_V, held=CONTROL)
    assert "عقد الإيجار" in words_on(panel)
    assert {each.media for each in panel.view.scans} == {rules.PNG, rules.PDF}
    newest = panel.view.findChildren(type(panel.view._lines.itemAt(0).widget()))[0]
    newest.setFocus()
    press(qtbot, Qt.Key.Key_F2)
    settle()
    type_text("عقد جديد")
    press(qtbot, Qt.Key.Key_Return)
    [window] = panel.window().findChildren(ScanWindow)
    window.close()
    panel.activateWindow()
    settle()
    assert "عقد جديد" in words_on(panel)
    panel.view._lines.itemAt(0).widget().setFocus()
    press(qtbot, Qt.Key.Key_Delete)
    assert len(desk.read(reads.scans_of_artisan, artisan_id)) == 1
    desk.undo()
    assert len(desk.read(reads.scans_of_artisan, artisan_id)) == 2


def test_a_broken_file_is_told_and_nothing_is_taken(desk, office, artisan_id, tmp_path, qtbot):
    panel, messages = shown(ArtisanScans(desk, artisan_id), qtbot), told(desk)
    whole, half = tmp_path / "كامل.pdf", tmp_path / "ناقص.pdf"
    whole.write_bytes(pdf())
    half.write_bytes(pdf()[:500])
    panel.view.take(lambda: [taking_in.read_file(each) for each in (whole, half)])
    assert messages[-1].tone == "bad"
    assert "ناقص" in messages[-1].text
    assert desk.read(reads.scans_of_artisan, artisan_id) == []


def test_pdf_pages_and_pictures_are_shown_in_the_program_and_broken_content_is_told(
    desk, office, artisan_id, qtbot, monkeypatch
):
    paper = attach(office, artisan_id, Given("عقد", pdf(2), 2))
    photo = attach(office, artisan_id, Given("صورة", picture("JPEG")))
    window = shown(ScanWindow(desk, [paper, photo], paper), qtbot)
    assert isinstance(window.view, PagesView)
    assert window.view.pages == 2
    window.step(1)
    assert isinstance(window.view, PictureView)
    zoom = window.view.zoom
    window.view.zoom_by(2)
    assert window.view.zoom == pytest.approx(2 * zoom)
    window.view.fit()
    assert window.view.zoom == pytest.approx(zoom)
    monkeypatch.setattr(reads, "content", lambda _session, _key: b"%PDF-broken")
    window.step(-1)
    assert window.view is None
    assert "تالف" in words_on(window)


def test_a_scan_is_found_by_the_search_and_opened_over_its_file(desk, office, artisan_id, dossier_id, qtbot):
    from craftdesk.features.dossiers.ui.dossiers_page import DossiersPage  # noqa: PLC0415
    from craftdesk.features.dossiers.ui.telling import scan_hits  # noqa: PLC0415

    document = file_of(office, dossier_id).documents[0]
    key = attach(office, artisan_id, Given("طلب بخط اليد", pdf()), document.id)
    with office.reading() as session:
        [hit] = scan_hits(session, [key])
    assert (without_marks(hit.title), hit.model) == ("طلب بخط اليد", Scan)
    page = shown(DossiersPage(desk), qtbot)
    page.open_record(key)
    assert page.opened_record() == dossier_id
    [window] = page.window().findChildren(ScanWindow)
    assert window.scan.id == key
    window.close()
