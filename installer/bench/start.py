"""From the start of the process to what the user waits for, against a bare PySide6 window.

"start" ends when the window stands and takes clicks and keys; "start to the office" when the office file is open
behind it and a page that is clicked is opened; "start to the figures" when the home page shows what is in the file;
"start to the list" when the list of artisans, clicked as soon as that has an effect, shows its first rows. Each is
reached when all that waited in the event loop is done too: laid out and painted.
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
from installer.environment import ROOT, compile_changed

ROUNDS = 9
# The program tells the moment by the clock that all processes share, and ends at once: ending is not measured.
REACHED = """
import os, sys, time
from PySide6.QtCore import QTimer
def reached():
    print(time.perf_counter(), flush=True)
    os._exit(0)
def calm():
    QTimer.singleShot(0, lambda: QTimer.singleShot(0, reached))
def after(kind, name, then=lambda self: None):
    first = getattr(kind, name)
    def both(self, *given):
        first(self, *given)
        then(self)
        calm()
    setattr(kind, name, both)
"""
BARE = f"""{REACHED}
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.show()
calm()
app.exec()
"""
_OURS = "from craftdesk.app.cli import main\nsys.exit(main(sys.argv[1:]))\n"
_WINDOW = "from craftdesk.app.window import Window\n"
_HOME = "from craftdesk.app.home import HomePage\n"
OURS = {
    "start": f'{_WINDOW}after(Window, "show")\n',
    "start to the office": f'{_WINDOW}after(Window, "attach")\n',
    "start to the figures": f'{_HOME}after(HomePage, "show_outlook")\n',
    "start to the list": f'{_WINDOW}after(Window, "attach", lambda window: window.open_page("roster"))\n',
}


def run(sizes: Sequence[int] | None) -> list[Result]:
    compile_changed(ROOT / "craftdesk")
    return [_against_bare(name, program, size) for size in sizes or [500_000] for name, program in OURS.items()]


def _against_bare(name: str, program: str, size: int) -> Result:
    """Both in turns, the middle of the rounds after one that warms the file cache."""
    ours = [sys.executable, "-c", REACHED + program + _OURS, "--office", str(_offices.filled(size))]
    bare = [sys.executable, "-c", BARE]
    with tempfile.TemporaryDirectory() as home:
        times = [(_seconds(ours, home), _seconds(bare, home)) for _ in range(ROUNDS + 1)][1:]
    mine, peers = zip(*times, strict=True)
    return result(name, size, ours=median(mine), peer=median(peers), peer_name="bare PySide6 window")


def _seconds(command: Sequence[str], home: str) -> float:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "CRAFTDESK_HOME": home}
    start = time.perf_counter()
    told = subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout
    return float(told.split()[-1]) - start
