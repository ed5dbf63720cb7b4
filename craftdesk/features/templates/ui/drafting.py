"""What was written in a template and is not saved yet, kept beside the office file."""

from base64 import b64decode, b64encode

from craftdesk.base.errors import UserError
from craftdesk.desk.desk import Desk
from craftdesk.pdf.template.source import Template, packed, unpacked


def _name(key: str) -> str:
    return f"template {key}"


def keep(desk: Desk, key: str, template: Template | None) -> None:
    """Keep a template as it is written now; None forgets it."""
    draft = {"file": b64encode(packed(template)).decode("ascii")} if template else {}
    desk.drafts.keep(_name(key), draft)


def kept(desk: Desk, key: str) -> Template | None:
    draft = desk.drafts.get(_name(key)).get("file")
    try:
        return unpacked(b64decode(draft)) if draft else None
    except (UserError, ValueError):
        return None


def forget(desk: Desk, key: str) -> None:
    desk.drafts.forget(_name(key))
