"""What the user chose for this machine: every setting declared once, kept in one small file of the user's folder.

What belongs to the office (letterhead, rules, figures) lies in the office file, not here.
"""

import json
import logging
import os
from collections.abc import Iterator, MutableMapping
from dataclasses import MISSING, Field, asdict, dataclass, field, fields, replace
from pathlib import Path
from threading import RLock
from typing import Any

from craftdesk.base.i18n import LANGUAGES, N_
from craftdesk.base.paths import home

_log = logging.getLogger(__name__)
_writing = RLock()


def _told(sentence: str, choices: dict[str, str] | None = None) -> dict[str, Any]:
    """What a setting does, in a sentence, and for some the values it can have with their labels."""
    return {"sentence": sentence, "choices": choices or {}}


@dataclass(frozen=True)
class Settings:
    """The settings of one user on one machine."""

    language: str = field(default="ar", metadata=_told(N_("The language of the screens."), LANGUAGES))
    theme: str = field(
        default="system",
        metadata=_told(
            N_("The colours of the screens."),
            {"system": N_("As the system"), "light": N_("Light"), "dark": N_("Dark")},
        ),
    )
    compact: bool = field(default=False, metadata=_told(N_("Lower rows, so that a list shows more of them.")))
    user: str = field(default="", metadata=_told(N_("The name under which your changes stand in the history.")))
    last_office: str = field(default="", metadata=_told(N_("The office file that is opened at the start.")))
    recent_folder: str = field(default="", metadata=_told(N_("The folder in which files were last chosen.")))
    shifts: dict[str, str] = field(
        default_factory=dict, metadata=_told(N_("How far the pages of each printer are moved, in millimetres."))
    )
    layouts: dict[str, str] = field(
        default_factory=dict, metadata=_told(N_("The arrangement of windows and columns, for each direction."))
    )


def declared() -> dict[str, Field[Any]]:
    """Each setting's declaration by its name: `metadata` holds the sentence and the choices."""
    return {each.name: each for each in fields(Settings)}


def load() -> Settings:
    """The settings as they are kept; a value that is unknown or broken is told in the log and left at its default."""
    kept = _read(_file())
    known = declared()
    for name in kept.keys() - known.keys():
        _log.warning("unknown setting %r", name)
    return Settings(**{name: value for name, value in kept.items() if name in known and _is_sound(known[name], value)})


def save(settings: Settings) -> None:
    """Keep the settings: the file is whole at any moment, the old one or the new one."""
    text = json.dumps(asdict(settings), indent=1)
    with _writing:
        file = _file()
        fresh = file.with_suffix(f".{os.getpid()}.new")
        with fresh.open("w", encoding="utf-8") as stream:
            stream.write(text)
            stream.flush()
            os.fsync(stream.fileno())
        fresh.replace(file)


def change(**values: Any) -> Settings:
    """Change some settings and keep them."""
    with _writing:
        changed = replace(load(), **values)
        save(changed)
    return changed


class Layouts(MutableMapping[str, str]):
    """The kept layouts as a mapping that keeps what is put into it."""

    def __init__(self) -> None:
        self._layouts = dict(load().layouts)

    def __getitem__(self, name: str) -> str:
        return self._layouts[name]

    def __setitem__(self, name: str, layout: str) -> None:
        if self._layouts.get(name) != layout:
            self._layouts[name] = layout
            # Others may have kept theirs since this was read.
            change(layouts={**load().layouts, name: layout})

    def __delitem__(self, name: str) -> None:
        del self._layouts[name]
        change(layouts={kept: layout for kept, layout in load().layouts.items() if kept != name})

    def __iter__(self) -> Iterator[str]:
        return iter(self._layouts)

    def __len__(self) -> int:
        return len(self._layouts)


def _file() -> Path:
    return home() / "settings.json"


def _read(file: Path) -> dict[str, Any]:
    try:
        kept = json.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        _log.warning("the settings cannot be read: %s", type(error).__name__)
        return {}
    return kept if isinstance(kept, dict) else {}


def _is_sound(declaration: Field[Any], value: Any) -> bool:
    """Whether a kept value has the type of its setting and is one of its choices."""
    wanted = dict if declaration.default is MISSING else type(declaration.default)
    sound = type(value) is wanted and (not declaration.metadata["choices"] or value in declaration.metadata["choices"])
    if sound and wanted is dict:
        sound = all(isinstance(each, str) for each in value.values())
    if not sound:
        _log.warning("the setting %r has a value that it cannot have", declaration.name)
    return sound
