import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = sorted((ROOT / "installer").glob("*.lock"))
PIN = re.compile(r"[a-z0-9][a-z0-9.-]*==\S+( ; .+)?")


def entries(lock: Path) -> list[list[str]]:
    """The lines of each package: its pin, then its hashes."""
    whole = lock.read_text(encoding="utf-8").replace("\\\n", "\n")
    return [[line.strip() for line in entry.split("\n    ")] for entry in re.split(r"\n(?=\S)", whole.strip())]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_package_is_pinned_with_its_hashes_and_nothing_else_is_said(lock: Path):
    for pin, *hashes in entries(lock):
        assert PIN.fullmatch(pin), pin
        assert hashes, pin
        assert all(re.fullmatch(r"--hash=sha256:[0-9a-f]{64}", one) for one in hashes), pin


def names(lock: str) -> set[str]:
    return {pin.split("==")[0] for pin, *_ in entries(ROOT / "installer" / lock)}


def test_the_locks_hold_all_that_the_project_asks_for():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert set(project["project"]["dependencies"]) <= names("requirements.lock")
    for group, wanted in project["dependency-groups"].items():
        assert set(wanted) <= names(f"requirements-{group}.lock")


def test_a_package_has_one_version_in_all_locks_for_a_python():
    versions: dict[tuple[str, str], set[str]] = {}
    for lock in LOCKS:
        for pin, *_ in entries(lock):
            pinned, _sign, python = pin.partition(" ; ")
            name, version = pinned.split("==")
            versions.setdefault((name, python), set()).add(version)
    assert {name for name, found in versions.items() if len(found) > 1} == set()
