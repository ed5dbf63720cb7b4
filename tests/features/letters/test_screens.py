"""The list of letters and the page on which one is written, as a clerk uses them."""

import pytest
from PySide6.QtCore import Qt

from craftdesk.desk.feature import NEW
from craftdesk.features.letters import reads
from craftdesk.features.letters.feature import FEATURE
from craftdesk.features.letters.reads import Sought
from craftdesk.features.letters.ui.artisan_panel import ArtisanLetters
from craftdesk.features.letters.ui.letters_page import WRITER, LettersPage
from craftdesk.features.roster.ui.artisan_page import ArtisanPage
from tests.features.letters.conftest import TEXTS, letter_of, write_letter
from tests.features.training.conftest import make_session
from tests.screens import CONTROL, buttons, press, settle, shown, told, wishes, words_on


@pytest.fixture
def page(desk, qtbot, direction) -> LettersPage:
    return shown(LettersPage(desk), qtbot)


def rest(desk, qtbot) -> None:
    qtbot.wait(220)
    qtbot.waitUntil(lambda: not desk.is_busy())
    qtbot.wait(10)


def fill(page, **texts: str) -> None:
    for name, text in {**TEXTS, **texts}.items():
        page.writer.form.input(name).set_text(text)


def keys(desk) -> list[str]:
    return desk.read(reads.keys_in, Sought())


def test_an_empty_list_offers_the_first_letter(page, qtbot):
    assert page.list.table.model.rowCount() == 0
    assert not page.list.side.isVisible()
    page.list.table.grid.setFocus()
    press(qtbot, Qt.Key.Key_N, held=CONTROL)
    assert page.currentWidget() is page.writer


def test_a_letter_is_written_and_stands_in_the_list(page, desk, qtbot):
    page.begin()
    fill(page)
    page.writer.form.save()
    [key] = keys(desk)
    assert page.currentWidget() is page.list
    assert page.list.table.row().id == key
    assert "2026/0001" in words_on(page.list.side)
    assert letter_of(desk.database, key).body == TEXTS["body"]


def test_the_page_beside_is_drawn_anew_while_one_writes(page, desk, qtbot):
    page.begin()
    rest(desk, qtbot)
    assert page.writer.paper.view.pages == 1
    page.writer.form.input("body").set_text("\n".join(["سطر من نص طويل."] * 60))
    rest(desk, qtbot)
    assert page.writer.paper.view.pages > 1


def test_what_cannot_be_printed_is_told_below_the_page(page, desk, qtbot):
    page.begin()
    fill(page, body="𒀀𒀁")
    rest(desk, qtbot)
    assert page.writer.paper.note.isVisible()
    fill(page)
    rest(desk, qtbot)
    assert not page.writer.paper.note.isVisible()


def test_what_is_missing_is_told_at_its_field_and_nothing_is_saved(page, desk):
    page.begin()
    fill(page, topic="")
    page.writer.form.save()
    assert page.writer.form.row("topic").message()
    assert keys(desk) == []


def test_an_artisan_fills_in_name_sex_and_address(page, desk, artisan_id):
    page.open_record(f"{NEW}{artisan_id}")
    found = page.writer.form.wanted()
    known = desk.read(reads.addressee, artisan_id, found.language)
    assert found.artisan_id == artisan_id
    assert (found.texts["recipient"], found.addressee) == (known["recipient"], known["addressee"])


def test_another_language_writes_the_artisan_and_the_director_in_its_letters(page, directed, artisan_id):
    page.open_record(f"{NEW}{artisan_id}")
    page.writer.form.input("topic").set_text("Objet")
    page.writer.choice.language.set_value("fr")
    page.writer.choice.language.changed.emit()
    found = page.writer.form.wanted()
    assert found.language == "fr"
    assert found.texts["recipient"] == page._desk.read(reads.addressee, artisan_id, "fr")["recipient"]
    assert found.signatory == "BELMIHOUB Rachid"
    assert found.texts["topic"] == "Objet"


