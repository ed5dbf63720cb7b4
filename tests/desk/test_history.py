from datetime import date

from craftdesk.base.i18n import speaking
from craftdesk.base.numbers import without_marks
from craftdesk.data.journal import last_undoable
from craftdesk.desk import history
from craftdesk.desk.history_view import HistoryView
from craftdesk.features.office import reads
from craftdesk.features.roster.models import Status
from craftdesk.features.roster.writes import change_status, delete_artisans, save_artisan
from craftdesk.ui.actions import ActionButton
from craftdesk.ui.labels import Label


def plain(words: str) -> str:
    return without_marks(words).replace("\N{NO-BREAK SPACE}", " ")


def sentences(desk, key) -> list[str]:
    return [plain(sentence) for step in desk.read(history.steps, key) for sentence in step.sentences]


def added(desk, **values) -> str:
    return desk.write(save_artisan, None, {"family_ar": "بوجلال", "given_ar": "سمير", **values})


def test_a_change_reads_as_label_before_and_after(desk):
    key = added(desk, phone="0661241807")
    desk.write(save_artisan, key, {"phone": "0550123456"})
    assert sentences(desk, key) == ["الهاتف: 0661 24 18 07 ← 0550 12 34 56"]


def test_what_was_empty_or_is_emptied_reads_so(desk):
    key = added(desk)
    desk.write(save_artisan, key, {"remarks": "يدرّب متربصين"})
    desk.write(save_artisan, key, {"remarks": None})
    assert sentences(desk, key) == ["ملاحظات: أُفرغ (يدرّب متربصين)", "ملاحظات: يدرّب متربصين"]


def test_choices_days_and_records_read_as_the_office_calls_them(desk):
    key = added(desk)
    silver = desk.read(reads.activities, "0301001")[0].id
    desk.write(save_artisan, key, {"birth_date": date(1980, 3, 12), "activity_id": silver, "card_kind": "paper"})
    with speaking("fr"):
        told = sentences(desk, key)
    assert any(sentence.endswith(": 12 mars 1980") for sentence in told)
    assert any(sentence.endswith(": Bijoux traditionnels en argent") for sentence in told)


def test_a_masked_number_stays_masked_in_the_history(desk):
    key = added(desk, nin="109800501326201612")
    desk.write(save_artisan, key, {"nin": "109800501326201699"})
    [told] = [sentence for sentence in sentences(desk, key) if "1699" in sentence]
    assert "109800501326201699" not in told


def test_an_action_tells_every_record_that_it_touched(desk):
    key = added(desk)
    desk.write(change_status, key, Status.STRUCK_OFF, date.today(), "توقف", "")
    set_id = desk.read(last_undoable, desk.database.who).id
    kinds = {touched.model.__tablename__: touched.kind for touched in desk.read(history.touched, set_id)}
    assert kinds["artisan"] == "u"


def test_a_deleted_record_is_still_called_by_its_name(desk):
    key = added(desk)
    desk.write(delete_artisans, [key])
    set_id = desk.read(last_undoable, desk.database.who).id
    touched = [each for each in desk.read(history.touched, set_id) if each.key == key]
    assert [(each.label, each.there) for each in touched] == [("بوجلال سمير", False)]


def test_a_record_without_history_says_so(desk):
    assert desk.read(history.steps, "0" * 32) == []


def test_the_history_on_a_card_follows_and_undoes(desk, qtbot):
    key = added(desk, phone="0661241807")
    view = HistoryView(desk, key)
    qtbot.addWidget(view)
    view.show()
    desk.write(save_artisan, key, {"phone": "0550123456"})
    wanted = "الهاتف: 0661 24 18 07 ← 0550 12 34 56"
    qtbot.waitUntil(lambda: wanted in [plain(label.text()) for label in view.findChildren(Label) if label.isVisible()])
    buttons = [button for button in view.findChildren(ActionButton) if button.isVisible()]
    buttons[0].click()
    assert sentences(desk, key)[0] == "الهاتف: 0550 12 34 56 ← 0661 24 18 07"
