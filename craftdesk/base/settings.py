"""What the user chose for this machine: every setting declared once, kept in one small file of the user's folder.

What belongs to the office (letterhead, rules, figures) lies in the office file, not here.
"""

import json
import logging
import os
from collections.abc import Iterator, MutableMapping
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import MISSING, Field, asdict, dataclass, field, fields
from pathlib import Path
from threading import RLock
from typing import Any

from craftdesk.base.i18n import LANGUAGES, N_
from craftdesk.base.paths import home

_log = logging.getLogger(__name__)
_writing = RLock()
_told: set[tuple[str, int, str]] = set()
PATIENCE = 2
"""Seconds to wait for another program that writes the settings."""


def _saying(sentence: str, choices: dict[str, str] | None = None) -> dict[str, Any]:
    """What a setting does, in a sentence, and for some the values it can have with their labels."""
    return {"sentence": sentence, "choices": choices or {}}


@dataclass(frozen=True)
class Settings:
    """The settings of one user on one machine."""

    language: str = field(default="ar", metadata=_saying(N_("The language of the screens."), LANGUAGES))
    theme: str = field(
        default="system",
        metadata=_saying(
            N_("The colours of the screens."),
            {"system": N_("As the system"), "light": N_("Light"), "dark": N_("Dark")},
        ),
    )
    compact: bool = field(default=False, metadata=_saying(N_("Lower rows, so that a list shows more of them.")))
    user: str = field(default="", metadata=_saying(N_("The name under which your changes stand in the history.")))
    last_office: str = field(default="", metadata=_saying(N_("The office file that is opened at the start.")))
    recent_folder: str = field(default="", metadata=_saying(N_("The folder in which files were last chosen.")))
    shifts: dict[str, str] = field(
        default_factory=dict, metadata=_saying(N_("How far the pages of each printer are moved, in millimetres."))
    )
    layouts: dict[str, str] = field(
        default_factory=dict, metadata=_saying(N_("The arrangement of windows and columns, for each direction."))
    )


def declared() -> dict[str, Field[Any]]:
    """Each setting's declaration by its name: `metadata` holds the sentence and the choices."""
    return {each.name: each for each in fields(Settings)}


def load() -> Settings:
    """The settings as they are kept; a value that is unknown or broken is told in the log and left at its default."""
    kept = _read(_file())
    known = declared()
    for name in kept.keys() - known.keys():
        _warn(f"unknown setting {name!r}")
    return Settings(**{name: value for name, value in kept.items() if name in known and _is_sound(known[name], value)})


def save(settings: Settings) -> None:
    """Keep all these settings."""
    change(**asdict(settings))


def change(**values: Any) -> Settings:
    """Change some settings and keep them; what another program of the user changed meanwhile stays."""
    with _alone():
        _write({**_read(_file()), **values})
        return load()


def _change_layout(name: str, layout: str | None) -> None:
    """Keep one arrangement, or forget it; those of other windows and programs stay."""
    with _alone():
        kept = _read(_file())
        found = kept.get("layouts")
        others = {other: each for other, each in found.items() if other != name} if isinstance(found, dict) else {}
        _write({**kept, "layouts": others if layout is None else {**others, name: layout}})


@contextmanager
def _alone() -> Iterator[None]:
    """Nobody else writes the file meanwhile; who waits too long for that goes on, since no setting is worth more."""
    from filelock import FileLock, Timeout  # noqa: PLC0415 - the start only reads

    with _writing, ExitStack() as held:
        with suppress(Timeout, OSError, NotImplementedError):
            held.enter_context(FileLock(home() / "settings.lock").acquire(timeout=PATIENCE))
        yield


def _write(kept: dict[str, Any]) -> None:
    """Write the file: it is whole at any moment, the old one or the new one."""
    text = json.dumps(kept, indent=1)
    file = _file()
    fresh = file.with_suffix(f".{os.getpid()}.new")
    with fresh.open("w", encoding="utf-8") as stream:
        stream.write(text)
        stream.flush()
        os.fsync(stream.fileno())
    fresh.replace(file)


class Layouts(MutableMapping[str, str]):
    """The kept layouts as a mapping that keeps what is put into it, each by itself."""

    def __init__(self) -> None:
        self._layouts = dict(load().layouts)

    def __getitem__(self, name: str) -> str:
        return self._layouts[name]

    def __setitem__(self, name: str, layout: str) -> None:
        if self._layouts.get(name) != layout:
            self._layouts[name] = layout
            _change_layout(name, layout)

    def __delitem__(self, name: str) -> None:
        del self._layouts[name]
        _change_layout(name, None)

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
        _warn(f"the settings cannot be read: {type(error).__name__}")
        return {}
    return kept if isinstance(kept, dict) else {}


def _is_sound(declaration: Field[Any], value: Any) -> bool:
    """Whether a kept value has the type of its setting and is one of its choices."""
    wanted = dict if declaration.default is MISSING else type(declaration.default)
    sound = type(value) is wanted and (not declaration.metadata["choices"] or value in declaration.metadata["choices"])
    if sound and wanted is dict:
        sound = all(isinstance(each, str) for each in value.values())
    if not sound:
        _warn(f"the setting {declaration.name!r} has a value that it cannot have")
    return sound


def _warn(sentence: str) -> None:
    """Say it once of each state of the file, however often it is read."""
    file = _file()
    state = (str(file), file.stat().st_mtime_ns if file.exists() else 0, sentence)
    if state not in _told:
        _told.add(state)
        _log.warning(sentence)
