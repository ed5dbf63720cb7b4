"""What stands in a form and was not saved yet, kept beside the office file so that no end of the program loses it."""

import json
from collections.abc import Mapping
from pathlib import Path


class Drafts:
    """Texts of form fields by the name of the form, such as "artisan" or "artisan 0199…" for one record."""

    def __init__(self, office: Path) -> None:
        self._path = office.with_name(office.name + ".drafts")
        self._kept: dict[str, dict[str, str]] = self._read()

    def _read(self) -> dict[str, dict[str, str]]:
        try:
            found = json.loads(self._path.read_text("utf-8"))
        except (OSError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def names(self) -> list[str]:
        return list(self._kept)

    def get(self, name: str) -> dict[str, str]:
        return dict(self._kept.get(name, {}))

    def keep(self, name: str, draft: Mapping[str, str]) -> None:
        """Keep this draft; an empty one is forgotten."""
        if dict(draft) == self._kept.get(name, {}):
            return
        self._kept.pop(name, None)
        if draft:
            # The newest stands last.
            self._kept[name] = dict(draft)
        self._write()

    def forget(self, name: str) -> None:
        self.keep(name, {})

    def _write(self) -> None:
        if not self._kept:
            self._path.unlink(missing_ok=True)
            return
        beside = self._path.with_name(self._path.name + ".new")
        beside.write_text(json.dumps(self._kept, ensure_ascii=False), "utf-8")
        beside.replace(self._path)
