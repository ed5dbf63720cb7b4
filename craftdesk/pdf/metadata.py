"""What a file says about itself: title, author, dates, bookmarks, and the marks of an archive file (PDF/A-2u).

PDF/A wants the same facts twice (in the information dictionary and as XMP), embedded fonts with ToUnicode maps and an
output intent that says what the colours are.
"""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import NamedTuple
from xml.sax.saxutils import escape

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


def bookmark_entries(press: Press, starts: Sequence[tuple[str, str]]) -> str:
    """Write a list of titles with the pages at which they start; the answer is the catalog's entries for it."""
    last = len(starts) - 1
    outline = press.reference("outline")
    for number, (title, page) in enumerate(starts):
        near = f"/Prev {press.reference(f'mark-{number - 1}')}" if number else ""
        near += f"/Next {press.reference(f'mark-{number + 1}')}" if number < last else ""
        press.put(f"mark-{number}", f"<</Title{text_string(title)}/Parent {outline}{near}/Dest[{page}/Fit]>>")
    ends = f"/First {press.reference('mark-0')}/Last {press.reference(f'mark-{last}')}"
    press.put("outline", f"<</Type/Outlines{ends}/Count {len(starts)}>>")
    return f"/Outlines {outline}/PageMode/UseOutlines"
