"""What a file says about itself: title, author, dates, bookmarks, and the marks of an archive file (PDF/A-2u).

PDF/A wants the same facts twice (in the information dictionary and as XMP), embedded fonts with ToUnicode maps and an
output intent that says what the colours are.
"""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from itertools import pairwise
from typing import NamedTuple
from xml.sax.saxutils import escape

from craftdesk.base.numbers import without_marks
from craftdesk.pdf.press import Press, Stream, text_string

_PROGRAM = "CraftDesk"


class About(NamedTuple):
    """The facts about a file."""

    title: str
    language: str
    author: str = ""
    subject: str = ""
    created: datetime | None = None


def put_information(press: Press, about: About) -> None:
    """Write the information dictionary, under the name "info"."""
    texts = {"Title": about.title, "Author": about.author, "Subject": about.subject, "Creator": _PROGRAM}
    entries = "".join(f"/{name}{text_string(text)}" for name, text in texts.items() if text)
    if about.created is not None:
        stamp, zone = about.created.strftime("%Y%m%d%H%M%S"), about.created.strftime("%z") or "+0000"
        entries += f"/CreationDate(D:{stamp}{zone[:3]}'{zone[3:5]}')"
    press.put("info", f"<<{entries}>>")


def archive_entries(press: Press, about: About) -> str:
    """Write XMP and output intent; the answer is the catalog's entries for them."""
    metadata = press.put("metadata", Stream(_xmp(about), "/Type/Metadata/Subtype/XML", packed=True))
    profile = press.put("colours", Stream(_srgb(), "/N 3"))
    intent = f"/Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)/Info(sRGB)/DestOutputProfile {profile}"
    return f"/Metadata {metadata}/OutputIntents[<<{intent}>>]"


@cache
def _srgb() -> bytes:
    """The colour profile of screens and office printers, without the moment at which it was made."""
    from PIL import ImageCms  # noqa: PLC0415 - needed when a file is finished

    made = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return made[:24] + bytes([7, 234, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0]) + made[36:]


def _xmp(about: About) -> bytes:
    parts = [f"<dc:title><rdf:Alt><rdf:li xml:lang='x-default'>{escape(about.title)}</rdf:li></rdf:Alt></dc:title>"]
    if about.author:
        parts.append(f"<dc:creator><rdf:Seq><rdf:li>{escape(about.author)}</rdf:li></rdf:Seq></dc:creator>")
    if about.subject:
        text = escape(about.subject)
        parts.append(
            f"<dc:description><rdf:Alt><rdf:li xml:lang='x-default'>{text}</rdf:li></rdf:Alt></dc:description>"
        )
    parts.append(f"<dc:language><rdf:Bag><rdf:li>{about.language}</rdf:li></rdf:Bag></dc:language>")
    parts.append(f"<xmp:CreatorTool>{_PROGRAM}</xmp:CreatorTool>")
    if about.created is not None:
        moment = about.created.strftime("%Y-%m-%dT%H:%M:%S")
        zone = about.created.strftime("%z") or "+0000"
        parts.append(f"<xmp:CreateDate>{moment}{zone[:3]}:{zone[3:5]}</xmp:CreateDate>")
    return _PACKET.format(facts="".join(parts)).encode("utf-8")


_PACKET = (
    "<?xpacket begin='\ufeff' id='W5M0MpCehiHzreSzNTczkc9d'?>"
    "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
    "<rdf:Description rdf:about='' xmlns:dc='http://purl.org/dc/elements/1.1/' xmlns:xmp='http://ns.adobe.com/xap/1.0/'"
    " xmlns:pdfaid='http://www.aiim.org/pdfa/ns/id/'>"
    "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>{facts}"
    "</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end='w'?>"
)


class Bookmark(NamedTuple):
    """A line of the list beside the pages: how deep it stands, its words, and its place; without y: the whole page."""

    level: int
    title: str
    page: str
    y: float | None = None


def bookmark_entries(press: Press, bookmarks: Sequence[Bookmark]) -> str:
    """Write the list of bookmarks; the answer is the catalog's entries for it."""
    parents, children = _tree(bookmarks)
    before = {after: number for beside in children.values() for number, after in pairwise(beside)}
    following = {number: after for after, number in before.items()}
    for number, mark in enumerate(bookmarks):
        near = f"/Prev {_mark(press, before[number])}" if number in before else ""
        near += f"/Next {_mark(press, following[number])}" if number in following else ""
        view = "/Fit" if mark.y is None else f"/XYZ null {mark.y:.0f} null"
        inside = _ends(press, children.get(number, []), opened=False)
        parent = press.reference("outline") if parents[number] < 0 else _mark(press, parents[number])
        title = text_string(without_marks(mark.title))
        press.put(f"mark-{number}", f"<</Title{title}/Parent {parent}{near}{inside}/Dest[{mark.page}{view}]>>")
    outline = press.put("outline", f"<</Type/Outlines{_ends(press, children[-1], opened=True)}>>")
    return f"/Outlines {outline}/PageMode/UseOutlines"


def _tree(bookmarks: Sequence[Bookmark]) -> tuple[list[int], dict[int, list[int]]]:
    """The parent of each bookmark (-1: none) and the children of each parent."""
    parents, children, above = list[int](), dict[int, list[int]](), list[int]()
    for number, mark in enumerate(bookmarks):
        while above and bookmarks[above[-1]].level >= mark.level:
            above.pop()
        parents.append(above[-1] if above else -1)
        children.setdefault(parents[-1], []).append(number)
        above.append(number)
    return parents, children


def _ends(press: Press, children: Sequence[int], *, opened: bool) -> str:
    if not children:
        return ""
    count = len(children) if opened else -len(children)
    return f"/First {_mark(press, children[0])}/Last {_mark(press, children[-1])}/Count {count}"


def _mark(press: Press, number: int) -> str:
    return press.reference(f"mark-{number}")
