"""Virtual environments made from lock files, and the stamp that says one is ready."""

import compileall
import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path

from installer.system import SetupError, missing_for_environment, python_of, require

ROOT = Path(__file__).resolve().parents[1]
LOCKS = ROOT / "installer"
PIP = ["-m", "pip", "--disable-pip-version-check", "--no-input", "-q", "install"]


class Environment:
    """One virtual environment beside the program, such as `.venv`."""

    def __init__(self, folder: Path, locks: Path = LOCKS) -> None:
        self.folder = folder
        self._locks = locks
        self.python = python_of(folder)
        self._stamp = folder / "craftdesk-locks.json"
        self._unfinished = folder / "craftdesk-unfinished"

    def ensure(self, *locks: str) -> None:
        """Have everything that the lock files name, in just these versions; at once when it is there already."""
        wanted = {"python": _version(), **{lock: _digest(self._locks / lock) for lock in locks}}
        have = self.stamped()
        if not wanted.items() <= have.items():
            self._make(have)
            for lock in locks:
                self._install(lock)
            self._stamp.write_text(json.dumps({**have, **wanted}, indent=1), encoding="utf-8")
            self._unfinished.unlink()
        self._show_the_program()
        compile_changed(ROOT / "craftdesk")

    def stamped(self) -> dict[str, str]:
        """Which locks are installed; nothing when the environment is half made or cannot run."""
        if self._unfinished.exists() or not self.python.exists():
            return {}
        try:
            stamp: dict[str, str] = json.loads(self._stamp.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return stamp if stamp.get("python") == _version() else {}

    def _make(self, have: dict[str, str]) -> None:
        """Makes the environment, anew if it was left half made or belongs to another Python."""
        if self.folder.exists() and not have and not self._is_foreign():
            print(f"{self.folder.name} is not complete: making it anew.", flush=True)
            shutil.rmtree(self.folder)
        if not self.python.exists():
            require(missing_for_environment())
            print(f"Making {self.folder.name} with Python {_version()}.", flush=True)
            self.folder.mkdir(exist_ok=True)
            self._unfinished.touch()
            _run([sys.executable, "-m", "venv", str(self.folder)], f"{self.folder} could not be made.")
        self._unfinished.touch()

    def _is_foreign(self) -> bool:
        """Somebody made it by hand with this Python: it is filled up, not thrown away."""
        if self._unfinished.exists() or self._stamp.exists() or not self.python.exists():
            return False
        ask = "import pip, sys; print('%d.%d' % sys.version_info[:2])"
        answer = subprocess.run([self.python, "-c", ask], capture_output=True, text=True, check=False)
        return answer.stdout.strip() == _version()

    def _install(self, lock: str) -> None:
        path = self._locks / lock
        count = path.read_text(encoding="utf-8").count("==")
        print(f"Installing what {lock} names ({count} packages).", flush=True)
        command = [str(self.python), *PIP, "--require-hashes", "--only-binary", ":all:", "-r", str(path)]
        _run(command, "The packages could not be installed. Is there a connection to the package registry?")

    def _show_the_program(self) -> None:
        """Lets this environment find the program wherever it is started from, also after the folder was moved."""
        site = self.site()
        pointer = site / "craftdesk.pth"
        if not pointer.exists() or pointer.read_text(encoding="utf-8").strip() != str(ROOT):
            pointer.write_text(f"{ROOT}\n", encoding="utf-8")

    def site(self) -> Path:
        """The folder that holds the installed packages."""
        if sys.platform == "win32":
            return self.folder / "Lib/site-packages"
        return self.folder / f"lib/python{_version()}/site-packages"


def compile_changed(folder: Path) -> None:
    """Compiles the sources that changed; where nothing may be written the program starts without.

    pip has compiled the packages. Python would compile ours at the first start, and at every start where it is told to
    write nothing down.
    """
    compileall.compile_dir(folder, quiet=2)


def _version() -> str:
    return f"{sys.version_info.major}.{sys.version_info.minor}"


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _run(command: list[str], failed: str) -> None:
    if subprocess.run(command, check=False).returncode:
        raise SetupError(failed)
