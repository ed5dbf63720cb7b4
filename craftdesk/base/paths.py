"""Where the program's own files and the user's files are."""

import os
from pathlib import Path

ROOT = Path(__file__).parents[2]
RESOURCES = ROOT / "resources"
TRANSLATIONS = ROOT / "translations"


def home() -> Path:
    """The user's folder of CraftDesk; CRAFTDESK_HOME puts it elsewhere (a memory stick, a test)."""
    if given := os.environ.get("CRAFTDESK_HOME"):
        folder = Path(given)
    else:
        from platformdirs import user_data_path  # noqa: PLC0415 - needed by one start in many

        folder = user_data_path("craftdesk", appauthor=False)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def default_office() -> Path:
    """The office file that is opened when none is named."""
    return home() / "office.craftdesk"
