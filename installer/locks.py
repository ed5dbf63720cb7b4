"""Writes the lock files: every version pinned with its hashes, for Linux and Windows alike."""

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from installer.environment import LOCKS, ROOT
from installer.system import SetupError

OPTIONS = ["--universal", "--python-version", "3.11", "--generate-hashes", "--no-annotate", "--no-header", "--quiet"]
BASE = "requirements.lock"
# Installed beside the program's own lock, so their versions are bound by it.
GROUPS = {"requirements-test.lock": "test", "requirements-bench.lock": "bench"}


def write(*, upgrade: bool) -> int:
    """Keeps the versions that are locked unless an upgrade is asked for."""
    uv = _uv()
    more = ["--upgrade"] if upgrade else []
    _compile([uv, "pip", "compile", "pyproject.toml", "-o", LOCKS / BASE, *more])
    for name, group in GROUPS.items():
        _compile([uv, "pip", "compile", "--group", group, "-c", LOCKS / BASE, "-o", LOCKS / name, *more])
    _compile([uv, "pip", "compile", "--group", "places", "-o", LOCKS / "requirements-places.lock", *more])
    return 0


def _compile(command: Sequence[str | Path]) -> None:
    if subprocess.run([*command, *OPTIONS], cwd=ROOT, stdout=subprocess.DEVNULL, check=False).returncode:
        raise SetupError("The lock files could not be written.")


def _uv() -> str:
    beside = ROOT / ".venv/bin/uv"
    found = shutil.which("uv") or (str(beside) if beside.exists() else None)
    if not found:
        raise SetupError("The lock files are written by uv: pip install uv")
    return found
