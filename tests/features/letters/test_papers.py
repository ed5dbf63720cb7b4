"""The letter on paper: read back from the PDF, and the same again whatever happened since."""

import io

import pypdfium2
import pytest

from craftdesk.app.features import papers
from craftdesk.base.errors import UserError
from craftdesk.base.numbers import without_marks
from craftdesk.desk.papers import rendered
from craftdesk.features.letters import reads
from craftdesk.features.letters.documents import letter
from craftdesk.features.letters.models import Addressee
from craftdesk.features.letters.rules import Wanted
from craftdesk.features.office import reads as office_reads
from craftdesk.features.office import writes as office_writes
from craftdesk.features.office.signings import Signing
from craftdesk.features.templates import writes as templates
from craftdesk.pdf.blocks import Paragraph
from tests.features.conftest import TODAY
from tests.features.letters.conftest import TEXTS, write_letter

PAPER = next(paper for paper in papers() if paper.name == "letter")
FRENCH = {
    "recipient": "BOUZID Fatima Zohra",
    "address": "Cité 500 logements, Batna",
    "topic": "Demande d'équipement",
    "body": "La réunion est reportée.\nVous serez informée de la nouvelle date.",
}


def printed(database, *keys: str, language: str = "ar") -> bytes:
    with database.reading() as session:
        return rendered(session, PAPER, keys, language)


def text_of(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(io.BytesIO(pdf)) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    return " ".join(without_marks(" ".join(pages)).split())


def test_an_arabic_letter_says_to_whom_and_what(directed):
    text = text_of(printed(directed, write_letter(directed, addressee=Addressee.WOMAN, signatory="بلميهوب رشيد")))
    for part in ("إلى السيدة بوزيد فاطمة الزهراء", "الموضوع: طلب اقتناء عتاد حرفي", "تحية طيبة وبعد", "بلميهوب رشيد"):
        assert part in text
    assert "1 / غ.ص.ت.ح / 2026" in text
    assert "23 نوفمبر 2026" in text


@pytest.mark.parametrize(
    ("addressee", "arabic", "french"),
    [
        (Addressee.MAN, "إلى السيد مدير الضرائب", "À Monsieur مدير الضرائب"),
        (Addressee.WOMAN, "إلى السيدة مدير", "À Madame مدير"),
        (None, "إلى السيد(ة) مدير", "À Madame, Monsieur مدير"),
        (Addressee.BODY, "إلى مدير الضرائب", "مدير الضرائب"),
    ],
)
def test_a_body_is_written_to_without_a_title(directed, addressee, arabic, french):
    texts = {"recipient": "مدير الضرائب"}
    for language, wanted in (("ar", arabic), ("fr", french)):
        text = text_of(printed(directed, write_letter(directed, language=language, addressee=addressee, texts=texts)))
        assert wanted in text
        assert (addressee is Addressee.BODY) == ("السيد" not in text and "À M" not in text)


def test_a_letter_is_signed_for_the_director_or_by_the_acting_one(directed):
    said = {signing: write_letter(directed, signing=signing, signatory="قاسم علي") for signing in Signing}
    texts = {signing: text_of(printed(directed, key)) for signing, key in said.items()}
    assert "عن المدير وبتفويض منه قاسم علي" in texts[Signing.DELEGATED]
    assert "المدير بالنيابة قاسم علي" in texts[Signing.ACTING]
    assert "عن المدير" not in texts[Signing.DIRECTOR]


@pytest.mark.parametrize("asked", ["ar", "fr"])
def test_a_letter_speaks_its_own_language_whichever_is_asked_for(directed, asked):
    key = write_letter(directed, language="fr", texts=FRENCH, addressee=Addressee.WOMAN)
    text = text_of(printed(directed, key, language=asked))
    assert "À Madame BOUZID Fatima Zohra" in text
    assert "Objet : Demande d'équipement" in text.replace("\u00a0", " ")
    assert "Batna, le 23 novembre 2026" in text


def test_a_reprint_is_the_same_after_head_template_and_director_changed(directed):
    with directed.writing() as session:
        own = templates.copy(session, "letter")
    key = write_letter(directed, template=own, signatory="بلميهوب رشيد")
    before = text_of(printed(directed, key))
    with directed.writing() as session:
        head = office_reads.letterheads(session)[0]
        office_writes.save_letterhead(session, head.id, {"chamber_ar": "غرفة أخرى", "director_ar": "غيره"})
        office_writes.save_chamber(session, {"place_ar": "أريس"})
    with directed.writing() as session:
        templates.delete(session, own)
    assert text_of(printed(directed, key)) == before


def test_what_is_shown_while_writing_is_what_is_printed_then(directed):
    wanted = Wanted("letter", "ar", TODAY, TEXTS, addressee=Addressee.WOMAN, signatory="بلميهوب رشيد")
    with directed.reading() as session:
        shown = letter(reads.composed(session, wanted)).render()
    key = write_letter(directed, addressee=Addressee.WOMAN, signatory="بلميهوب رشيد")
    assert text_of(shown) == text_of(printed(directed, key))


def test_paragraphs_stand_apart_without_empty_lines(directed):
    wanted = Wanted("letter", "ar", TODAY, {**TEXTS, "body": "الفقرة الأولى.\n\nالفقرة الثانية."})
    with directed.reading() as session:
        blocks = letter(reads.composed(session, wanted)).blocks
    texts = [block.text for block in blocks if isinstance(block, Paragraph)]
    assert texts[texts.index("الفقرة الأولى.") + 1] == "الفقرة الثانية."


def test_a_long_letter_goes_on_to_the_next_pages(directed):
    body = "\n".join("نص طويل يملأ السطر ويزيد عليه حتى يبلغ السطر الثاني ثم الثالث." for _line in range(30))
    pdf = printed(directed, write_letter(directed, texts={"body": body}))
    with pypdfium2.PdfDocument(io.BytesIO(pdf)) as document:
        assert len(document) > 1


def test_a_paragraph_that_begins_with_a_latin_word_runs_from_the_right(directed):
    wanted = Wanted("letter", "ar", TODAY, {**TEXTS, "body": "CASNOS هو صندوق الضمان.\nسطر ثان."})
    with directed.reading() as session:
        body = reads.composed(session, wanted).printed.values["body"]
    assert body == "\u200fCASNOS هو صندوق الضمان.\nسطر ثان."


def test_a_letter_in_letters_that_no_font_has_is_refused_in_a_sentence(directed):
    with directed.reading() as session, pytest.raises(UserError):
        letter(reads.composed(session, Wanted("letter", "ar", TODAY, {**TEXTS, "body": "𒀀𒀁"}))).render()
