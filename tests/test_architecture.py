import ast
import importlib
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import craftdesk.features
from craftdesk.data.model import Model
from installer.checks import CONTRACTS

ROOT = Path(__file__).parents[1]
PROGRAM = sorted((ROOT / "craftdesk").rglob("*.py"))
CODE = [*PROGRAM, *sorted((ROOT / "installer").rglob("*.py"))]
NO_QT = ("models", "rules", "reads", "writes", "documents")
PLAIN = {".py", ".md", ".csv", ".toml", ".lock", ".po", ".pot", ".json", ".html", ".svg", ".txt", ".cfg", ""}
# Spelt apart, so that this file does not name them either.
FOREIGN = re.compile(
    "|".join(
        [r"py" + r"pi\.org", r"python" + r"hosted", r"index" + r"-url", r"find" + r"-links", r"artifact" + r"ory"]
        + [
            rf"(?<![\w.:/]){folder}/\w"
            for folder in ("/ro" + "ot", "/ho" + "me", "/wo" + "rk", "/op" + "t", "/tm" + "p")
        ]
    )
)


def short(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_the_layers_hold():
    command = [sys.executable, "-c", CONTRACTS]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", [path for path in CODE if path.name == "__init__.py"], ids=short)
def test_a_package_says_what_it_is_and_imports_nothing(path: Path):
    body = ast.parse(path.read_text(encoding="utf-8")).body
    assert len(body) == 1
    assert isinstance(body[0], ast.Expr)


def test_a_file_stays_short():
    written = [path for path in CODE if "migrations" not in path.parts]
    lengths = {short(path): len(path.read_text(encoding="utf-8").splitlines()) for path in written}
    assert {path: length for path, length in lengths.items() if length > 400} == {}


def functions() -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
    for path in (path for path in CODE if "migrations" not in path.parts):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield short(path), node


def test_a_function_stays_short():
    lengths = {f"{path}:{node.name}": (node.end_lineno or 0) - node.lineno + 1 for path, node in functions()}
    assert {name: length for name, length in lengths.items() if length > 50} == {}


def feature_modules(names: tuple[str, ...]) -> list[str]:
    modules = pkgutil.walk_packages(craftdesk.features.__path__, "craftdesk.features.")
    return [module.name for module in modules if module.name.split(".")[3:4] and module.name.split(".")[3] in names]


def test_no_relationship_loads_by_itself():
    for name in feature_modules(("models",)):
        importlib.import_module(name)
    mappers = list(Model.registry.mappers)
    assert mappers
    assert [
        str(one) for mapper in mappers for one in mapper.relationships if one.lazy not in ("raise", "write_only")
    ] == []


def test_tables_rules_and_papers_load_without_qt():
    names = feature_modules(NO_QT)
    code = f"import sys, importlib; [importlib.import_module(n) for n in {names!r}]; print('PySide6' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "False", done.stderr


def own_files() -> Iterator[Path]:
    for top in sorted(ROOT.iterdir()):
        if top.name in ("craftdesk", "installer", "resources", "tests", "translations", ".ci"):
            yield from (path for path in sorted(top.rglob("*")) if path.is_file() and "__pycache__" not in path.parts)
        elif top.is_file():
            yield top


def test_no_registry_and_no_folder_of_one_machine_is_named():
    texts = ((path, path.read_text(encoding="utf-8")) for path in own_files() if path.suffix in PLAIN)
    assert [(short(path), found[0]) for path, text in texts if (found := FOREIGN.search(text))] == []
