"""Papers and the file that holds them.

A `Document` is what a paper's writer makes: title, language, blocks, and the look of its pages. Several of them make a
`Binder`: one file, in which what comes on every page (frame, letterhead, fixed sentences) is set once. Pages are
written to the file as they are filled. The same documents make the same bytes.
"""

import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO

from craftdesk.base.errors import UserError
from craftdesk.base.i18n import _, is_rtl
from craftdesk.base.memory import without_collecting
from craftdesk.base.scannable import Spot
from craftdesk.pdf import table as _tables  # noqa: F401 - tables are blocks that are set by their own module
from craftdesk.pdf.blocks import PORTRAIT, Block, Element, Footer, Letterhead, PageStyle
from craftdesk.pdf.compose import Setter
from craftdesk.pdf.metadata import About, Bookmark, archive_entries, bookmark_entries, put_information
from craftdesk.pdf.pages import Pages
from craftdesk.pdf.press import Press


@dataclass(frozen=True)
class Document(Element):
    """A paper in one language. `created` is written into the file; without it, nothing in the file tells a time.

    `corner` are the bits of a code (`scan.codes.code_bits`) for the lower leading corner of the first page.
    `coded` makes a paper that can be scanned back: it is told where the named cells of a page stand (in millimetres)
    and gives what the code of that page says. The code and the squares need the trailing side (`base.scannable`).
    """

    title: str
    language: str
    blocks: Sequence[Block]
    page: PageStyle = PORTRAIT
    letterhead: Letterhead | None = None
    footer: Footer | None = None
    author: str = ""
    subject: str = ""
    created: datetime | None = None
    corner: str = ""
    coded: Callable[[Sequence[Spot]], bytes] | None = None

    def render(self) -> bytes:
        """The paper as a PDF file."""
        return Binder((self,)).render()

    def write(self, path: Path) -> None:
        """Write the paper to a file; a file that was there stays until the new one is whole."""
        Binder((self,)).write(path)


@dataclass(frozen=True)
class Binder:
    """Papers in one file, which may be made while they are asked for; the first one gives title and author.

    `bookmarks` lists the papers by their titles beside the pages, and under them their headings.
    """

    documents: Iterable[Document]
    title: str = ""
    bookmarks: bool = True

    def render(self) -> bytes:
        out = io.BytesIO()
        self._print(out)
        return out.getvalue()

    def write(self, path: Path) -> None:
        """Write the file; one that was there stays until the new one is whole."""
        part = path.with_name(f"{path.name}.part")
        try:
            with part.open("wb") as out:
                self._print(out)
            part.replace(path)
        except OSError as error:
            reason = error.strerror or str(error)
            raise UserError(_("{name} could not be saved: {reason}").format(name=path.name, reason=reason)) from error
        finally:
            part.unlink(missing_ok=True)

    def _print(self, out: IO[bytes]) -> None:
        with without_collecting():
            self._print_all(out)

    def _print_all(self, out: IO[bytes]) -> None:
        press, setter = Press(out), Setter()
        pages = Pages(press, setter)
        first: Document | None = None
        marks: list[Bookmark] = []
        papers = 0
        for document in self.documents:
            first = first or document
            page, headings = pages.add(document)
            marks += [Bookmark(0, document.title, page), *headings]
            papers += 1
        if first is None:
            first = Document(self.title, "ar", ())
            pages.add(first)
        pages.finish()
        about = About(self.title or first.title, first.language, first.author, first.subject, first.created)
        marks = marks if papers > 1 else marks[1:]
        entries = bookmark_entries(press, marks) if self.bookmarks and len(marks) > 1 else ""
        entries += archive_entries(press, about)
        direction = "/R2L" if is_rtl(first.language) else "/L2R"
        press.put(
            "catalog",
            f"<</Type/Catalog/Pages {press.reference('pages')}/Lang({first.language}-DZ){entries}"
            f"/ViewerPreferences<</DisplayDocTitle true/Direction{direction}>>>>",
        )
        put_information(press, about)
        press.close("catalog", "info")
