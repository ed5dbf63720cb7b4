import getpass
from datetime import datetime

import pytest

from craftdesk.app.features import FEATURES
from craftdesk.app.home import greeting, outlook
from craftdesk.app.journal_page import entries
from craftdesk.app.pages import pages
from craftdesk.app.who import shown_name
from craftdesk.base import settings
from craftdesk.base.i18n import speaking
from craftdesk.base.numbers import without_marks
from craftdesk.data import journal
from craftdesk.desk.desk import Desk
from craftdesk.features.office import reads, writes
from craftdesk.features.roster.writes import delete_artisans, save_artisan
from craftdesk.ui.figures import StatCard, TaskRow
from craftdesk.ui.labels import Label


def settle(qtbot, window) -> None:
    qtbot.waitUntil(lambda: not window.desk.is_busy())
    qtbot.wait(30)


def words(widget) -> list[str]:
    return [without_marks(label.text()) for label in widget.findChildren(Label) if label.isVisible()]


def test_the_greeting_names_nobody_by_the_account_of_the_system(office, opened, qtbot):
    assert greeting(datetime(2026, 11, 23, 8).astimezone(), "") == "صباح الخير"
    office.who = getpass.getuser()
    window = opened(office)
    settle(qtbot, window)
    assert getpass.getuser() not in " ".join(words(window))
    settings.change(user=office.who)
    assert shown_name(office.who) == office.who


@pytest.mark.parametrize(
    ("hour", "arabic", "french"),
    [
        (8, "صباح الخير، سميرة", "Bonjour, سميرة"),
        (14, "مساء الخير، سميرة", "Bonjour, سميرة"),
        (19, "مساء الخير، سميرة", "Bonsoir, سميرة"),
    ],
)
def test_the_greeting_goes_with_the_hour(hour, arabic, french):
    moment = datetime(2026, 11, 23, hour).astimezone()
    assert without_marks(greeting(moment, "سميرة")) == arabic
    with speaking("fr"):
        assert without_marks(greeting(moment, "سميرة")) == french


def test_home_of_an_empty_office_says_what_to_do_first(opened, office, qtbot):
    window = opened(office)
    settle(qtbot, window)
    assert "اسم المدير ناقص" in words(window.opened("home"))


def test_home_shows_what_the_cards_say_and_opens_it(opened, demo_office, qtbot):
    window = opened(demo_office)
    settle(qtbot, window)
    home = window.opened("home")
    seen = window.desk.read(outlook, FEATURES)
    assert len(home.findChildren(StatCard)) == len(seen.figures)
    tasks = home.findChildren(TaskRow)
    assert len(tasks) == len(seen.waiting) > 3
    for task, waiting in zip(tasks, seen.waiting, strict=True):
        window.open_page("home")
        task.button.click()
        assert window.page() == waiting.page, waiting
    for figure in seen.figures:
        assert figure.page in window.pages


def test_home_follows_what_is_written_when_it_is_in_sight_again(opened, office, qtbot):
    window = opened(office)
    settle(qtbot, window)
    window.open_page("bin")
    head = window.desk.read(reads.letterheads)[0]
    window.desk.write(writes.save_letterhead, head.id, {"director_ar": "بلميهوب رشيد"})
    window.open_page("home")
    settle(qtbot, window)
    assert "اسم المدير ناقص" not in words(window.opened("home"))


def test_the_journal_undoes_a_chosen_action_and_does_it_again(opened, office):
    window = opened(office)
    window.desk.write(save_artisan, None, {"family_ar": "بوجلال"})
    window.desk.write(writes.save_chamber, {"phone": "033801122"})
    window.open_page("journal")
    page = window.opened("journal")
    adding = next(entry for entry in window.desk.read(entries) if "بوجلال" in entry.title)
    page.table.select(adding.id)
    assert page.can_undo()
    page.undo()
    state = {entry.id: entry for entry in window.desk.read(entries)}
    assert state[adding.id].undone
    page.table.select(adding.id)
    assert not page.can_undo()
    undoing = next(entry for entry in state.values() if entry.undoes)
    page.table.select(undoing.id)
    page.undo()
    assert not {entry.id: entry for entry in window.desk.read(entries)}[adding.id].undone


