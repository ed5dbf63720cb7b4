"""Runs the benchmarks and shows ours and the peer's side by side: python -m installer.benchmarks [NAME …]."""

import argparse
import importlib
import json
import pkgutil
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypedDict

from installer import bench


class Result(TypedDict):
    """One measurement; `ratio` is ours / peer."""

    name: str
    size: int
    ours: float
    peer: float
    peer_name: str
    unit: str
    ratio: float


def result(name: str, size: int, *, ours: float, peer: float, peer_name: str, unit: str = "s") -> Result:
    return Result(name=name, size=size, ours=ours, peer=peer, peer_name=peer_name, unit=unit, ratio=ours / peer)


# A module cannot be called `import`.
CALLED = {"importing": "import"}


def _modules() -> dict[str, str]:
    """The module of every benchmark, by the benchmark's name."""
    found = [module.name for module in pkgutil.iter_modules(bench.__path__) if not module.name.startswith("_")]
    return {CALLED.get(module, module): module for module in found}


def names() -> list[str]:
    return sorted(_modules())


def measure(chosen: Sequence[str], sizes: Sequence[int] | None) -> Iterator[Result]:
    modules = _modules()
    for name in chosen:
        yield from importlib.import_module(f"installer.bench.{modules[name]}").run(sizes)


HEADINGS = f"{'benchmark':42}{'size':>9}  {'ours':>10}  {'peer':>10} {'':13}{'ratio':>7}  against"


def line(one: Result) -> str:
    figures = f"{one['size']:>9,}  {one['ours']:>10.4g}  {one['peer']:>10.4g} {one['unit']:13}{one['ratio']:>7.2f}"
    return f"{one['name']:42}{figures}  {one['peer_name']}"


def _arguments(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python3 installer bench")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"one of {', '.join(names())}; all when none is given")
    parser.add_argument("--sizes", type=lambda text: [int(size) for size in text.split(",")], metavar="N,N")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the results there too")
    given = parser.parse_args(arguments)
    if unknown := sorted(set(given.names) - set(names())):
        parser.error(f"there is no benchmark {', '.join(unknown)}; there are {', '.join(names())}")
    return given


def show(results: Iterable[Result], file: Path | None) -> None:
    """Prints every result as soon as it is there; the file gets them all."""
    print(HEADINGS, flush=True)
    seen = []
    for one in results:
        seen.append(one)
        print(line(one), flush=True)
    if file:
        file.write_text(json.dumps(seen, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def main(arguments: Sequence[str] | None = None) -> int:
    given = _arguments(arguments)
    show(measure(given.names or names(), given.sizes), given.json)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
