"""One maker at one paper, in a process of its own: python -m installer.bench._making MAKER PAPER FOLDER."""

import importlib
import json
import sys
import time
from pathlib import Path

MB = 1024
OPENED = ("craftdesk.app.window", "craftdesk.features.certificates.ui.register_page")
"""What is imported already where somebody clicks on a certificate."""
# What our certificates need is more than the other papers need, and is not imported for those.
APART = {("ours", "certificates"): "ours_certificates"}


def main(maker: str, paper: str, folder: str, *sizes: str) -> None:
    if maker == "prepare":
        from installer.bench._matter import prepare  # noqa: PLC0415 - nobody else pays for it

        prepare(Path(paper), int(folder), *map(int, sizes))
        return
    if paper == "click":
        for opened in OPENED:
            importlib.import_module(opened)
        paper = "certificates"
    out = Path(folder) / f"{maker}-{paper}.pdf"
    start = time.perf_counter()
    module = APART.get((maker, paper), maker)
    make = getattr(importlib.import_module(f"installer.bench._makers.{module}"), paper)
    imported = time.perf_counter()
    make(Path(folder), out)
    done = time.perf_counter()
    found = {"imports": imported - start, "seconds": done - imported, "memory": _most_memory()}
    print(json.dumps({**found, "bytes": out.stat().st_size, "pages": _pages(out)}))


def _most_memory() -> float:
    """The most that this process, or one that it started, held, in MB; 0 where the system does not tell."""
    try:
        import resource  # noqa: PLC0415 - not on Windows
    except ImportError:
        return 0.0
    own, started = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    # What a process held before it became this one counts in getrusage, not here.
    status = Path("/proc/self/status")
    if status.exists():
        lines = dict(line.split(":", 1) for line in status.read_text(encoding="ascii").splitlines() if ":" in line)
        own = int(lines["VmHWM"].split()[0])
    return float(max(own, started)) / MB


def _pages(out: Path) -> int:
    import pypdfium2  # noqa: PLC0415 - after the memory was told

    return len(pypdfium2.PdfDocument(out))


if __name__ == "__main__":
    main(*sys.argv[1:])