def test_the_journal_never_takes_the_office_away(opened, office):
    window = opened(office)
    window.open_page("journal")
    page = window.opened("journal")
    founding = window.desk.read(entries)[-1]
    page.table.select(founding.id)
    assert not page.can_undo()


def test_the_journal_shows_what_an_action_changed(opened, office, qtbot):
    window = opened(office)
    window.desk.write(writes.save_chamber, {"phone": "033801122", "address_fr": "Cité Zmala"})
    window.open_page("journal")
    page = window.opened("journal")
    page.table.select(window.desk.read(entries)[0].id)
    qtbot.waitUntil(lambda: any("Cité Zmala" in each for each in words(page.side)))


def test_the_bin_brings_back_what_was_deleted(opened, office):
    window = opened(office)
    key = window.desk.write(save_artisan, None, {"family_ar": "بوجلال", "register_no": "05/2020/1"})
    window.desk.write(delete_artisans, [key])
    window.open_page("bin")
    page = window.opened("bin")
    page.table.select(key)
    page.restore()
    assert window.desk.read(journal.binned) == []


def test_office_details_are_saved_from_their_form(opened, office):
    window = opened(office)
    window.open_page("settings")
    form = window.opened("settings").tabs.page("office").form
    form.set_value("phone", "033 80 11 22")
    form.save()
    assert window.desk.read(reads.chamber).phone.replace(" ", "") == "033801122"
    assert not form.dirty


def test_a_new_letterhead_begins_as_a_copy_from_today(opened, office):
    window = opened(office)
    window.open_page("settings", "letterhead")
    panel = window.opened("settings").tabs.page("letterhead")
    panel.begin_new()
    panel.form.set_value("director_ar", "بلميهوب رشيد")
    panel.form.save()
    newest, first = window.desk.read(reads.letterheads)
    assert newest.director_ar == "بلميهوب رشيد"
    assert newest.chamber_fr == first.chamber_fr
    assert first.director_ar == ""


def test_a_letterhead_of_a_day_that_is_taken_is_refused_at_its_field(opened, office):
    window = opened(office)
    window.open_page("settings", "letterhead")
    panel = window.opened("settings").tabs.page("letterhead")
    panel.begin_new()
    panel.form.set_value("holds_from", window.desk.read(reads.letterheads)[0].holds_from)
    panel.form.save()
    assert panel.form.row("holds_from").message()
    assert len(window.desk.read(reads.letterheads)) == 1


def test_a_faulty_list_of_activities_is_told_in_the_message_bar(opened, office, tmp_path):
    window = opened(office)
    window.open_page("settings", "activities")
    panel = window.opened("settings").tabs.page("activities")
    (tmp_path / "bad.csv").write_text("code,name_ar\n1,حلي\n", "utf-8")
    panel.take_over(tmp_path / "bad.csv")
    assert "2" in window.messages.message().text


def test_the_list_of_activities_is_narrowed_while_typing(opened, office):
    window = opened(office)
    window.open_page("settings", "activities")
    panel = window.opened("settings").tabs.page("activities")
    panel.box.setText("حلاقه")
    panel.box.search_now()
    assert panel.table.model.rowCount() == 1


def test_the_language_is_chosen_in_the_settings_and_in_force_at_once(opened, office, qtbot):
    window = opened(office)
    window.open_page("settings", "machine")
    panel = window.opened("settings").tabs.page("machine")
    with qtbot.waitSignal(window.desk.settings_changed):
        panel.form.set_value("language", "fr")
    assert settings.load().language == "fr"
    with qtbot.assertNotEmitted(window.desk.settings_changed):
        panel.form.set_value("language", "fr")


def test_the_users_name_stands_in_the_journal_from_then_on(opened, office):
    window = opened(office)
    window.open_page("settings", "machine")
    panel = window.opened("settings").tabs.page("machine")
    panel.form.set_value("user", "كمال ع.")
    panel.form.left.emit("user")
    window.desk.write(writes.save_chamber, {"phone": "033801122"})
    assert window.desk.read(entries)[0].who == "كمال ع."


def test_cards_name_pages_that_there_are(demo_office, qapp):
    desk = Desk(demo_office)
    names = [page.name for page in pages(FEATURES)]
    assert len(set(names)) == len(names)
    seen = desk.read(outlook, FEATURES)
    assert {each.page for each in (*seen.figures, *seen.waiting)} <= set(names)
