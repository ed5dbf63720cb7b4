"""Papers and the file that holds them.

A `Document` is what a paper's writer makes: title, language, blocks, and the look of its pages. Several of them make a
`Binder`: one file, in which what comes on every page (frame, letterhead, fixed sentences) is set once. Pages are
written to the file as they are filled. The same documents make the same bytes.
"""

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import IO

from craftdesk.pdf import table as _tables  # noqa: F401 - tables are blocks that are set by their own module
from craftdesk.pdf.blocks import PORTRAIT, Block, Element, Footer, Letterhead, PageStyle
from craftdesk.pdf.compose import Setter
from craftdesk.pdf.pages import Pages
from craftdesk.pdf.press import Press, text_string


@dataclass(frozen=True)
class Document(Element):
    """A paper in one language. `created` is written into the file; without it, nothing in the file tells a time."""

    title: str
    language: str
    blocks: Sequence[Block]
    page: PageStyle = PORTRAIT
    letterhead: Letterhead | None = None
    footer: Footer | None = None
    author: str = ""
    subject: str = ""
    created: datetime | None = None

    def render(self) -> bytes:
        """The paper as a PDF file."""
        return Binder((self,)).render()

    def write(self, path: Path) -> None:
        """Write the paper to a file; a file that was there stays until the new one is whole."""
        Binder((self,)).write(path)


@dataclass(frozen=True)
class Binder:
    """Papers in one file, which may be made while they are asked for; the first one gives title and author.

    `bookmarks` lists the papers by their titles beside the pages.
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
        finally:
            part.unlink(missing_ok=True)

    def _print(self, out: IO[bytes]) -> None:
        press, setter = Press(out), Setter()
        pages = Pages(press, setter)
        first: Document | None = None
        starts: list[tuple[str, str]] = []
        for document in self.documents:
            first = first or document
            starts.append((document.title, pages.add(document)))
        first = first or Document(self.title, "ar", ())
        if not starts:
            starts.append((self.title, pages.add(first)))
        pages.finish()
        marks = _bookmarks(press, starts) if self.bookmarks and len(starts) > 1 else ""
        direction = "/R2L" if first.language == "ar" else "/L2R"
        press.put(
            "catalog",
            f"<</Type/Catalog/Pages {press.reference('pages')}/Lang({first.language}-DZ){marks}"
            f"/ViewerPreferences<</DisplayDocTitle true/Direction{direction}>>>>",
        )
        press.put("info", _information(first, self.title or first.title))
        press.close("catalog", "info")


def _information(document: Document, title: str) -> str:
    texts = {"Title": title, "Author": document.author, "Subject": document.subject, "Creator": "CraftDesk"}
    entries = "".join(f"/{name}{text_string(text)}" for name, text in texts.items() if text)
    if document.created is not None:
        stamp = document.created.strftime("%Y%m%d%H%M%S")
        zone = document.created.strftime("%z") or "+0000"
        entries += f"/CreationDate(D:{stamp}{zone[:3]}'{zone[3:5]}')"
    return f"<<{entries}>>"


def _bookmarks(press: Press, starts: Sequence[tuple[str, str]]) -> str:
    """The outline of the file; the answer is the catalog's entry for it."""
    last = len(starts) - 1
    outline = press.reference("outline")
    for number, (title, page) in enumerate(starts):
        near = f"/Prev {press.reference(f'mark-{number - 1}')}" if number else ""
        near += f"/Next {press.reference(f'mark-{number + 1}')}" if number < last else ""
        press.put(f"mark-{number}", f"<</Title{text_string(title)}/Parent {outline}{near}/Dest[{page}/Fit]>>")
    ends = f"/First {press.reference('mark-0')}/Last {press.reference(f'mark-{last}')}"
    press.put("outline", f"<</Type/Outlines{ends}/Count {len(starts)}>>")
    return f"/Outlines {outline}/PageMode/UseOutlines"
