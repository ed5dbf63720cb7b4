"""A template as it is written: its file, and the one file in which it travels with its pictures."""

import io
import tomllib
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import tomli_w

from craftdesk.base.errors import UserError
from craftdesk.base.i18n import _, language

FORMAT = 1
MAIN = "template.toml"
LARGEST = 20_000_000
"""Bytes that a template with its pictures may hold."""
_DAMAGED = (zipfile.BadZipFile, zlib.error, KeyError, ValueError, OSError, EOFError, RuntimeError)
_EPOCH = (1980, 1, 1, 0, 0, 0)

Told = dict[str, Any]
"""A block, or the page, as the file tells it."""


@dataclass(frozen=True)
class Template:
    """Names, purpose, page and blocks of a template, and its pictures by the names of their files.

    Blocks are kept as they are written; `kinds` says what they may hold.
    """

    name_ar: str
    name_fr: str
    purpose: str
    page: Told = field(default_factory=dict)
    blocks: Sequence[Told] = ()
    pictures: Mapping[str, bytes] = field(default_factory=dict)

    @property
    def name(self) -> str:
        return (self.name_ar or self.name_fr) if language() == "ar" else (self.name_fr or self.name_ar)

    def but(self, **changes: Any) -> "Template":
        return replace(self, **changes)


def from_toml(text: str, pictures: Mapping[str, bytes] | None = None) -> Template:
    """The template of a file; a file that is none is refused with a sentence."""
    try:
        found = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise UserError(_("The file of the template cannot be read: {reason}").format(reason=error)) from error
    _refuse_newer(found.get("format"))
    name, page, blocks, purpose = (found.get(key) for key in ("name", "page", "blocks", "purpose"))
    page, blocks = page if page is not None else {}, blocks if blocks is not None else []
    if not isinstance(name, dict) or not isinstance(purpose, str) or not isinstance(page, dict) or not _blocks(blocks):
        raise UserError(_shapeless())
    return Template(str(name.get("ar", "")), str(name.get("fr", "")), purpose, page, blocks, dict(pictures or {}))


def _shapeless() -> str:
    return _("The file is no template: it needs a name, a purpose, a page and blocks.")


def _refuse_newer(number: object) -> None:
    if not isinstance(number, int):
        raise UserError(_shapeless())
    if number > FORMAT:
        raise UserError(_("The template was made by a newer program: update this one first."))


def _blocks(found: object) -> bool:
    return isinstance(found, list) and all(
        isinstance(each, dict) and isinstance(each.get("kind"), str) and _blocks(each.get("blocks", []))
        for each in found
    )


def to_toml(template: Template) -> str:
    """The file of a template, as a person would write it."""
    told = {
        "format": FORMAT,
        "name": {"ar": template.name_ar, "fr": template.name_fr},
        "purpose": template.purpose,
        "page": template.page,
        "blocks": list(template.blocks),
    }
    return tomli_w.dumps(told, multiline_strings=True)


def packed(template: Template) -> bytes:
    """The template and the pictures that it uses as one file; equal templates make equal bytes."""
    used = set(pictures_in(template.blocks))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(zipfile.ZipInfo(MAIN, _EPOCH), to_toml(template).encode())
        for name in sorted(used & template.pictures.keys()):
            file.writestr(zipfile.ZipInfo(f"pictures/{name}", _EPOCH), template.pictures[name])
    return out.getvalue()


def unpacked(data: bytes) -> Template:
    """The template of a file that `packed` made; every other file is refused with a sentence."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            if sum(each.file_size for each in file.infolist()) > LARGEST:
                raise UserError(_("The template is too large: its pictures take more than 20 MB."))
            pictures = {Path(name).name: file.read(name) for name in file.namelist() if name.startswith("pictures/")}
            text = file.read(MAIN).decode()
    except _DAMAGED as error:
        raise UserError(_("The file is no template of this program, or it is damaged.")) from error
    return from_toml(text, pictures)


def pictures_in(blocks: Sequence[Told]) -> Iterator[str]:
    """The files of pictures that blocks name."""
    for block in blocks:
        if isinstance(name := block.get("file"), str) and name:
            yield name
        yield from pictures_in(block.get("blocks", ()))
