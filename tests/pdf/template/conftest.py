from typing import Any

from craftdesk.pdf.blocks import Letterhead
from craftdesk.pdf.document import Binder, Document
from craftdesk.pdf.template.forme import forme
from craftdesk.pdf.template.source import Template
from craftdesk.pdf.template.speech import Layout, Record

ARABIC, FRENCH, BOTH = Layout("ar", True), Layout("fr", True), Layout("both", True)
HEAD = Letterhead(("سطر الرأس",), ("LIGNE DE TÊTE",))


def words(arabic: str, french: str = "", **more: Any) -> dict[str, Any]:
    return {"kind": "text", "text": {"ar": arabic, "fr": french}, **more}


def template(*blocks: dict[str, Any], **page: Any) -> Template:
    return Template("شهادة", "Attestation", "training", page, list(blocks))


def record(sex: str | None = "f", **values: str) -> Record:
    """The same values in both languages."""
    return Record({"ar": values, "fr": values}, sex, HEAD)


def printed(found: Template, layout: Layout, *records: Record) -> bytes:
    made = forme(found, layout)
    return Binder(
        [Document("ورقة", layout.paper, made.blocks(each), made.page) for each in records], bookmarks=False
    ).render()
