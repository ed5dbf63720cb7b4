"""Everything that must hold before a change is taken, in the order of how fast it tells."""

import os
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CONTRACTS = "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"
CHECKS: dict[str, tuple[str, ...]] = {
    "ruff check": ("-m", "ruff", "check", "."),
    "ruff format": ("-m", "ruff", "format", "--check", "."),
    "mypy --strict": ("-m", "mypy", "--strict", "-p", "craftdesk", "-p", "installer"),
    "import-linter": ("-c", CONTRACTS),
    "pytest": ("-m", "pytest", "-n", "auto"),
}


def run(python: Path, pytest_arguments: Sequence[str]) -> int:
    """Runs every check, sums up, and returns the exit code of the first that failed."""
    results = []
    for name, command in CHECKS.items():
        print(f"\n=== {name}", flush=True)
        more = pytest_arguments if name == "pytest" else ()
        results.append((name, *_timed([python, *command, *more])))
    print()
    for name, status, seconds in results:
        print(f"{'ok' if not status else 'FAILED':7}{name:15}{seconds:7.1f} s")
    return next((status for _, status, _ in results if status), 0)


def _timed(command: Sequence[str | Path]) -> tuple[int, float]:
    start = time.monotonic()
    quiet = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    return subprocess.run(command, cwd=ROOT, env=quiet, check=False).returncode, time.monotonic() - start
