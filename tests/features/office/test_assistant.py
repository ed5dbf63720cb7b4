import getpass

import pytest
from PySide6.QtCore import Qt

from craftdesk.base import settings
from craftdesk.desk.desk import Desk
from craftdesk.features.office import reads
from craftdesk.features.office.ui.assistant import Assistant


@pytest.fixture
def assistant(empty_file, qtbot) -> Assistant:
    made = Assistant(Desk(empty_file))
    qtbot.addWidget(made)
    made.show()
    return made


def ask(assistant, question, *args):
    return assistant._desk.read(question, *args)


def test_the_wilaya_fills_in_the_rest(assistant):
    assistant.forms[0].set_value("wilaya_id", "05")
    values = assistant.values()
    assert values["chamber_ar"] == "غرفة الصناعة التقليدية والحرف لولاية باتنة"
    assert values["place_fr"] == "Batna"


def test_another_wilaya_changes_what_the_user_did_not_write(assistant):
    assistant.forms[0].set_value("wilaya_id", "05")
    assistant.forms[1].set_value("lines_ar", "سطر خاص")
    assistant.forms[0].set_value("wilaya_id", "25")
    assert assistant.values()["lines_ar"] == "سطر خاص"
    assert assistant.values()["place_fr"] == "Constantine"


def test_without_a_wilaya_it_does_not_go_on(assistant):
    assistant.form.save()
    assert assistant.stack.currentIndex() == 0
    assert assistant.forms[0].row("wilaya_id").message()


def test_by_the_side_bar_it_stops_at_the_step_where_something_is_missing(assistant):
    assistant.forms[0].set_value("wilaya_id", "05")
    assistant.forms[1].set_value("chamber_fr", None)
    assistant.side.chosen.emit("signature")
    assert assistant.stack.currentIndex() == 1


def test_three_steps_make_an_office(assistant, qtbot, tmp_path):
    lines = "code,name_ar,name_fr\n0303001,صناعة النحاس التقليدي,Dinanderie\n"
    (tmp_path / "list.csv").write_text(lines, "utf-8")
    assistant.forms[0].set_value("wilaya_id", "25")
    assistant.forms[0].set_value("user", "سميرة ب.")
    assistant.forms[2].set_value("director_ar", "بلميهوب رشيد")
    assistant.forms[2].set_value("activities", str(tmp_path / "list.csv"))
    with qtbot.waitSignal(assistant.finished):
        for _step in range(3):
            assistant.form.save()
    assert ask(assistant, reads.chamber).place_ar == "قسنطينة"
    assert ask(assistant, reads.letterheads)[0].director_ar == "بلميهوب رشيد"
    assert [each.code for each in ask(assistant, reads.activities)] == ["0303001"]
    assert settings.load().user == "سميرة ب."


def test_a_list_that_is_not_there_is_told_at_its_field(assistant):
    assistant.forms[0].set_value("wilaya_id", "25")
    assistant.forms[2].input("activities").set_text("/none.csv")
    assistant.show_step(2)
    assistant.form.save()
    assert assistant.forms[2].row("activities").message()
    assert not ask(assistant, reads.has_chamber)


def test_another_language_keeps_what_was_entered(assistant, qtbot, qapp):
    assistant.forms[0].set_value("wilaya_id", "05")
    with qtbot.waitSignal(assistant._desk.settings_changed):
        assistant.forms[0].set_value("language", "fr")
    assert settings.load().language == "fr"
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assistant.rebuild()
    assert assistant.values()["wilaya_id"] == "05"
    assert assistant.values()["place_fr"] == "Batna"
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)


def test_nobody_is_proposed_as_the_clerk_but_who_was_named_before(empty_file, qtbot):
    empty_file.who = getpass.getuser()
    first = Assistant(Desk(empty_file))
    qtbot.addWidget(first)
    assert first.values()["user"] is None
    settings.change(user="سميرة ب.")
    second = Assistant(Desk(empty_file))
    qtbot.addWidget(second)
    assert second.values()["user"] == "سميرة ب."
