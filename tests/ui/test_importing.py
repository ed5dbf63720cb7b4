import compileall
import subprocess
import sys
from pathlib import Path

IMPORTING = """
import sys
from PySide6.QtCore import QObject
import craftdesk.ui.theme
sys.addaudithook(lambda event, given: event == "open" and print(given[0]))
import leaves
"""


def test_a_module_is_imported_without_its_source_being_read(tmp_path: Path):
    (tmp_path / "leaves.py").write_text("SHAPES = ('round', 'long')\n")
    compileall.compile_dir(tmp_path, quiet=2)
    command = [sys.executable, "-c", f"import sys; sys.path.append({str(tmp_path)!r}){IMPORTING}"]
    opened = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "leaves" in opened
    assert "leaves.py\n" not in opened
