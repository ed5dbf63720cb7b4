"""Every paper of every card, in Arabic and French, as it was when somebody last looked at it.

Where a paper is meant to look another way: `CRAFTDESK_KEEP_PAGES=1` keeps its pages as they are now (with `-k NAME`
for one paper). Look at them before they are committed.
"""

import os

import pytest
from PIL import Image

from craftdesk.app.features import papers
from craftdesk.base.dates import on_day
from craftdesk.base.scannable import CODE, SHEET
from craftdesk.base.scannable import Paper as Paged
from craftdesk.data.database import Database
from craftdesk.desk.feature import Paper
from craftdesk.desk.papers import rendered
from tests.golden import office, pictures

KEEPING = bool(os.environ.get("CRAFTDESK_KEEP_PAGES"))
EVERY = list(papers())
SET = [(paper, language) for paper in EVERY for language in paper.languages or ("ar", "fr")]
"""Each in the languages in which it is set: side by side too."""


def printed(database: Database, paper: Paper, language: str) -> list[Image.Image]:
    with on_day(office.DAY), database.reading() as session:
        pages = pictures.drawn(rendered(session, paper, office.keys_for(session, paper), language))
    if paper.name == "attendance-sheet":
        for page in pages:
            _hide_code(page, language)
    return pages


def _hide_code(page: Image.Image, language: str) -> None:
    """The code of a sheet names records by their keys, which are new every time."""
    left, top = (edge * pictures.DPI / 25.4 for edge in Paged(*SHEET, code_right=language != "ar").code)
    size = CODE * pictures.DPI / 25.4
    page.paste(0, (round(left), round(top), round(left + size), round(top + size)))


@pytest.mark.parametrize(("paper", "language"), [pytest.param(*each, id=f"{each[0].name}-{each[1]}") for each in SET])
def test_a_paper_looks_as_it_was_kept(database: Database, paper: Paper, language: str):
    name = f"{paper.name}.{language}"
    pages = {f"{name}-{number}": page for number, page in enumerate(printed(database, paper, language), 1)}
    if KEEPING:
        for old in pictures.KEPT.glob(f"{name}-*.png"):
            old.unlink()
        for page, picture in pages.items():
            pictures.keep(picture, pictures.KEPT / f"{page}.png")
    known = {path.stem for path in pictures.KEPT.glob(f"{name}-*.png")}
    if not known:
        pytest.fail("No page of this paper is kept yet: keep them with CRAFTDESK_KEEP_PAGES=1, and look at them.")
    assert set(pages) == known, "The paper has more pages or fewer than are kept."
    assert [page for page, picture in pages.items() if not as_kept(page, picture)] == [], (
        f"Pages are not as they were kept: look at {pictures.LEFT}"
    )


def as_kept(name: str, now: Image.Image) -> bool:
    before = pictures.kept(pictures.KEPT / f"{name}.png")
    if pictures.differ(now, before) <= pictures.FEW:
        return True
    pictures.leave(name, now, before)
    return False


def test_no_page_is_kept_of_a_paper_that_is_gone():
    known = {paper.name for paper in EVERY}
    assert {path.stem.partition(".")[0] for path in pictures.KEPT.glob("*.png")} - known == set()


def test_a_dot_more_on_a_letter_is_seen(tmp_path, monkeypatch):
    monkeypatch.setattr(pictures, "LEFT", tmp_path)
    page = Image.new("L", (827, 1169), 15)
    dotted = page.copy()
    dotted.paste(0, (400, 400, 404, 404))
    pictures.keep(page, tmp_path / "kept.png")
    before = pictures.kept(tmp_path / "kept.png")
    assert pictures.differ(page, before) == 0
    assert pictures.differ(dotted, before) == 16 > pictures.FEW
    pictures.leave("page", dotted, before)
    assert {path.name for path in tmp_path.glob("page-*")} == {"page-now.png", "page-kept.png", "page-difference.png"}
