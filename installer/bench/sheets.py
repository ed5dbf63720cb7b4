"""Signed sheets read back: cells right, doubtful and wrong, and the seconds of a page, against drawing it from its PDF.

The size is the number of pages of each way in which a sheet comes back.
"""

import random
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import pypdfium2
from PIL import Image

from craftdesk.base.scannable import SHEET, Paper
from craftdesk.features.training.sheet_code import PageCode
from craftdesk.scan.cells import Verdict
from craftdesk.scan.marks import codes
from craftdesk.scan.reading import pages_in
from installer.bench._sheet_office import sheet
from installer.bench._signing import DPI, WAYS, Truth, brought_back, signed
from installer.benchmarks import Result, result

SIZES = (20,)
_SHARES = (0.3, 0.6, 0.9)


def run(sizes: Sequence[int] | None) -> list[Result]:
    with tempfile.TemporaryDirectory() as folder:
        file = sheet(Path(folder))
        return [each for size in sizes or SIZES for way in WAYS for each in _measured(file, size, way)]


def _measured(file: Path, size: int, way: str) -> list[Result]:
    counts: Counter[str] = Counter()
    seconds = drawing = 0.0
    for number in range(size):
        chance = random.Random(f"{way} {number}")
        blank, code = page_of(file)
        drawing += timed(partial(page_of, file))
        page, truth = signed(blank, code, chance, chance.choice(_SHARES))
        picture = brought_back(page, chance, way)
        seconds += timed(partial(_count, counts, picture, truth))
    cells = sum(counts.values())
    figures = {"right": counts["right"], "doubtful": counts["doubtful"], "wrong": counts["wrong"]}
    found = [
        result(
            f"sheets: {way}, cells {name}", size, ours=count / cells * 100, peer=100, peer_name="all cells", unit="%"
        )
        for name, count in figures.items()
    ]
    peer = "pdfium draws the page"
    return [*found, result(f"sheets: {way}", size, ours=seconds / size, peer=drawing / size, peer_name=peer)]


def _count(counts: Counter[str], picture: Image.Image, truth: Truth) -> None:
    counts.update(judged(picture, truth))


def page_of(file: Path) -> tuple[Image.Image, PageCode]:
    """The first page of a sheet as it is printed, and what its code says."""
    document = pypdfium2.PdfDocument(file)
    page = document[0].render(scale=DPI / 72).to_pil().convert("RGB")
    return page, PageCode.decoded(codes(page)[0].content)


def judged(picture: Image.Image, truth: Truth) -> Counter[str]:
    """How many cells are read right, as doubtful, wrong; of a page that is not recognised none is right."""
    seen = next(pages_in(picture, lambda content: Paper(*SHEET, PageCode.decoded(content).code_right)), None)
    if seen is None or seen.page is None:
        return Counter({"not recognised": len(truth)})
    code = PageCode.decoded(seen.content)
    counts: Counter[str] = Counter()
    for row, cells in enumerate(seen.page.table(code.columns, code.rows)):
        for column, cell in enumerate(cells):
            is_signed = cell.verdict is Verdict.SIGNED
            right = "right" if is_signed == truth[row, column] else "wrong"
            counts["doubtful" if cell.verdict is Verdict.DOUBTFUL else right] += 1
    return counts


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
