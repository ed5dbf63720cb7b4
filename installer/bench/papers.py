"""Papers against five other makers: the same certificates, the same register, the same guide of ten pages.

Each maker works in a process of its own, in turns, and gets the texts as plain files. The time is from those files to
the written paper, imports left out; the memory is the most that the process ever held; both and the bytes are told by
the page. Ours also finds the words of its certificates in that time. Of the first certificate of a day the time is
told with the imports: in a fresh process, and in one that has our program open, as after a click.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from installer.benchmarks import Result, result

SIZES = (25_000,)
CERTIFICATES = 25
"""Of so many rows of the register there is one certificate."""
ROUNDS = 3
ONCE = 20.0
"""Who takes longer than these seconds is measured once."""
LONGEST = 1_200
OURS = "ours"
PEERS = {
    "typst": "Typst",
    "reportlab": "ReportLab with arabic-reshaper and python-bidi",
    "fpdf2": "fpdf2",
    "weasyprint": "WeasyPrint",
    "libreoffice": "LibreOffice",
}


class Made(NamedTuple):
    """What a maker needed for a paper."""

    imports: float
    seconds: float
    memory: float
    pages: int
    bytes: int

    def figures(self) -> dict[str, tuple[float, str]]:
        """What is told of it, and in which unit."""
        told = {
            "time": (self.seconds * 1000 / self.pages, "ms a page"),
            "whole": (self.seconds, "s"),
            "memory": (self.memory, "MB"),
            "bytes": (self.bytes / self.pages, "bytes a page"),
        }
        return {name: figure for name, figure in told.items() if figure[0]}


def run(sizes: Sequence[int] | None) -> Iterator[Result]:
    """Every paper in turn; `sizes` are rows of the register."""
    for size in sizes or SIZES:
        count = max(1, size // CERTIFICATES)
        with prepared(count, size) as folder:
            found = {"certificates": count, "register": size, "guide": 1}
            for paper, number in found.items():
                yield from against(paper, number, folder)
    with prepared(1, 1) as folder:
        yield from _first(folder)


class prepared(tempfile.TemporaryDirectory[str]):  # noqa: N801 - read as a word: with prepared(…)
    """A folder with the texts of the papers, written by another process: ours and the peers' start equally small."""

    def __init__(self, certificates: int, rows: int) -> None:
        super().__init__()
        self._size = (str(certificates), str(rows))

    def __enter__(self) -> Path:  # type: ignore[override]
        subprocess.run([sys.executable, "-m", "installer.bench._making", "prepare", self.name, *self._size], check=True)
        return Path(self.name)


def against(paper: str, size: int, folder: Path, peers: Sequence[str] = tuple(PEERS)) -> Iterator[Result]:
    """Ours and its peers in turns, the best of the rounds; a peer that cannot work here is named and left out."""
    makers, made = [OURS, *peers], dict[str, list[Made]]()
    for _round in range(ROUNDS):
        for maker in list(makers):
            one = _made(maker, paper, folder)
            if one:
                made.setdefault(maker, []).append(one)
            if one is None or one.seconds > ONCE:
                makers.remove(maker)
    ours = _best(made.pop(OURS))
    for peer, theirs in made.items():
        figures = _best(theirs).figures()
        for name, (figure, unit) in ours.figures().items():
            if name in figures:
                told, against_it = f"papers: {paper}, {name}", PEERS[peer]
                yield result(told, size, ours=figure, peer=figures[name][0], peer_name=against_it, unit=unit)


def _best(made: Sequence[Made]) -> Made:
    """The round in which the rest of the machine disturbed least."""
    return min(made, key=lambda one: one.seconds)


def _first(folder: Path) -> Iterator[Result]:
    """One certificate, with what has to be imported for it."""
    ways = {"first certificate, fresh process": "certificates", "first certificate, from the click": "click"}
    made: dict[str, list[float]] = {}
    for _round in range(ROUNDS):
        for maker, work in (*((OURS, work) for work in ways.values()), *((peer, "certificates") for peer in PEERS)):
            one = _made(maker, work, folder, quiet=True)
            if one:
                made.setdefault(work if maker == OURS else maker, []).append((one.imports + one.seconds) * 1000)
    for name, work in ways.items():
        for peer, against_it in PEERS.items():
            if peer in made:
                mine, theirs = min(made[work]), min(made[peer])
                yield result(f"papers: {name}", 1, ours=mine, peer=theirs, peer_name=against_it, unit="ms")


def _made(maker: str, paper: str, folder: Path, *, quiet: bool = False) -> Made | None:
    """Let a maker work in a process of its own; None when it cannot."""
    if maker == "libreoffice" and not shutil.which("soffice"):
        _without(maker, "it is not on this machine", quiet=quiet)
        return None
    command = [sys.executable, "-m", "installer.bench._making", maker, paper, str(folder)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=LONGEST)
    except subprocess.TimeoutExpired:
        _without(maker, f"it takes longer than {LONGEST // 60} minutes", quiet=quiet)
        return None
    if done.returncode:
        if maker == OURS:
            raise RuntimeError(done.stderr)
        _without(maker, (done.stderr.strip().splitlines() or ["it failed"])[-1], quiet=quiet)
        return None
    return Made(**json.loads(done.stdout.splitlines()[-1]))


def _without(maker: str, reason: str, *, quiet: bool) -> None:
    if not quiet:
        print(f"{PEERS[maker]} is left out: {reason}", file=sys.stderr, flush=True)
