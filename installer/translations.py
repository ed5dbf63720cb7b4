"""Compiles the translations that are newer than their compiled form."""

import subprocess
from pathlib import Path

from installer.system import SetupError

FOLDER = Path(__file__).resolve().parents[1] / "translations"


def stale(folder: Path = FOLDER) -> list[Path]:
    """The catalogues whose compiled form is missing or older than they are."""
    return [source for source in sorted(folder.rglob("*.po")) if _is_stale(source, source.with_suffix(".mo"))]


def _is_stale(source: Path, compiled: Path) -> bool:
    return not compiled.exists() or compiled.stat().st_mtime < source.stat().st_mtime


def compile_stale(python: Path, folder: Path = FOLDER) -> None:
    for source in stale(folder):
        print(f"Compiling {source.relative_to(folder)}.", flush=True)
        command = [str(python), "-m", "babel.messages.frontend", "-q", "compile"]
        files = ["-i", str(source), "-o", str(source.with_suffix(".mo"))]
        if subprocess.run([*command, *files], check=False).returncode:
            raise SetupError(f"{source} could not be compiled.")
