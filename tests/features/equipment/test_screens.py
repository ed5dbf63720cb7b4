"""Equipment requests by keyboard and mouse, in both directions, empty and full."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from craftdesk.base.numbers import without_marks
from craftdesk.desk.feature import NEW
from craftdesk.features.equipment import reads, writes
from craftdesk.features.equipment.models import EquipmentRequest, PaperState, RequestKind, RequestState
from craftdesk.features.equipment.ui.artisan_panel import ArtisanRequests
from craftdesk.features.equipment.ui.equipment_page import EquipmentPage
from craftdesk.features.equipment.ui.lines_input import LinesInput
from craftdesk.features.equipment.writes import Asked
from craftdesk.ui.painting import pill_width
from craftdesk.ui.table import Style
from craftdesk.ui.theme import font, px
from tests.features.conftest import TODAY
from tests.features.equipment.conftest import FURNACE, file_of, move, receive_papers, take_in
from tests.features.training.conftest import add_artisans
from tests.screens import (
    ALL,
    BOTH,
    CONTROL,
    buttons,
    focused,
    look,
    press,
    settle,
    shown,
    told,
    type_text,
    wishes,
    words_on,
)


def opened(desk, qtbot, language: str = "ar") -> EquipmentPage:
    look(language)
    return shown(EquipmentPage(desk), qtbot)


def only_request(desk) -> str:
    [entry] = desk.read(reads.requests)
    return entry.id


@pytest.mark.parametrize("language", ALL)
def test_an_empty_list_says_what_to_do_first(desk, qtbot, language):
    page = opened(desk, qtbot, language)
    first = {"ar": "لا طلبات عتاد بعد", "fr": "Aucune demande de matériel", "en": "No equipment was asked"}[language]
    assert first in words_on(page)
    new = {"ar": "طلب جديد", "fr": "Nouvelle demande", "en": "New request"}[language]
    qtbot.mouseClick(buttons(page)[new], Qt.MouseButton.LeftButton)
    assert page.form is not None
    assert page.form.isVisible()


@pytest.mark.parametrize("language", ALL)
def test_list_card_and_form_open_full_and_fit_beside_the_side_bar(desk, request_id, qtbot, language):
    take_in(desk.database, None, group_name="مجموعة صائغي أريس", purpose="ورشة مشتركة", funding="الولاية")
    page = opened(desk, qtbot, language)
    assert page.list.table.model.rowCount() == 2
    for key in [entry.id for entry in desk.read(reads.requests)]:
        page.open_record(key)
        assert page.request.isVisible()
        assert "2026/000" in words_on(page)
        page.edit(key)
        assert page.form.lines.value() is not None
    assert page.minimumSizeHint().width() <= 1366 - 214


@pytest.mark.parametrize("language", BOTH)
def test_a_request_is_taken_in_at_the_counter_by_keyboard_alone(desk, artisan_id, qtbot, language):
    """Ctrl+N, the artisan by a few letters, two lines, Ctrl+S, Ctrl+P."""
    printed = wishes(desk)
    page = opened(desk, qtbot, language)
    page.list.table.grid.setFocus()
    press(qtbot, Qt.Key.Key_N, held=CONTROL)
    settle()
    type_text("بن موسى")
    qtbot.waitUntil(page.form.picker.suggestions.is_open)
    press(qtbot, Qt.Key.Key_Return, Qt.Key.Key_Return)
    for text in ("فرن صهر الفضة", "1", "240000", "قوالب غرافيت", "6", "3 500,00"):
        type_text(text)
        press(qtbot, Qt.Key.Key_Return)
    press(qtbot, Qt.Key.Key_Return)
    assert {"ar": "261.000,00", "fr": "261 000,00"}[language] in words_on(page.form).replace("\u00a0", " ")
    in_words = {"ar": "مائتان وواحد وستون ألف دينار جزائري", "fr": "deux cent soixante et un mille dinars"}[language]
    assert in_words in words_on(page.form)
    press(qtbot, Qt.Key.Key_S, held=CONTROL)
    settle()
    file = file_of(desk.database, only_request(desk))
    assert (file.request.artisan_id, file.total) == (artisan_id, 26_100_000)
    assert (file.request.kind, file.request.deposited_on) == (RequestKind.ACQUISITION, TODAY)
    assert page.request is not None
    press(qtbot, Qt.Key.Key_P, held=CONTROL)
    assert [(wish.name, wish.keys) for wish in printed] == [("equipment-receipt", (file.request.id,))]


def test_what_is_missing_is_told_at_its_field(desk, qtbot):
    page = opened(desk, qtbot)
    page.begin()
    page.form.form.save()
    assert page.form.form.row("lines").message()
    page.form.lines.set_value([Asked("فرن", 1, 100)])
    page.form.form.save()
    assert "اختاروا الحرفي" in page.form.form.row("artisan_id").message()
    assert desk.read(reads.requests) == []


def test_a_cell_that_cannot_be_understood_is_marked_and_told(desk, qtbot):
    lines = shown(LinesInput(), qtbot)
    lines.set_text('[["فرن", "1", "كثير"]]')
    assert lines.value() is None
    assert "كثير" in lines.fault()
    lines.set_bad(True)
    assert lines.lines[0].price.property("bad")
    assert not lines.lines[0].what.property("bad")
    lines.set_text('[["", "1", "500"]]')
    assert lines.fault()
    lines.set_text('[["فرن", "1,5", "500"]]')
    assert "الكمية" in lines.fault()


def test_arrows_change_the_line_and_control_delete_takes_it_out(desk, qtbot):
    lines = shown(LinesInput(), qtbot)
    lines.set_value([Asked("أ", 1, 100), Asked("ب", 2, 200), Asked("ت", 3, 300)])
    lines.lines[0].price.setFocus()
    press(qtbot, Qt.Key.Key_Down)
    assert focused() is lines.lines[1].price
    press(qtbot, Qt.Key.Key_Delete, held=CONTROL)
    assert [each.what for each in lines.value()] == ["أ", "ت"]
    press(qtbot, Qt.Key.Key_Up)
    assert focused() is lines.lines[0].what
    press(qtbot, Qt.Key.Key_Delete, held=CONTROL)
    press(qtbot, Qt.Key.Key_Delete, held=CONTROL)
    assert lines.value() is None
    assert len(lines.lines) == 1


def test_leaving_an_empty_line_by_enter_leaves_the_table(desk, qtbot):
    lines = shown(LinesInput(), qtbot)
    left = []
    lines.entered.connect(lambda: left.append(True))
    lines.lines[0].what.setFocus()
    press(qtbot, Qt.Key.Key_Return)
    assert left == [True]


def test_prices_are_written_back_as_they_were_understood(desk, qtbot):
    lines = shown(LinesInput(), qtbot)
    lines.lines[0].what.setFocus()
    type_text("فرن")
    press(qtbot, Qt.Key.Key_Return, Qt.Key.Key_Return)
    type_text("٢٤٠٠٠٠")
    press(qtbot, Qt.Key.Key_Return)
    assert without_marks(lines.lines[0].price.text()).startswith("240.000,00")
    assert lines.value() == [Asked("فرن", 1, 24_000_000)]


def test_what_was_typed_is_kept_when_the_program_ends_and_comes_back(desk, office, qtbot):
    page = opened(desk, qtbot)
    page.begin()
    settle()
    page.form.form.input("group_name").line.setFocus()
    type_text("مجموعة صائغي أريس")
    page.form.lines.lines[0].what.setFocus()
    type_text("فرن صهر")
    desk.leaving.emit()
    again = opened(desk, qtbot)
    again.begin()
    assert again.form.form.values()["group_name"] == "مجموعة صائغي أريس"
    assert again.form.lines.lines[0].what.text() == "فرن صهر"
    again.form.form.cancelled.emit()
    last = opened(desk, qtbot)
    last.begin()
    assert last.form.form.values()["group_name"] is None


def test_sources_of_funds_named_before_are_offered(desk, artisan_id, qtbot):
    take_in(desk.database, artisan_id, funding="الصندوق الوطني لترقية نشاطات الصناعة التقليدية")
    page = opened(desk, qtbot)
    page.begin(artisan_id)
    settle()
    funding = page.form.form.input("funding")
    funding.line.setFocus()
    type_text("الصندوق")
    qtbot.waitUntil(funding.suggestions.is_open)
    press(qtbot, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert page.form.form.values()["funding"] == "الصندوق الوطني لترقية نشاطات الصناعة التقليدية"


def test_a_request_is_changed_and_the_card_shows_it(desk, request_id, qtbot):
    page = opened(desk, qtbot)
    page.open_record(request_id)
    press(qtbot, Qt.Key.Key_F2)
    assert page.form.isVisible()
    page.form.form.set_value("purpose", "توسيع الورشة")
    page.form.form.save()
    assert "توسيع الورشة" in words_on(page.request)
    assert file_of(desk.database, request_id).request.purpose == "توسيع الورشة"


def test_escape_leads_back_to_the_card_and_nothing_is_changed(desk, request_id, qtbot):
    page = opened(desk, qtbot)
    page.open_record(request_id)
    page.edit(request_id)
    page.form.form.set_value("purpose", "شيء آخر")
    page.form.form.input("funding").line.setFocus()
    press(qtbot, Qt.Key.Key_Escape)
    assert page.request.isVisible()
    assert file_of(desk.database, request_id).request.purpose == ""


@pytest.mark.parametrize("language", BOTH)
def test_space_turns_a_paper_from_missing_to_received_to_not_needed(desk, request_id, qtbot, language):
    page = opened(desk, qtbot, language)
    page.open_record(request_id)
    seen = []
    for _turn in range(3):
        press(qtbot, Qt.Key.Key_Space)
        paper = file_of(desk.database, request_id).papers[0]
        seen.append((paper.state, paper.received_on))
    assert seen == [(PaperState.RECEIVED, TODAY), (PaperState.NOT_NEEDED, None), (PaperState.MISSING, None)]


def test_down_goes_to_the_next_paper_and_a_click_turns_it(desk, request_id, qtbot):
    page = opened(desk, qtbot)
    page.open_record(request_id)
    press(qtbot, Qt.Key.Key_Down, Qt.Key.Key_Space)
    qtbot.mouseClick(page.request.papers.rows[3], Qt.MouseButton.LeftButton)
    states = [paper.state is PaperState.RECEIVED for paper in file_of(desk.database, request_id).papers]
    assert states == [False, True, False, True, False]
    assert "3 وثائق ناقصة" in words_on(page.request.papers)


def test_papers_are_received_on_the_day_that_stands_above_them(desk, request_id, qtbot):
    page = opened(desk, qtbot)
    page.open_record(request_id)
    page.request.papers.day.set_value(date(2026, 11, 19))
    page.request.papers.rows[0].press()
    assert file_of(desk.database, request_id).papers[0].received_on == date(2026, 11, 19)


def test_one_more_paper_is_asked_for_by_typing_and_taken_off_by_delete(desk, request_id, qtbot):
    page = opened(desk, qtbot)
    page.open_record(request_id)
    page.request.papers.name.setFocus()
    type_text("فاتورة شكلية")
    press(qtbot, Qt.Key.Key_Return)
    assert len(page.request.papers.rows) == 6
    page.request.papers.rows[5].setFocus()
    press(qtbot, Qt.Key.Key_Delete)
    assert len(file_of(desk.database, request_id).papers) == 5


@pytest.mark.parametrize("language", BOTH)
def test_only_the_states_that_may_follow_are_offered_and_why_not_more(desk, request_id, qtbot, language):
    page = opened(desk, qtbot, language)
    page.open_record(request_id)
    assert set(page.request.steps.moves) == {RequestState.INCOMPLETE}
    quotation = {"ar": "عرض أسعار ثان", "fr": "Deuxième devis"}[language]
    assert quotation in words_on(page.request.steps)
    receive_papers(desk.database, request_id)
    page.request.refresh()
    assert set(page.request.steps.moves) == {RequestState.INCOMPLETE, RequestState.COMPLETE}
    qtbot.mouseClick(page.request.steps.moves[RequestState.COMPLETE], Qt.MouseButton.LeftButton)
    assert set(page.request.steps.moves) == {
        RequestState.APPROVED,
        RequestState.REFUSED,
        RequestState.POSTPONED,
        RequestState.INCOMPLETE,
    }


def test_a_step_takes_its_day_and_its_note(desk, request_id, qtbot):
    page = opened(desk, qtbot)
    page.open_record(request_id)
    steps = page.request.steps
    steps.day.set_value(date(2026, 11, 20))
    steps.note.setFocus()
    type_text("ينقص عرض الأسعار")
    qtbot.mouseClick(steps.moves[RequestState.INCOMPLETE], Qt.MouseButton.LeftButton)
    last = file_of(desk.database, request_id).steps[-1]
    assert (last.state, last.day, last.note) == (RequestState.INCOMPLETE, date(2026, 11, 20), "ينقص عرض الأسعار")
    assert steps.note.text() == ""
    assert "ينقص عرض الأسعار" in words_on(steps)


def test_a_step_on_an_impossible_day_is_refused_in_words(desk, request_id, qtbot):
    messages = told(desk)
    page = opened(desk, qtbot)
    page.open_record(request_id)
    page.request.steps.day.set_value(date(2026, 11, 1))
    page.request.steps.move_on(RequestState.INCOMPLETE)
    assert (messages[-1].text, messages[-1].tone) == ("التاريخ يسبق تاريخ الإيداع.", "bad")
    page.request.steps.day.set_text("أمس")
    page.request.steps.move_on(RequestState.INCOMPLETE)
    assert "أمس" in messages[-1].text
    assert len(file_of(desk.database, request_id).steps) == 1


def test_a_closed_request_offers_nothing_more(desk, request_id, qtbot):
    receive_papers(desk.database, request_id)
    for state in (RequestState.COMPLETE, RequestState.REFUSED, RequestState.CLOSED):
        move(desk.database, request_id, state)
    page = opened(desk, qtbot)
    page.open_record(request_id)
    assert page.request.steps.moves == {}
    assert "الطلب مغلق" in words_on(page.request.steps)


def test_the_chips_narrow_the_list_by_state_and_come_off_by_a_click(desk, artisan_id, request_id, qtbot):
    done = take_in(desk.database, artisan_id)
    receive_papers(desk.database, done)
    for state in (RequestState.COMPLETE, RequestState.APPROVED):
        move(desk.database, done, state)
    page = opened(desk, qtbot).list
    page.narrow_states("open")
    assert [page.table.model.row_at(0).id, page.table.model.rowCount()] == [request_id, 1]
    settle()
    qtbot.mouseClick(page.filters.chips.itemAt(0).widget(), Qt.MouseButton.LeftButton)
    assert page.table.model.rowCount() == 2
    page.narrow_states(RequestState.APPROVED)
    assert page.table.model.row_at(0).id == done
    page.narrow_states(RequestState.DEPOSITED)
    assert page.table.model.rowCount() == 2


def test_a_row_is_opened_by_enter_printed_and_deleted_by_keyboard(desk, request_id, qtbot):
    printed = wishes(desk)
    page = opened(desk, qtbot)
    page.list.table.grid.setFocus()
    page.list.table.select(request_id)
    press(qtbot, Qt.Key.Key_P, held=CONTROL)
    assert printed[-1].keys == (request_id,)
    press(qtbot, Qt.Key.Key_Return)
    assert page.opened_record() == request_id
    page.show_list()
    page.list.table.select(request_id)
    press(qtbot, Qt.Key.Key_Delete)
    assert desk.read(reads.requests) == []
    desk.undo()
    assert page.list.table.model.rowCount() == 1


def test_the_card_leaves_when_its_request_is_deleted(desk, request_id, qtbot):
    page = opened(desk, qtbot)
    page.open_record(request_id)
    desk.write(writes.delete_request, request_id)
    assert page.opened_record() is None
    assert page.list.isVisible()


def test_a_key_that_is_gone_opens_the_list(desk, qtbot):
    page = opened(desk, qtbot)
    page.open_record("0" * 32)
    assert page.list.isVisible()


@pytest.mark.parametrize("language", BOTH)
def test_the_panel_of_an_artisan_lists_the_requests_and_begins_one(desk, artisan_id, request_id, qtbot, language):
    pages, records = [], []
    desk.page_wished.connect(lambda name, key: pages.append((name, key)))
    desk.opened.connect(records.append)
    look(language)
    panel = shown(ArtisanRequests(desk, artisan_id), qtbot)
    assert "فرن صهر الفضة" in words_on(panel)
    new = {"ar": "طلب جديد", "fr": "Nouvelle demande"}[language]
    qtbot.mouseClick(buttons(panel)[new], Qt.MouseButton.LeftButton)
    assert pages == [("equipment", f"{NEW}{artisan_id}")]
    page = opened(desk, qtbot, language)
    page.open_record(pages[0][1])
    assert page.form.picker.value() == artisan_id
    assert records == []


def test_the_panel_follows_new_requests_and_says_when_there_are_none(desk, artisan_id, qtbot):
    panel = shown(ArtisanRequests(desk, artisan_id), qtbot)
    assert "لا طلبات بعد" in words_on(panel)
    values = {"artisan_id": artisan_id, "kind": RequestKind.MAINTENANCE, "deposited_on": TODAY}
    desk.write(writes.save_request, None, values, [Asked("إصلاح مدرفلة", 1, 4_500_000)])
    assert "إصلاح مدرفلة" in words_on(panel)
    assert EquipmentRequest.__tablename__ == "equipment_request"


def test_the_list_follows_what_others_write_while_it_is_in_sight(desk, office, qtbot):
    page = opened(desk, qtbot)
    people = add_artisans(office, 1)
    values = {"artisan_id": people[0], "kind": RequestKind.ACQUISITION, "deposited_on": TODAY}
    desk.write(writes.save_request, None, values, [Asked("فرن", 1, 100)])
    assert page.list.table.model.rowCount() == 1


@pytest.mark.parametrize("language", ALL)
def test_numbers_days_and_states_are_read_whole_in_the_list_at_1366_pixels(desk, artisan_id, qtbot, language):
    asked, day = [Asked("إصلاح مدرفلة الصفائح النحاسية", 1, 154_200_000)], TODAY - timedelta(41)
    key = take_in(desk.database, artisan_id, asked, day)
    receive_papers(desk.database, key)
    for state in (RequestState.COMPLETE, RequestState.APPROVED):
        move(desk.database, key, state)
    take_in(desk.database, artisan_id, FURNACE, day)
    table = opened(desk, qtbot, language).list.table
    settle()
    cut = {
        column.name
        for at, column in enumerate(table.model.columns)
        for line in range(table.model.rowCount())
        if wanted(column, table.model.row_at(line)) > table.grid.columnWidth(at)
    }
    # The names of missing papers go on as long as there are any.
    assert cut <= {"papers"}


def wanted(column, row) -> int:
    """The width that a cell needs."""
    if column.style is Style.PILL:
        return pill_width(column.text(row)) + 2 * px(14)
    second = column.second(row) if column.second else ""
    lines = ((column.text(row), font(14)), (second, font(12)))
    return max(QFontMetrics(shape).horizontalAdvance(text) for text, shape in lines) + 2 * px(14)
