"""Fees by keyboard and mouse, in both directions, empty and full."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from craftdesk.features.fees import reads, writes
from craftdesk.features.fees.models import Way
from craftdesk.features.fees.reads import Sought
from craftdesk.features.fees.ui.amounts_panel import AmountsPanel
from craftdesk.features.fees.ui.artisan_panel import ArtisanFees
from craftdesk.features.fees.ui.fees_page import DEBTORS, RECEIPTS, TAKINGS, FeesPage
from craftdesk.ui.labels import Pill
from tests.features.conftest import TODAY
from tests.features.fees.conftest import MEMBERSHIP, account, owed, pay
from tests.screens import ALL, BOTH, CONTROL, buttons, look, press, settle, shown, told, type_text, wishes, words_on


def opened(desk, qtbot, language: str = "ar") -> FeesPage:
    look(language)
    return shown(FeesPage(desk), qtbot)


@pytest.mark.parametrize("language", ALL)
def test_without_amounts_the_page_says_where_to_write_them(desk, people, qtbot, language):
    page = opened(desk, qtbot, language)
    places = []
    desk.page_wished.connect(lambda *wish: places.append(wish))
    words = {"ar": "لم يحدد المكتب مبالغ", "fr": "n'a pas encore fixé", "en": "not said yet what the fees cost"}
    assert words[language] in words_on(page)
    title = {"ar": "مبالغ الحقوق", "fr": "Montants des droits", "en": "Amounts of the fees"}[language]
    qtbot.mouseClick(buttons(page)[title], Qt.MouseButton.LeftButton)
    assert places == [("settings", "fees")]


@pytest.mark.parametrize("language", ALL)
def test_all_tabs_are_full_and_fit_beside_the_side_bar(desk, office, people, amounts, qtbot, language):
    pay(office, people[0])
    page = opened(desk, qtbot, language)
    for name, rows in ((DEBTORS, 3), (RECEIPTS, 1), (TAKINGS, 1)):
        page.open_record(name)
        tab = page.tabs.page(name)
        table = tab.months if name == TAKINGS else tab.table
        assert table.model.rowCount() == rows
    assert page.minimumSizeHint().width() <= 1366 - 222


@pytest.mark.parametrize("language", BOTH)
def test_a_fee_is_taken_in_at_the_counter_by_keyboard_alone(desk, office, people, amounts, qtbot, language):
    """Ctrl+N, the artisan by a few letters, the card ticked too, Ctrl+S: the receipt is there to be printed."""
    printed = wishes(desk)
    page = opened(desk, qtbot, language)
    page.tabs.page(DEBTORS).table.grid.setFocus()
    press(qtbot, Qt.Key.Key_N, held=CONTROL)
    settle()
    type_text("بن نادر")
    qtbot.waitUntil(page.pay.picker.suggestions.is_open)
    press(qtbot, Qt.Key.Key_Return)
    settle()
    assert [line.ticked for line, _owed in page.pay.owed] == [True, True]
    page.pay.extra[0][0].setFocus()
    press(qtbot, Qt.Key.Key_Space)
    assert {"ar": "2.600,00", "fr": "2 600,00"}[language] in words_on(page.pay).replace("\u00a0", " ")
    press(qtbot, Qt.Key.Key_S, held=CONTROL)
    settle()
    [receipt] = desk.read(reads.receipts, Sought())
    assert (receipt.artisan_id, receipt.amount, receipt.way) == (people[0], 260_000, Way.CASH)
    assert [(wish.name, wish.keys) for wish in printed] == [("fee-receipt", (receipt.id,))]
    assert page.tabs.page(RECEIPTS).table.row().id == receipt.id


def test_enter_on_who_owes_pays_and_the_list_grows_shorter(desk, office, people, amounts, qtbot):
    page = opened(desk, qtbot)
    debtors = page.tabs.page(DEBTORS)
    debtors.table.select(people[1])
    debtors.table.grid.setFocus()
    press(qtbot, Qt.Key.Key_Return)
    settle()
    assert page.pay.artisan_id == people[1]
    press(qtbot, Qt.Key.Key_Space, Qt.Key.Key_Down, Qt.Key.Key_Down)
    page.pay.save()
    assert owed(office, people[1]) == [("membership", 2025, MEMBERSHIP)]
    page.open_record(DEBTORS)
    assert debtors.table.model.rowCount() == 4
    debtors.narrow(year=2026)
    assert debtors.table.model.rowCount() == 3
    qtbot.mouseClick(debtors.filters.chips.itemAt(0).widget(), Qt.MouseButton.LeftButton)
    assert debtors.table.model.rowCount() == 4


def test_nothing_ticked_and_an_impossible_day_are_told(desk, office, people, amounts, qtbot):
    messages = told(desk)
    page = opened(desk, qtbot)
    page.begin(people[2])
    page.pay.owed[0][0].turn()
    page.pay.save()
    assert "حقا واحدا" in messages[-1].text
    page.pay.owed[0][0].turn()
    page.pay.form.set_value("day", date(2026, 12, 1))
    page.pay.save()
    assert page.pay.form.row("day").message()
    assert desk.read(reads.receipts, Sought()) == []


def test_a_receipt_is_cancelled_with_its_reason_beside_the_list(desk, office, people, amounts, qtbot):
    messages = told(desk)
    key = pay(office, people[0])
    page = opened(desk, qtbot)
    page.open_record(key)
    tab = page.tabs.page(RECEIPTS)
    tab.cancel()
    assert "سبب الإلغاء" in messages[-1].text
    tab.why.setFocus()
    type_text("خطأ في الاسم")
    press(qtbot, Qt.Key.Key_Return)
    settle()
    assert [pill.text() for pill in tab.side.findChildren(Pill) if pill.isVisible()] == ["ملغى"]
    assert len(owed(office, people[0])) == 2
    desk.undo()
    assert owed(office, people[0]) == []


def test_a_month_and_a_day_open_their_receipts(desk, office, people, amounts, qtbot):
    pay(office, people[0], date(2026, 3, 1))
    pay(office, people[1], date(2026, 4, 2))
    page = opened(desk, qtbot)
    page.open_record(TAKINGS)
    takings = page.tabs.page(TAKINGS)
    takings.months.select("2026-03-01")
    assert takings.days.model.rowCount() == 1
    takings.months.grid.setFocus()
    press(qtbot, Qt.Key.Key_Return)
    receipts = page.tabs.page(RECEIPTS)
    assert page.tabs.current() == RECEIPTS
    assert [receipts.table.model.row_at(0).day] == [date(2026, 3, 1)]
    assert receipts.table.model.rowCount() == 1


def test_the_list_on_paper_is_of_the_chosen_ones_or_of_all_that_are_shown(desk, office, people, amounts, qtbot):
    keys = [pay(office, key) for key in people[:3]]
    printed = wishes(desk)
    page = opened(desk, qtbot)
    page.open_record(RECEIPTS)
    tab = page.tabs.page(RECEIPTS)
    tab.print_journal()
    assert set(printed[-1].keys) == set(keys)
    tab.table.grid.selectAll()
    tab.print_chosen()
    assert (printed[-1].name, len(printed[-1].keys)) == ("fee-receipt", 3)


@pytest.mark.parametrize("language", BOTH)
def test_the_panel_shows_what_is_owed_and_paid_and_lets_go(desk, office, people, amounts, qtbot, language):
    look(language)
    panel = shown(ArtisanFees(desk, people[0]), qtbot, 330, 400)
    assert {"ar": "مجموع المستحقات: 2.000,00 دج", "fr": "Total dû"}[language] in words_on(panel).replace("\u00a0", " ")
    first = panel._lines.itemAt(0).widget()
    first.setFocus()
    press(qtbot, Qt.Key.Key_Delete)
    assert {"ar": "معفى في", "fr": "dispensé le"}[language] in words_on(panel)
    assert len(owed(office, people[0])) == 1
    desk.undo()
    pay(office, people[0])
    desk.changed.emit(frozenset({type(account(office, people[0]).receipts[0])}))
    assert "2026/0001" in words_on(panel)


@pytest.mark.usefixtures("direction")
def test_an_amount_is_written_changed_and_deleted(desk, office, people, qtbot):
    panel = shown(AmountsPanel(desk), qtbot)
    panel.fees.select("membership")
    panel.begin_rate()
    panel.amount.save()
    assert panel.amount.row("amount").message()
    panel.amount.set_value("amount", 120_000)
    panel.amount.set_value("holds_from", date(2026, 1, 1))
    panel.amount.save()
    assert owed(office, people[0]) == [("membership", 2026, 120_000)]
    panel.amount.set_value("amount", 130_000)
    panel.amount.save()
    assert owed(office, people[0]) == [("membership", 2026, 130_000)]
    panel.delete_rate()
    assert owed(office, people[0]) == []


def test_a_new_fee_is_named_then_priced_and_a_paid_one_stays(desk, office, people, amounts, qtbot):
    messages = told(desk)
    panel = shown(AmountsPanel(desk), qtbot)
    panel.begin_fee()
    panel.form.set_value("name_ar", "حقوق المعرض")
    panel.form.save()
    panel.amount.set_value("amount", 250_000)
    panel.amount.save()
    found = next(each for each in desk.read(reads.fees) if each.name_ar == "حقوق المعرض")
    assert found.rate_on(TODAY).amount == 250_000
    panel.delete_fee()
    assert all(each.name_ar != "حقوق المعرض" for each in desk.read(reads.fees))
    pay(office, people[0])
    panel.fees.select("membership")
    panel.delete_fee()
    assert messages[-1].tone == "bad"
    assert writes.LARGEST > 0
