import subprocess
import sys

CALLS = """
from PySide6.QtCore import QObject
if {kept}:
    import craftdesk.ui.theme
thing = QObject()
for _number in range(200_000):
    thing.setObjectName("a")
"""


def outlives(kept: bool) -> bool:
    done = subprocess.run([sys.executable, "-c", CALLS.format(kept=kept)], capture_output=True, check=False)
    return done.returncode == 0


def test_python_outlives_many_calls_of_qt():
    assert outlives(kept=True)
