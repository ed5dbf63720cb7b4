"""The commands of the installer."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from installer import checks, locks
from installer.environment import ROOT, Environment
from installer.places import make
from installer.system import has_screen, missing_for_environment, missing_for_program, missing_for_tests, require
from installer.translations import compile_stale

DEMO = "craftdesk-demo"


def run(arguments: list[str]) -> int:
    """Opens the program; on a machine without a screen it draws the demo instead."""
    require(missing_for_program() + missing_for_environment())
    python = _ready("requirements.lock")
    demo = "--demo" in arguments
    arguments = [argument for argument in arguments if argument != "--demo"]
    if has_screen():
        return _program(python, ["--once", "--office", str(_demo_office(python)), *arguments] if demo else arguments)
    if arguments:
        return _program(python, arguments, offscreen=True)
    return _draw(python)


def test(arguments: list[str]) -> int:
    require(missing_for_program() + missing_for_environment() + missing_for_tests())
    python = _ready("requirements.lock", "requirements-test.lock")
    return checks.run(python, arguments)


def bench(arguments: list[str]) -> int:
    require(missing_for_program() + missing_for_environment())
    environment = Environment(ROOT / ".venv-bench")
    environment.ensure("requirements.lock", "requirements-bench.lock")
    compile_stale(environment.python)
    return _call([environment.python, "-m", "installer.benchmarks", *arguments], offscreen=True)


def places(arguments: list[str]) -> int:
    if arguments:
        sys.exit("places takes no arguments.")
    environment = Environment(ROOT / ".venv-places")
    environment.ensure("requirements-places.lock")
    made = make(environment.site(), ROOT / "resources/places")
    print(", ".join(f"{count} {name}" for name, count in made.items()))
    return 0


def lock(arguments: list[str]) -> int:
    return locks.write(upgrade="--upgrade" in arguments)


def migration(arguments: list[str]) -> int:
    """Draft the next migration from what the tables have become."""
    return _call([_ready("requirements.lock"), "-m", "installer.migration", *arguments], offscreen=True)


def _ready(*locked: str) -> Path:
    environment = Environment(ROOT / ".venv")
    environment.ensure(*locked)
    compile_stale(environment.python)
    return environment.python


def _demo_office(python: Path) -> Path:
    """The demo office in the user's folder, made the first time."""
    ask = "from craftdesk.base.paths import home; print(home())"
    folder = Path(subprocess.run([python, "-c", ask], capture_output=True, text=True, check=True).stdout.strip())
    office = folder / DEMO / "office.craftdesk"
    if not office.exists():
        print(f"Making the demo office in {office.parent}.", flush=True)
        fresh = folder / f"{DEMO}.new"
        shutil.rmtree(fresh, ignore_errors=True)
        if _program(python, ["demo", str(fresh)], offscreen=True):
            sys.exit(1)
        fresh.rename(office.parent)
    return office


def _draw(python: Path) -> int:
    target = Path.cwd() / DEMO
    print(f"There is no screen here, so the demo is drawn into {target}.", flush=True)
    status = _program(python, ["demo", str(target)], offscreen=True)
    if not status:
        print(f"Pictures of the screens: {target / 'screens'}\nPapers: {target / 'papers'}")
    return status


def _program(python: Path, arguments: list[str], *, offscreen: bool = False) -> int:
    return _call([python, "-m", "craftdesk", *arguments], offscreen=offscreen)


def _call(command: list[str | Path], *, offscreen: bool) -> int:
    quiet = {"QT_QPA_PLATFORM": "offscreen"} if offscreen else {}
    return subprocess.run(command, env={**os.environ, **quiet}, check=False).returncode
