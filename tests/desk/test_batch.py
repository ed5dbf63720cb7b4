import pypdfium2
import pytest

from craftdesk.app.features import FEATURES
from craftdesk.base.errors import UserError
from craftdesk.base.i18n import speaking
from craftdesk.base.names import fold
from craftdesk.desk import batch
from craftdesk.desk.batch import BY_COMMUNE, BY_NAME, USUAL, Recipient, Recipients
from craftdesk.desk.feature import Paper
from craftdesk.desk.papers import rendered, understood
from craftdesk.features.office.reads import commune_places
from craftdesk.features.roster import narrowing
from craftdesk.features.roster.finding import Asked
from craftdesk.features.roster.writes import save_artisan
from craftdesk.pdf.blocks import Paragraph
from craftdesk.pdf.document import Binder, Document

PEOPLE = Recipients(
    [
        Recipient("a", "3", "وردة", "باتنة"),
        Recipient("b", "1", "أحمد", "تيمقاد"),
        Recipient("c", "2", "إبراهيم", "باتنة"),
        Recipient("d", "4", "احمد", ""),
    ]
)


def order(found: Recipients) -> str:
    return "".join(each.key for each in found.people)


def paper_of(name: str) -> Paper:
    return next(paper for feature in FEATURES for paper in feature.papers if paper.name == name)


def texts(pdf: bytes) -> list[str]:
    return [fold(page.get_textpage().get_text_range()) for page in pypdfium2.PdfDocument(pdf)]


@pytest.fixture
def artisans(desk) -> dict[str, str]:
    """Three names and their keys; the first lives in the last commune by name."""
    communes = desk.read(
        lambda session: sorted(commune_places(session).values(), key=lambda place: fold(place.label()))
    )
    near = [place for place in communes if place.wilaya.id == "05"]
    people = (("وردي", near[-1]), ("بلعيد", near[0]), ("أمقران", near[0]))
    return {
        family: desk.write(save_artisan, None, {"family_ar": family, "given_ar": "سمير", "home_commune_id": place.id})
        for family, place in people
    }


def test_names_and_communes_are_sorted_as_they_are_searched():
    assert order(PEOPLE.sorted(USUAL)) == "abcd"
    assert order(PEOPLE.sorted(BY_NAME)) == "cbda"
    assert order(PEOPLE.sorted(BY_COMMUNE)) == "cabd", "who has no commune comes last"


def test_only_papers_for_many_ask_for_an_order():
    sheet, listed = paper_of("artisan-sheet"), paper_of("roster-list")
    assert {"order", "signing"} <= set(batch.options_of(sheet))
    assert {"order", "signing"} <= set(batch.options_of(sheet, ["a", "b"]))
    assert {"order", "signing"} <= set(batch.options_of(sheet, ['{"text": ""}'])), "a question stands for many"
    assert "order" not in batch.options_of(sheet, ["a"])
    assert "order" not in batch.options_of(listed)


@pytest.mark.parametrize(
    ("chosen", "names"),
    [
        ({}, ("وردي", "بلعيد", "أمقران")),
        ({"order": BY_NAME}, ("أمقران", "بلعيد", "وردي")),
        ({"order": BY_COMMUNE}, ("أمقران", "بلعيد", "وردي")),
    ],
)
def test_sheets_come_in_the_order_that_is_chosen(desk, artisans, chosen, names):
    pdf = desk.read(rendered, paper_of("artisan-sheet"), list(artisans.values()), "ar", chosen)
    pages = texts(pdf)
    assert len(pages) == 3
    assert [next(name for name in names if fold(name) in page) for page in pages] == list(names)


@pytest.mark.parametrize("language", ["ar", "fr"])
def test_the_list_to_be_signed_comes_last_in_the_same_order(desk, artisans, language):
    chosen = {"order": BY_NAME, "signing": True}
    pdf = desk.read(rendered, paper_of("artisan-sheet"), list(artisans.values()), language, chosen)
    *_sheets, last = texts(pdf)
    assert len(_sheets) == 3
    places = [last.index(fold(name)) for name in sorted(artisans, key=fold)]
    assert places == sorted(places)


def test_a_list_that_nobody_fits_prints_nobody(desk, artisans):
    nobody = narrowing.dumped(Asked(text="قققق"))
    with pytest.raises(UserError):
        desk.read(rendered, paper_of("artisan-sheet"), [nobody], "ar")


def test_extracts_go_to_many_who_sign_for_them(desk, artisans):
    for number, key in enumerate(artisans.values()):
        desk.write(save_artisan, key, {"register_no": f"05/2012/{number}"})
    left_out = desk.write(save_artisan, None, {"family_ar": "زروق", "given_ar": "عمر"})
    pdf = desk.read(rendered, paper_of("register-extract"), [], "ar", {"order": BY_NAME, "signing": True})
    *extracts, last = texts(pdf)
    assert len(extracts) == 3
    assert all(fold(name) in last for name in artisans)
    assert fold("زروق") not in last
    with pytest.raises(UserError, match="زروق"):
        desk.read(rendered, paper_of("register-extract"), [left_out, *artisans.values()], "ar")


def test_without_keys_everybody_gets_the_paper(desk, artisans):
    pdf = desk.read(rendered, paper_of("artisan-sheet"), [], "ar", {"order": BY_NAME, "signing": True})
    assert len(texts(pdf)) == 4


def test_the_command_line_names_the_order_too(desk, artisans):
    sheet = paper_of("artisan-sheet")
    chosen = understood(sheet, ["order=name", "signing=yes"])
    assert chosen == {"order": "name", "signing": True}
    assert len(texts(desk.read(rendered, sheet, list(artisans.values())[:2], "ar", chosen))) == 3


def test_a_single_document_gets_its_list_too():
    made = batch.with_signing_list(Document("ورقة", "ar", [Paragraph("ورقة")]), paper_of("artisan-sheet"), PEOPLE, "ar")
    assert isinstance(made, Binder)
    with speaking("ar"):
        assert len(texts(made.render())) == 2


def test_the_list_goes_on_over_pages_with_room_to_sign():
    many = Recipients([Recipient(str(n), f"2026/{n:04}", f"اسم {n}", "باتنة") for n in range(60)])
    with speaking("ar"):
        pages = texts(batch.signing_list(paper_of("certificate"), many, "ar").render())
    assert len(pages) == 3
    assert all("باتنه" in page for page in pages)