def test_another_template_asks_for_other_texts_and_keeps_what_was_written(page, desk):
    key = make_session(desk.database, 3)
    page.begin()
    fill(page)
    page.writer.choice.template.set_value("convocation")
    page.writer.choice.template.changed.emit()
    form = page.writer.form
    assert form.has("days")
    assert not form.has("topic")
    form.set_value("session_id", key)
    assert form.values()["subject"] == "التصميم والرسم في الحلي التقليدي"
    page.writer.choice.template.set_value("letter")
    page.writer.choice.template.changed.emit()
    assert page.writer.form.values()["topic"] == TEXTS["topic"]


def test_what_was_not_saved_is_kept_and_taken_up_again(page, desk):
    heard = told(desk)
    page.begin()
    fill(page)
    page.writer.leave()
    assert heard[-1].tone == "warn"
    page.begin()
    assert page.writer.form.wanted().texts["topic"] == TEXTS["topic"]
    page.writer.discard()
    assert page.writer.form.wanted().texts["topic"] == ""


def test_a_letter_is_opened_by_enter_and_changed(page, desk, qtbot):
    key = write_letter(desk.database)
    page.open_record(key)
    press(qtbot, Qt.Key.Key_Return)
    assert page.opened_record() == WRITER + key
    fill(page, topic="موضوع جديد")
    page.writer.form.save()
    assert letter_of(desk.database, key).topic == "موضوع جديد"
    assert page.opened_record() == key


def test_saving_and_printing_shows_the_paper_in_its_language(page, desk):
    wished = wishes(desk)
    page.begin()
    fill(page)
    page.writer.save_and_print()
    [key] = keys(desk)
    assert [(wish.name, wish.keys) for wish in wished] == [("letter", (key,))]


def test_a_new_one_like_it_has_its_words_and_nobody_to_go_to(page, desk):
    key = write_letter(desk.database)
    page.open_record(key)
    page.list.begin_like()
    found = page.writer.form.wanted()
    assert (found.texts["topic"], found.texts["recipient"]) == (TEXTS["topic"], "")
    assert page.writer.key is None


def test_a_letter_that_others_followed_is_not_deleted_and_the_reason_is_told(page, desk):
    first = write_letter(desk.database)
    write_letter(desk.database)
    heard = told(desk)
    page.open_record(first)
    page.list.delete()
    assert heard[-1].tone == "bad"
    assert len(keys(desk)) == 2


def test_the_list_is_narrowed_by_words_and_by_year(page, desk):
    write_letter(desk.database)
    page.list.narrow(like="لا يوجد")
    assert page.list.table.model.rowCount() == 0
    page.list.narrow(like="", year=2026)
    assert page.list.table.model.rowCount() == 1


def test_the_card_of_an_artisan_lists_the_letters_and_begins_one(desk, qtbot, direction, artisan_id):
    panel = shown(ArtisanLetters(desk, artisan_id), qtbot, 400, 300)
    pages: list[tuple[str, object]] = []
    desk.page_wished.connect(lambda name, record: pages.append((name, record)))
    write_letter(desk.database, artisan_id=artisan_id)
    desk.changed.emit(frozenset({type(letter_of(desk.database, keys(desk)[0]))}))
    settle()
    assert "2026/0001" in words_on(panel)
    next(iter(buttons(panel).values())).click()
    assert pages == [("letters", f"{NEW}{artisan_id}")]


def test_the_menu_of_an_artisan_begins_a_letter(desk, qtbot, direction, artisan_id):
    desk.panels = FEATURE.panels
    pages: list[tuple[str, object]] = []
    desk.page_wished.connect(lambda name, record: pages.append((name, record)))
    card = shown(ArtisanPage(desk, lambda: None, lambda _key: None), qtbot)
    card.open(artisan_id)
    card._further()[-1].run()
    assert pages == [("letters", f"{NEW}{artisan_id}")]
