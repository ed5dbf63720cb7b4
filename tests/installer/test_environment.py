import json
import os
import subprocess
import sys
from importlib.util import cache_from_source
from pathlib import Path

import pytest

from installer.environment import ROOT, Environment, compile_changed
from installer.system import SetupError

LOCK = "empty.lock"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A place for an environment, with a lock file beside it that names nothing."""
    (tmp_path / LOCK).write_text("# nothing\n", encoding="utf-8")
    return tmp_path / "env"


def made(folder: Path) -> Environment:
    one = Environment(folder, folder.parent)
    one.ensure(LOCK)
    return one


def test_an_environment_is_made_and_finds_the_program(folder: Path):
    ask = [made(folder).python, "-c", "import craftdesk; print(craftdesk.__file__)"]
    done = subprocess.run(ask, capture_output=True, text=True, check=True)
    assert Path(done.stdout.strip()).parents[1] == ROOT


def test_the_second_time_nothing_is_done(folder: Path, capfd: pytest.CaptureFixture[str]):
    made(folder)
    capfd.readouterr()
    made(folder)
    assert capfd.readouterr().out == ""


def test_a_changed_lock_is_installed_into_what_is_there(folder: Path, capfd: pytest.CaptureFixture[str]):
    one = made(folder)
    witness = folder / "witness"
    witness.touch()
    (folder.parent / LOCK).write_text("# still nothing\n", encoding="utf-8")
    before = one.stamped()
    one.ensure(LOCK)
    assert one.stamped() != before
    assert witness.exists()
    assert "Installing" in capfd.readouterr().out


def test_a_half_made_environment_is_made_anew(folder: Path):
    made(folder)
    witness = folder / "witness"
    witness.touch()
    (folder / "craftdesk-unfinished").touch()
    made(folder)
    assert not witness.exists()
    assert not (folder / "craftdesk-unfinished").exists()


def test_a_folder_without_a_python_is_made_anew(folder: Path):
    folder.mkdir()
    (folder / "rest").touch()
    assert made(folder).stamped()
    assert not (folder / "rest").exists()


def test_the_environment_of_another_python_is_made_anew(folder: Path):
    made(folder)
    stamp = folder / "craftdesk-locks.json"
    stamp.write_text(json.dumps({**json.loads(stamp.read_text()), "python": "3.9"}))
    witness = folder / "witness"
    witness.touch()
    made(folder)
    assert not witness.exists()


def test_an_environment_made_by_hand_is_kept_and_filled(folder: Path):
    subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    witness = folder / "witness"
    witness.touch()
    made(folder)
    assert witness.exists()


def test_a_failed_installation_is_told_and_leaves_no_stamp(folder: Path):
    (folder.parent / LOCK).write_text("nothing-of-this-name==1\n", encoding="utf-8")
    with pytest.raises(SetupError):
        made(folder)
    assert Environment(folder, folder.parent).stamped() == {}


def test_the_program_is_compiled_before_its_first_start(folder: Path):
    made(folder)
    source = ROOT / "craftdesk" / "__main__.py"
    compiled = Path(cache_from_source(source))
    assert compiled.stat().st_mtime >= source.stat().st_mtime


def test_what_changed_is_compiled_anew(tmp_path: Path):
    source = tmp_path / "one.py"
    source.write_text("ANSWER = 1\n")
    compile_changed(tmp_path)
    compiled = Path(cache_from_source(source))
    before = compiled.read_bytes()
    source.write_text("ANSWER = 12\n")
    os.utime(source, (2_000_000_000, 2_000_000_000))
    compile_changed(tmp_path)
    assert compiled.read_bytes() != before


def test_a_source_with_a_fault_stops_nothing(tmp_path: Path):
    (tmp_path / "one.py").write_text("def (")
    compile_changed(tmp_path)
