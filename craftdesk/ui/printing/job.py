"""What is to be printed how: a job as it is asked for, kept, and asked for again."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from craftdesk.base.i18n import _
from craftdesk.base.numbers import isolate, latin_digits, without_marks

MOST_COPIES = 99
_RANGE = re.compile(r"(\d+)?\s*(-)?\s*(\d+)?")


@dataclass(frozen=True)
class Job:
    """A paper on its way to a printer; `pages` as it was typed, `file` in place of a printer that writes PDF files."""

    title: str
    printer: str = ""
    copies: int = 1
    pages: str = ""
    two_sided: bool = False
    grey: bool = False
    file: str = ""

    def titled(self, title: str) -> "Job":
        """The same options for another paper, whose pages are all wanted, once."""
        return replace(self, title=title, pages="", copies=1)


def pages_of(typed: str, count: int) -> list[int]:
    """Which pages (from 0) "1-3, 7" or "5-" means, in that order; all for "". ValueError with a sentence."""
    parts = [part.strip() for part in re.split(r"[,;،؛]", latin_digits(without_marks(typed)).translate(_DASHES))]
    found = [page for part in parts if part for page in _range(part, count)]
    return found if any(parts) else list(range(count))


_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-"))


def _range(part: str, count: int) -> Sequence[int]:
    fits = _RANGE.fullmatch(part)
    if fits is None or not (fits[1] or fits[3]):
        raise ValueError(_("“{part}” is no page number. Write for example: 1-3, 7").format(part=part))
    first = int(fits[1] or 1)
    last = int(fits[3] or (count if fits[2] else first))
    if not 1 <= first <= last <= count:
        whole = isolate(str(count))
        raise ValueError(_("There is no “{part}” here: the pages go from 1 to {count}.").format(part=part, count=whole))
    return range(first - 1, last)


def sides(pages: Sequence[int], beginnings: Collection[int], two_sided: bool, copies: int) -> Iterator[int | None]:
    """The pages in the order in which they go to the printer, copy after copy; None is an empty back.

    On two sides every paper of a file begins on a sheet of its own: nobody's paper stands on the back of another's.
    """
    once: list[int | None] = []
    for page in pages:
        if two_sided and page in beginnings and len(once) % 2:
            once.append(None)
        once.append(page)
    if two_sided and len(once) % 2 and copies > 1:
        once.append(None)
    for _copy in range(copies):
        yield from once
