import threading

import pytest

from craftdesk.base.errors import UserError
from craftdesk.desk.desk import Opened, PaperWish
from craftdesk.features.office import reads, writes
from craftdesk.features.office.models import Chamber
from craftdesk.features.roster.models import Artisan, StatusChange
from craftdesk.features.roster.writes import save_artisan


def people(session) -> list[str]:
    return [artisan.label() for artisan in session.query(Artisan).order_by(Artisan.order_ar)]


def test_a_write_is_told_with_its_undo_and_every_page_hears_what_it_touched(desk):
    heard: list[object] = []
    desk.told.connect(heard.append)
    desk.changed.connect(heard.append)
    desk.write(save_artisan, None, {"family_ar": "بوجلال", "given_ar": "سمير"})
    touched, told = heard
    assert "بوجلال سمير" in told.text
    assert {Artisan, StatusChange} <= touched
    desk.undo(told.undo)
    assert desk.read(people) == []


def test_a_refused_write_leaves_everything_as_it_was_and_is_not_told(desk, qtbot):
    with qtbot.assertNotEmitted(desk.told), qtbot.assertNotEmitted(desk.changed), pytest.raises(UserError):
        desk.write(save_artisan, None, {"family_ar": " "})
    assert desk.read(people) == []


def test_a_quiet_write_is_not_told_but_heard(desk, qtbot):
    with qtbot.assertNotEmitted(desk.told), qtbot.waitSignal(desk.changed):
        desk.write_quietly(writes.save_chamber, {"phone": "033801122"})


def test_undo_takes_back_the_latest_action_of_this_user_alone(desk):
    desk.write(save_artisan, None, {"family_ar": "علي"})
    desk.database.who = "كمال"
    desk.write(save_artisan, None, {"family_ar": "عمر"})
    desk.database.who = "سميرة"
    desk.undo()
    assert desk.read(people) == ["عمر"]


def test_with_nothing_to_undo_the_user_is_told_so(empty_file, qtbot):
    from craftdesk.desk.desk import Desk  # noqa: PLC0415

    desk = Desk(empty_file)
    with qtbot.waitSignal(desk.told) as heard:
        assert desk.undo() is None
    assert heard.args[0].tone == "warn"


def test_an_undo_tells_what_it_left_because_it_was_changed_since(desk, qtbot):
    key = desk.write(save_artisan, None, {"family_ar": "علي", "phone": "0661000000"})
    with qtbot.waitSignal(desk.told) as first:
        desk.write(save_artisan, key, {"phone": "0661111111"})
    desk.write(save_artisan, key, {"phone": "0661222222"})
    with qtbot.waitSignal(desk.told) as heard:
        undone = desk.undo(first.args[0].undo)
    assert undone.conflicts
    assert heard.args[0].tone == "warn"


def test_work_runs_on_another_thread_and_its_result_comes_back_to_the_screens(desk, qtbot):
    found: list[object] = []
    desk.work(
        lambda _progress: threading.current_thread(), lambda thread: found.append((thread, threading.current_thread()))
    )
    assert desk.is_busy()
    qtbot.waitUntil(lambda: bool(found))
    [(worked, followed)] = found
    assert worked is not threading.main_thread()
    assert followed is threading.main_thread()
    assert not desk.is_busy()


def test_refused_work_is_told(desk, qtbot):
    def job(progress):
        raise UserError("so nicht")

    with qtbot.waitSignal(desk.told) as heard:
        desk.work(job, lambda _result: None)
    assert (heard.args[0].text, heard.args[0].tone) == ("so nicht", "bad")


def test_a_question_beside_the_screens_is_answered_on_their_thread(desk, qtbot):
    answers: list[object] = []

    def done(answer: Chamber) -> None:
        answers.append((answer.wilaya_id, threading.current_thread() is threading.main_thread()))

    desk.read_beside(done, reads.chamber)
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [("05", True)]


def test_a_question_asked_again_is_answered_once(desk, qtbot):
    answers: list[int] = []
    for number in range(5):
        desk.read_beside(answers.append, lambda _session, number=number: number)
    qtbot.waitUntil(lambda: not desk.is_busy())
    qtbot.wait(20)
    assert answers == [4]


def test_a_question_is_ended_when_the_desk_closes(desk):
    started = threading.Event()

    def endless(session) -> int:
        started.set()
        counting = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
        return int(session.connection().exec_driver_sql(counting).scalar_one())

    desk.read_beside(print, endless)
    assert started.wait(10)
    desk.close()
    assert not desk.is_busy()


def test_wishes_reach_the_window(desk, qtbot):
    with qtbot.waitSignal(desk.opened) as opened:
        desk.open_record(Artisan, "k")
    with qtbot.waitSignal(desk.page_wished) as page:
        desk.open_page("settings", "activities")
    with qtbot.waitSignal(desk.paper_wished) as paper:
        desk.show_paper("certificate", "a", "b", language="fr")
    assert opened.args == [Opened(Artisan, "k")]
    assert page.args == ["settings", "activities"]
    assert paper.args == [PaperWish("certificate", ("a", "b"), "fr")]
