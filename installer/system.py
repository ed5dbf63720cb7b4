"""What the machine itself must have: the libraries of Qt, the programs of the tests; by apt where that may be."""

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from importlib.util import find_spec
from pathlib import Path

# What Qt, its window plugins and its printing link to, found by ldd in a bare Debian 12, without what these draw in.
LIBRARIES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libcups.so.2": "libcups2",
}
PROGRAMS = {
    "pdftotext": "poppler-utils",
    "qpdf": "qpdf",
    "hb-shape": "libharfbuzz-bin",
    "Xvfb": "xvfb",
    "chromium": "chromium",
}
FILES = {"/usr/share/unicode/BidiCharacterTest.txt": "unicode-data"}


class SetupError(Exception):
    """What is missing and what to type, for the person at the machine."""


def missing_for_environment() -> list[str]:
    """Debian's Python comes without what makes a virtual environment."""
    return [] if find_spec("ensurepip") else ["python3-venv"]


def missing_for_program() -> list[str]:
    return [package for library, package in LIBRARIES.items() if not _loads(library)] if _is_linux() else []


def missing_for_tests() -> list[str]:
    if not _is_linux():
        return []
    return _absent(PROGRAMS, shutil.which) + _absent(FILES, os.path.exists)


def _absent(wanted: dict[str, str], found: Callable[[str], object]) -> list[str]:
    return [package for name, package in wanted.items() if not found(name)]


def _is_linux() -> bool:
    return sys.platform.startswith("linux")


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def has_screen() -> bool:
    return not _is_linux() or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def require(packages: Iterable[str]) -> None:
    """Have these packages, or say exactly what to type."""
    wanted = sorted(set(packages))
    if not wanted:
        return
    if not shutil.which("apt-get"):
        raise SetupError(f"Please install what Debian calls: {' '.join(wanted)}")
    right = _right_to_install()
    if right is None:
        raise SetupError(f"Some system packages are missing. Type this, then start again:\n  {_to_type(wanted)}")
    print(f"Installing system packages: {' '.join(wanted)}", flush=True)
    if not _install(right, wanted):
        raise SetupError(f"The system packages could not be installed. Try:\n  {_to_type(wanted)}")


def _to_type(packages: list[str]) -> str:
    return f"sudo apt-get update && sudo apt-get install -y --no-install-recommends {' '.join(packages)}"


def _right_to_install() -> list[str] | None:
    """What to put before apt-get: nothing for root, sudo where it asks for no password."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and _succeeds(["sudo", "-n", "true"]):
        return ["sudo", "-n"]
    return None


def _succeeds(command: list[str]) -> bool:
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def _install(right: list[str], packages: list[str]) -> bool:
    apt = [*right, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"]
    subprocess.run([*apt, "update"], stdout=subprocess.DEVNULL, check=False)
    install = [*apt, "install", "-y", "--no-install-recommends", *packages]
    return subprocess.run(install, stdout=subprocess.DEVNULL, check=False).returncode == 0


def python_of(folder: Path) -> Path:
    """The Python inside a virtual environment."""
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
