"""From a picture to the straightened pages in it."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

import segno
from PIL import Image

from craftdesk.base.scannable import Paper
from craftdesk.scan.cells import Page
from craftdesk.scan.marks import Found, codes, darkest, located


class Seen(NamedTuple):
    """A code in a picture, and its page; None where the squares of its corners cannot be seen."""

    content: bytes
    page: Page | None


def pages_in(image: Image.Image, paper_of: Callable[[bytes], Paper]) -> Iterator[Seen]:
    """The pages whose codes are seen in a picture; `paper_of` tells from a code what its page is like."""
    found = codes(image)
    grey = darkest(image) if found else image
    for code in found:
        yield Seen(code.content, _page(image, grey, code, paper_of(code.content)))


def _page(image: Image.Image, grey: Image.Image, code: Found, paper: Paper) -> Page | None:
    modules = len(segno.make(code.content, error="m", micro=False).matrix)
    matrix = located(grey, paper, code, modules)
    return None if matrix is None else Page(image, grey, matrix, (paper.width, paper.height))
