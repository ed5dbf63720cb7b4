"""Language, direction and colours of the whole program, as the settings say."""

from PySide6.QtCore import QLibraryInfo, Qt, QTranslator
from PySide6.QtWidgets import QApplication

from craftdesk.app.qt_words import OwnWords
from craftdesk.base.i18n import is_rtl, language, use_language
from craftdesk.base.settings import Settings
from craftdesk.ui.theme import apply_theme

_own_words: list[QTranslator] = []


def dress(application: QApplication, settings: Settings) -> None:
    """Put the settings into force; called again whenever one of them changes."""
    use_language(settings.language)
    _translate_qt(application)
    apply_theme(application, is_dark(application, settings.theme), is_rtl(settings.language), settings.compact)


def is_dark(application: QApplication, theme: str) -> bool:
    if theme == "system":
        return application.styleHints().colorScheme() is Qt.ColorScheme.Dark
    return theme == "dark"


def _translate_qt(application: QApplication) -> None:
    """The words of Qt's own dialogs and menus: choosing a file, copying a word."""
    for old in _own_words:
        application.removeTranslator(old)
    _own_words.clear()
    if language() == "en":
        return
    theirs = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    theirs.load(f"qtbase_{language()}", folder)
    for words in (theirs, OwnWords()):
        # The last one is asked first.
        application.installTranslator(words)
        _own_words.append(words)
