"""The words of Qt's own dialogs and menus: what its translations lack, and what this program calls otherwise."""

from PySide6.QtCore import QTranslator

from craftdesk.base.i18n import N_, _

WORDS = {
    "&Look in:": N_("Look in:"),
    "Files of &type:": N_("Files of type:"),
    "File &name:": N_("File name:"),
    "Directory:": N_("Folder:"),
    "Directories": N_("Folders"),
    "Folder": N_("Folder"),
    "Drive": N_("Drive"),
    "Computer": N_("This computer"),
    "&Open": N_("Open"),
    "Open": N_("Open"),
    "&Save": N_("Save"),
    "Save": N_("Save"),
    "&Choose": N_("Choose"),
    "&New Folder": N_("New folder"),
    "Create New Folder": N_("New folder"),
    "Create a New Folder": N_("New folder"),
    "&Rename": N_("Rename"),
    "&Delete": N_("Delete"),
    "Delete": N_("Delete"),
    "Cancel": N_("Cancel"),
    "Close": N_("Close"),
    "&Yes": N_("Yes"),
    "&No": N_("No"),
    "&Undo": N_("Undo"),
    "&Redo": N_("Do again"),
    "Cu&t": N_("Cut"),
    "&Copy": N_("Copy"),
    "&Paste": N_("Paste"),
    "Select All": N_("Choose all"),
    "Show Details...": N_("Show details"),
    "Hide Details...": N_("Hide details"),
}
_PLACES = frozenset(
    {
        *("QFileDialog", "QPlatformTheme", "QLineEdit", "QWidgetTextControl"),
        *("QMessageBox", "QAbstractFileIconProvider", "QFileSystemModel"),
    }
)


class OwnWords(QTranslator):
    """Asked before Qt's own translation; what it does not know is asked there."""

    def isEmpty(self) -> bool:  # noqa: N802
        return False

    def translate(
        self,
        context: str,
        text: str,
        disambiguation: str | None = None,  # noqa: ARG002
        n: int = -1,  # noqa: ARG002
    ) -> str | None:
        # Only None lets Qt ask on: an empty text would be shown.
        return _(WORDS[text]) if context in _PLACES and text in WORDS else None
