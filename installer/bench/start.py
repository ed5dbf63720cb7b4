"""From the start of the process to a window that can be used, against a bare PySide6 window."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

from installer.benchmarks import Result, result

ROUNDS = 5
BARE = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.show()
QTimer.singleShot(0, app.quit)
app.exec()
"""


def run(sizes: Sequence[int] | None) -> list[Result]:
    return [_against_bare(size) for size in sizes or [500_000]]


def _against_bare(size: int) -> Result:
    with tempfile.TemporaryDirectory() as folder:
        office = Path(folder) / "office.craftdesk"
        _fill(office, size)
        bare = [sys.executable, "-c", BARE]
        ours = [sys.executable, "-m", "craftdesk", "--office", str(office), "--until-shown"]
        times = [(_seconds(ours), _seconds(bare)) for _ in range(ROUNDS)]
    mine, peers = zip(*times, strict=True)
    return result("start", size, ours=median(mine), peer=median(peers), peer_name="bare PySide6 window")


def _fill(office: Path, size: int) -> None:
    """An office with so many artisans in it."""
    raise NotImplementedError


def _seconds(command: Sequence[str]) -> float:
    quiet = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    start = time.perf_counter()
    subprocess.run(command, env=quiet, check=True)
    return time.perf_counter() - start
