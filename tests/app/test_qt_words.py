"""What Qt itself says, in the language of the screens: its file dialog, its menus, its questions."""

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QComboBox, QDialog, QFileDialog, QLineEdit, QMessageBox, QWidget

from craftdesk.app.look import dress
from craftdesk.base.settings import Settings

LANGUAGES = ("ar", "fr")


@pytest.fixture
def speaking(qapp):
    yield lambda code: dress(qapp, Settings(language=code))
    dress(qapp, Settings())


def said(place: QWidget) -> set[str]:
    """Every word that a dialog shows or reads aloud."""
    found: set[str] = set()
    for each in (place, *place.findChildren(QWidget)):
        for name in ("text", "toolTip", "placeholderText", "accessibleName", "statusTip"):
            told = getattr(each, name, None)
            if callable(told) and not isinstance(each, QComboBox):
                found.add(str(told()))
        found |= {action.text() for action in each.actions()}
    headings = [
        str(view.model().headerData(column, Qt.Orientation.Horizontal))
        for view in place.findChildren(QWidget)
        if hasattr(view, "header") and view.model()
        for column in range(view.model().columnCount())
    ]
    return {each for each in (*found, *headings) if any(letter.isalpha() for letter in each)}


def file_dialog(saves: bool, folder) -> QFileDialog:
    made = QFileDialog(None, "", str(folder), "(*.pdf)")
    made.setOption(QFileDialog.Option.DontUseNativeDialog)
    made.setViewMode(QFileDialog.ViewMode.Detail)
    if saves:
        made.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    return made


def question() -> QDialog:
    every = QMessageBox.StandardButton
    asked = QMessageBox(
        QMessageBox.Icon.Question, "", "", every.Yes | every.No | every.Save | every.Cancel | every.Close
    )
    asked.setDetailedText("…")
    return asked


def words(make) -> set[str]:
    shown = make()
    shown.show()
    QApplication.processEvents()
    found = said(shown)
    shown.close()
    shown.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("saves", [False, True], ids=["open", "save"])
def test_the_file_dialog_says_nothing_in_english(speaking, tmp_path, language, saves):
    speaking("en")
    english = words(lambda: file_dialog(saves, tmp_path))
    speaking(language)
    own = words(lambda: file_dialog(saves, tmp_path))
    assert len(english) > 15
    assert len(own) > len(english) * 0.8
    # A French folder has a "Type" and its "Date" too.
    assert own & english <= {"Type", tmp_path.name}


@pytest.mark.parametrize("language", LANGUAGES)
def test_questions_and_the_menu_of_a_line_say_nothing_in_english(speaking, language):
    def menu() -> set[str]:
        line = QLineEdit()
        return {action.text().partition("\t")[0] for action in line.createStandardContextMenu().actions()} - {""}

    speaking("en")
    english = words(question) | menu()
    speaking(language)
    assert not (words(question) | menu()) & english


def test_the_buttons_are_called_as_in_the_program(speaking, tmp_path):
    speaking("ar")
    assert {"فتح", "إلغاء"} <= words(lambda: file_dialog(False, tmp_path))
    speaking("fr")
    assert {"Enregistrer", "Annuler"} <= words(lambda: file_dialog(True, tmp_path))
