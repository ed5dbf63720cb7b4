"""Badges and table cards, read back; the positions are held in tests/pdf/test_sheets.py."""

import pypdfium2
import pytest

from craftdesk.desk.papers import rendered
from craftdesk.features.training.feature import FEATURE
from craftdesk.features.training.writes import people
from tests.features.training.conftest import make_session
from tests.pdf.conftest import by_pdfium, by_poppler, plain

PAPERS = {paper.name: paper for paper in FEATURE.papers}
LONG = {"own_name_ar": "عبد الرحمان عبد القادر بن محمد الصالح الشريف المدني", "own_name_la": "Abderrahmane " * 5}


def printed(office, name, key, language="ar", **chosen):
    with office.reading() as session:
        return rendered(session, PAPERS[name], [key], language, chosen)


@pytest.mark.parametrize("read", [by_poppler, by_pdfium])
def test_a_badge_bears_both_names_and_the_course(office, read):
    key = make_session(office, 1)
    text = plain(read(printed(office, "name-badges", key)))
    for words in ("بن نادر شاهين", "Bennadir Chahine", "التصميم والرسم في الحلي التقليدي", "غرفة الصناعة التقليدية"):
        assert text.count(words) == 1, words


def test_ten_badges_fill_a_sheet_and_the_trainer_comes_first(office):
    key = make_session(office, 20)
    with office.writing() as session:
        people.add_outside_trainer(session, key, LONG)
    document = pypdfium2.PdfDocument(printed(office, "name-badges", key, first=10))
    texts = [plain(page.get_textpage().get_text_range()) for page in document]
    assert len(texts) == 3
    assert "عبد الرحمان" in texts[0]
    assert [text.count("التصميم والرسم") for text in texts] == [1, 10, 10]


def test_a_table_card_shows_the_name_on_both_faces_one_of_them_turned(office):
    key = make_session(office, 3)
    document = pypdfium2.PdfDocument(printed(office, "table-cards", key, "fr"))
    texts = [plain(page.get_textpage().get_text_range()) for page in document]
    assert [text.count("Benmehdi Omar") for text in texts] == [2, 0]
    assert texts[1].count("Bennadir Chahine") == 2


def test_nobody_has_no_cards(office):
    key = make_session(office, 0)
    for name in ("name-badges", "table-cards"):
        with pytest.raises(Exception, match="لا"):
            printed(office, name, key)
