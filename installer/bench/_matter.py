"""What the papers of the benchmark say, as plain files, so that no maker has to carry our program with it."""

import json
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path
from typing import Any, NamedTuple

RESOURCES = Path(__file__).parents[2] / "resources"
FONTS = RESOURCES / "fonts"
LOGO = RESOURCES / "icons" / "craftdesk.png"
REGULAR, BOLD = FONTS / "Amiri-Regular.ttf", FONTS / "Amiri-Bold.ttf"
"""Every maker sets everything in Amiri, which has Latin letters too: not all of them can fall back to another font."""

COLUMNS = {"الرقم": 13, "اللقب والاسم": 45, "رقم التسجيل": 29, "النشاط": 37, "البلدية": 23, "الهاتف": 27}
"""The headings of the register and how wide its columns are, in millimetres."""
ROW = 8.0
"""The height of its rows: about 32 of them stand on a page, whoever sets it."""
TITLE = "سجل الصناعة التقليدية والحرف"
GUIDE = "دليل الحرفي"
TRADES = ("صناعة الحلي من الفضة", "صناعة النحاس", "نقش على الخشب", "الفخار والخزف", "نسيج الزرابي", "صناعة الجلود")
COMMUNES = ("باتنة", "عين التوتة", "بريكة", "مروانة", "أريس", "نقاوس", "تازولت", "المعذر", "منعة", "إشمول")
CHAPTERS = 4
CONTENTS = "contents.pickle"
"""The same certificates as our program freezes them."""


class Part(NamedTuple):
    """A part of the guide: of a kind (title, heading, text, item, table), with a text or the rows of a table."""

    kind: str
    text: str = ""
    rows: Sequence[Sequence[str]] = ()


def certificates(folder: Path) -> list[dict[str, Any]]:
    """The lines of each certificate by name; `head` is the letterhead."""
    found: list[dict[str, Any]] = json.loads((folder / "certificates.json").read_text(encoding="utf-8"))
    return found


def register(folder: Path) -> Iterator[list[str]]:
    """The cells of the register, row by row."""
    with (folder / "register.jsonl").open(encoding="utf-8") as lines:
        yield from map(json.loads, lines)


def guide(folder: Path) -> list[Part]:
    return [Part(*each) for each in json.loads((folder / "guide.json").read_text(encoding="utf-8"))]


def texts(folder: Path) -> list[str]:
    """Every text of the three papers, each once."""
    lines = (each for one in certificates(folder) for each in chain(one["head"], *[_lines(one)]) if each)
    cells = (cell for row in register(folder) for cell in row)
    parts = (text for part in guide(folder) for text in (part.text, *chain(*part.rows)) if text)
    return list(dict.fromkeys(chain(lines, cells, parts)))


def _lines(one: dict[str, Any]) -> list[str]:
    return [text for text in one.values() if isinstance(text, str)]


# Writing it, which needs our program and is not measured.


def prepare(folder: Path, certificates: int, rows: int) -> None:
    """Write the matter of all three papers."""
    _prepare_certificates(folder, certificates)
    with (folder / "register.jsonl").open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in _rows(rows))
    _write(folder / "guide.json", list(chain(*[_chapter(number) for number in range(1, CHAPTERS + 1)])))


def _write(file: Path, matter: object) -> None:
    file.write_text(json.dumps(matter, ensure_ascii=False), encoding="utf-8")


def _prepare_certificates(folder: Path, count: int) -> None:
    import pickle  # noqa: PLC0415 - what follows is for the one who prepares

    from installer.bench._sentences import sentences  # noqa: PLC0415
    from installer.bench.certificates import contents  # noqa: PLC0415

    found = contents(count)
    (folder / CONTENTS).write_bytes(pickle.dumps(found))
    lines = [sentences(each, "ar") | {"head": [*each.lines_ar.splitlines(), each.chamber_ar]} for each in found]
    _write(folder / "certificates.json", lines)


def _rows(count: int) -> Iterator[list[str]]:
    from craftdesk.base.numbers import group_phone, isolate  # noqa: PLC0415
    from installer.bench._people import People  # noqa: PLC0415

    people = People(list(COMMUNES), list(TRADES)).rows(count)
    for number, person in enumerate(people, 1):
        yield [
            str(number),
            f"{person['family_ar']} {person['given_ar']}",
            isolate(person["register_no"]),
            person["activity_id"],
            person["home_commune_id"],
            isolate(group_phone(person["phone"])),
        ]


def _chapter(number: int) -> Iterator[Part]:
    """The text of the guide that the program prints, as a chapter of a longer one."""
    from craftdesk.features.guides.markdown import blocks  # noqa: PLC0415

    yield Part("title", f"{GUIDE} {number}")
    yield from map(_part, blocks(_guide_text()))


def _part(block: Any) -> Part:
    from craftdesk.pdf.blocks import Box, Cell, Table  # noqa: PLC0415

    if isinstance(block, Box):
        return _part(block.blocks[0])
    if isinstance(block, Table):
        header = [_plain(column.title) for column in block.columns]
        return Part(
            "table",
            rows=[header, *([_plain(cell.content) for cell in row if isinstance(cell, Cell)] for row in block.rows)],
        )
    text = _plain(block.text)
    if "\u2003" in text:
        return Part("item", text.partition("\u2003")[2])
    return Part("heading" if block.style.keep_with_next else "text", text)


def _plain(text: Any) -> str:
    return "".join(part if isinstance(part, str) else part.text for part in text)


def _guide_text() -> str:
    """The guide as it stands, for a case in which all of it is said; what it leaves open is filled with a word."""
    from jinja2 import Environment, Undefined  # noqa: PLC0415

    class Filled(Undefined):
        """Whatever the guide asks for."""

        def __str__(self) -> str:
            return "31 ديسمبر 2026"

        def __getattr__(self, name: str) -> "Filled":
            if name.startswith("__"):
                raise AttributeError(name)
            return Filled(name=name)

        def __call__(self, *given: object) -> str:  # type: ignore[override]
            return str(given[0]) if given else ""

        def __bool__(self) -> bool:
            return True

    source = (RESOURCES / "guides" / "tax-registration.ar.md").read_text(encoding="utf-8")
    return Environment(undefined=Filled, autoescape=False).from_string(source).render()
