"""From the start of the process to a window that can be used, against a bare PySide6 window.

"start" ends when the window stands and takes clicks and keys (a place clicked then is opened as soon as the office is
there); "start to the office" ends when the office file is open behind it and every page can be opened.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from statistics import median

from installer.bench import _offices
from installer.benchmarks import Result, result

ROUNDS = 5
# A window can be used when it was shown and everything that waited in the event loop is done.
LEAVE = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
show = QMainWindow.show
def shown(window):
    show(window)
    QTimer.singleShot(0, lambda: QTimer.singleShot(0, QApplication.quit))
QMainWindow.show = shown
"""
BARE = f"""{LEAVE}
app = QApplication([])
window = QMainWindow()
window.show()
app.exec()
"""
OURS = f"""{LEAVE}
import sys
from craftdesk.app.cli import main
sys.exit(main(sys.argv[1:]))
"""
OFFICE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from craftdesk.app.window import Window
attach = Window.attach
def attached(window, *given):
    attach(window, *given)
    QTimer.singleShot(0, QApplication.quit)
Window.attach = attached
from craftdesk.app.cli import main
sys.exit(main(sys.argv[1:]))
"""


def run(sizes: Sequence[int] | None) -> list[Result]:
    ways = {"start": OURS, "start to the office": OFFICE}
    return [_against_bare(name, program, size) for size in sizes or [500_000] for name, program in ways.items()]


def _against_bare(name: str, program: str, size: int) -> Result:
    """Both in turns, the middle of five: the first round warms the file cache."""
    ours = [sys.executable, "-c", program, "--office", str(_offices.filled(size))]
    bare = [sys.executable, "-c", BARE]
    with tempfile.TemporaryDirectory() as home:
        times = [(_seconds(ours, home), _seconds(bare, home)) for _ in range(ROUNDS)]
    mine, peers = zip(*times, strict=True)
    return result(name, size, ours=median(mine), peer=median(peers), peer_name="bare PySide6 window")


def _seconds(command: Sequence[str], home: str) -> float:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "CRAFTDESK_HOME": home}
    start = time.perf_counter()
    subprocess.run(command, env=environment, check=True)
    return time.perf_counter() - start
