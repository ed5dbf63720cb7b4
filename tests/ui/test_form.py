from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPixmap

from craftdesk.base.errors import UserError
from craftdesk.base.fields import Field, Kind, Script
from craftdesk.ui.form import Form, FormSection, SaveBar
from craftdesk.ui.inputs import BirthInput
from craftdesk.ui.picking import RecordField
from craftdesk.ui.suggestions import Choice

COMMUNES = [Choice("0501", "باتنة", "ولاية باتنة"), Choice("0512", "تيمقاد"), Choice("0513", "تازولت")]


def eighteen(value: str) -> str | None:
    return None if len(value) == 18 else f"رقم التعريف 18 رقما، كُتب منها {len(value)}."


FIELDS = {
    "last_ar": Field("Family name", Script.ARABIC, required=True),
    "last": Field("Family name in Latin letters", Script.LATIN),
    "nin": Field("National number", Script.DIGITS, check=eighteen),
    "birth": Field("Born", Script.DIGITS),
    "since": Field("Since", kind=Kind.DATE),
    "capital": Field("Capital", kind=Kind.MONEY),
    "workers": Field("Workers", kind=Kind.NUMBER),
    "phone": Field("Phone", kind=Kind.PHONE),
    "sex": Field("Sex", kind=Kind.CHOICE, choices={"m": "ذكر", "f": "أنثى"}),
    "digital": Field("Digital card", kind=Kind.YES_NO),
    "commune": Field("Commune", kind=Kind.RECORD),
    "remarks": Field("Remarks", kind=Kind.LONG_TEXT),
    "photo": Field("Photo", kind=Kind.IMAGE),
    "key": Field("Key", kind=Kind.HIDDEN),
}


def communes(text: str) -> list[Choice]:
    return [choice for choice in COMMUNES if text in choice.title]


def known(key: str) -> Choice | None:
    return next((choice for choice in COMMUNES if choice.key == key), None)


@pytest.fixture
def form(direction, shown) -> Form:
    own = {"birth": BirthInput("birth_date", "birth_year"), "commune": RecordField(communes, known)}
    made = Form(FIELDS, inputs=own)
    shown(made)
    return made


def write(typed, form, name, text) -> None:
    """Write as the user does, and leave the field."""
    line = form.input(name).line
    line.setFocus()
    line.selectAll()
    typed(line, text)
    line.clearFocus()


def test_values_come_out_as_they_went_in(form):
    stored = {
        "last_ar": "بوجلال",
        "last": "BOUDJELLAL",
        "nin": "109730501004212345",
        "birth_date": date(1973, 4, 5),
        "birth_year": None,
        "since": date(2014, 11, 16),
        "capital": 24_000_050,
        "workers": 12_000,
        "phone": "0661\u00a024\u00a018\u00a007",
        "sex": "m",
        "digital": True,
        "commune": "0512",
        "remarks": "سطر\nسطر ثان",
        "photo": None,
    }
    form.set_values({**stored, "phone": "0661241807"})
    values = form.values()
    assert {**values, "phone": None} == {**stored, "phone": None}
    assert values["phone"].replace(" ", "") == "0661241807"
    assert not form.dirty
    assert form.changes() == {}


@pytest.mark.parametrize(
    "written", ["5/4/1973", "05-04-1973", "1973-04-05", "٥/٤/١٩٧٣", "5 أفريل 1973", "5 avril 1973"]
)
def test_a_day_is_understood_in_many_spellings_and_shown_in_one(form, qtbot, written, typed):
    write(typed, form, "since", written)
    assert form.values()["since"] == date(1973, 4, 5)
    assert form.input("since").text() == "05/04/1973"


def test_a_birth_is_a_day_or_a_presumed_year(form, qtbot, typed):
    write(typed, form, "birth", "1973")
    assert (form.values()["birth_date"], form.values()["birth_year"]) == (None, 1973)
    write(typed, form, "birth", "5/4/1973")
    assert (form.values()["birth_date"], form.values()["birth_year"]) == (date(1973, 4, 5), None)
    form.show_errors({"birth_year": "لا يوافق رقم التعريف"})
    assert form.row("birth").message() == "لا يوافق رقم التعريف"


def test_money_is_typed_in_dinars_and_kept_in_centimes(form, qtbot, typed):
    write(typed, form, "capital", "240000,5")
    assert form.values()["capital"] == 24_000_050


def test_what_cannot_be_understood_is_told_at_the_field_and_stays_written(form, qtbot, typed):
    write(typed, form, "since", "31/02/2020")
    assert form.row("since").message()
    assert form.input("since").line.property("bad")
    assert form.input("since").text() == "31/02/2020"
    assert form.values()["since"] is None
    assert form.dirty


def test_a_check_speaks_on_leaving_never_while_typing(form, qtbot, typed):
    line = form.input("nin").line
    line.setFocus()
    typed(line, "123")
    assert form.row("nin").message() == ""
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert form.row("nin").message() == eighteen("123")
    assert form.row("nin").findChildren(type(form.row("nin").label))[-1].isVisible()


def test_a_problem_goes_as_soon_as_it_is_mended(form, qtbot, typed):
    write(typed, form, "nin", "1" * 17)
    assert form.row("nin").message()
    line = form.input("nin").line
    line.setFocus()
    line.end(False)
    typed(line, "1")
    assert form.row("nin").message() == ""
    assert not line.property("bad")


def test_a_needed_field_left_empty_is_told_only_when_saving(form, qtbot, typed):
    line = form.input("last_ar").line
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert form.row("last_ar").message() == ""
    with qtbot.assertNotEmitted(form.saved):
        form.save()
    assert form.row("last_ar").message()
    assert line.hasFocus()
    write(typed, form, "last_ar", "بوجلال")
    with qtbot.waitSignal(form.saved):
        form.save()


def test_the_form_goes_to_the_first_of_several_errors(form):
    form.show_errors({"phone": "الهاتف خاطئ", "last": "الاسم خاطئ", "elsewhere": "؟"})
    assert form.input("last").line.hasFocus()
    assert form.row("phone").message() == "الهاتف خاطئ"


def test_a_refusal_comes_back_at_its_field(form):
    assert form.show_error(UserError("مسجل من قبل", "nin"))
    assert form.row("nin").message() == "مسجل من قبل"
    assert not form.show_error(UserError("القرص ممتلئ"))
    assert not form.show_error(UserError("لا يخص هذه الاستمارة", "elsewhere"))


def test_a_warning_does_not_stand_in_the_way(form, qtbot):
    form.set_value("last_ar", "بوجلال")
    form.show_warnings({"nin": "لا يوافق سنة الميلاد"})
    assert form.row("nin").message() == "لا يوافق سنة الميلاد"
    assert not form.input("nin").line.property("bad")
    with qtbot.waitSignal(form.saved):
        form.save()


def test_enter_goes_from_field_to_field(form, qtbot):
    first = form.input("last_ar").line
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert form.input("last").line.hasFocus()
    qtbot.keyClick(form.input("last").line, Qt.Key.Key_Return)
    assert form.input("nin").line.hasFocus()


def test_keys_save_and_cancel(form, qtbot):
    form.set_value("last_ar", "بوجلال")
    line = form.input("last").line
    line.setFocus()
    with qtbot.waitSignal(form.saved):
        qtbot.keyClick(line, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(form.cancelled):
        qtbot.keyClick(line, Qt.Key.Key_Escape)


def test_the_form_knows_what_changed(form, qtbot):
    form.set_values({"last_ar": "بوجلال", "last": "BOUDJELLAL"})
    with qtbot.waitSignal(form.dirty_changed, check_params_cb=lambda dirty: dirty):
        form.set_value("last", "BOU DJELLAL")
    assert form.changes() == {"last": "BOU DJELLAL"}
    with qtbot.waitSignal(form.dirty_changed, check_params_cb=lambda dirty: not dirty):
        form.set_value("last", "BOUDJELLAL")
    assert form.changes() == {}


def test_a_draft_keeps_what_is_written_understood_or_not(form, qtbot, typed):
    write(typed, form, "last_ar", "بوجلال")
    write(typed, form, "since", "31/02/2020")
    form.set_value("sex", "f")
    draft = form.draft()
    form.set_values({})
    form.restore(draft)
    assert form.values()["last_ar"] == "بوجلال"
    assert form.values()["sex"] == "f"
    assert form.input("since").text() == "31/02/2020"
    assert form.dirty


def test_a_choice_is_narrowed_by_typing_and_taken_by_enter(form, qtbot, typed):
    line = form.input("sex").line
    line.setFocus()
    typed(line, "أن")
    qtbot.waitUntil(form.input("sex").suggestions.is_open)
    assert [choice.key for choice in form.input("sex").suggestions.choices()] == ["f"]
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert form.values()["sex"] == "f"
    assert not form.input("sex").suggestions.is_open()
    assert form.input("digital").switch.hasFocus()


def test_a_choice_written_in_another_spelling_needs_no_picking(form, qtbot, typed):
    write(typed, form, "sex", "انثي")
    assert form.values()["sex"] == "f"
    assert form.input("sex").text() == "أنثى"


def test_what_is_not_in_the_list_is_told(form, qtbot, typed):
    write(typed, form, "sex", "غير معروف")
    assert form.values()["sex"] is None
    assert "غير معروف" in form.row("sex").message()


def test_a_record_is_found_while_typing_and_chosen_by_arrows(form, qtbot, typed):
    line = form.input("commune").line
    line.setFocus()
    typed(line, "ت")
    qtbot.waitUntil(form.input("commune").suggestions.is_open)
    qtbot.keyClick(line, Qt.Key.Key_Down)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert form.values()["commune"] == "0512"
    assert line.text() == "تيمقاد"


def test_escape_closes_the_list_before_it_leaves_the_form(form, qtbot):
    line = form.input("commune").line
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Down)
    assert form.input("commune").suggestions.is_open()
    with qtbot.assertNotEmitted(form.cancelled):
        qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert not form.input("commune").suggestions.is_open()


def test_space_says_yes(form, qtbot):
    switch = form.input("digital").switch
    switch.setFocus()
    qtbot.keyClick(switch, Qt.Key.Key_Space)
    assert form.values()["digital"] is True


def test_each_line_runs_in_the_direction_of_its_script(form):
    right, left = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
    found = {name: form.input(name).line.layoutDirection() for name in ("last_ar", "last", "nin", "phone", "since")}
    assert found == {"last_ar": right, "last": left, "nin": left, "phone": left, "since": left}


def test_every_line_begins_on_the_leading_side_of_the_screen(form, direction):
    side = Qt.AlignmentFlag.AlignRight if direction == "ar" else Qt.AlignmentFlag.AlignLeft
    assert all(form.input(name).line.alignment() & side for name in ("last_ar", "last", "nin", "phone"))


def test_a_large_picture_is_made_small(form, qtbot):
    picture = QImage(3000, 2000, QImage.Format.Format_RGB32)
    picture.fill(QColor("teal"))
    photo = form.input("photo")
    assert photo.take(picture)
    kept = QPixmap()
    assert kept.loadFromData(form.values()["photo"])
    assert (kept.width(), kept.height()) == (800, 533)
    assert len(form.values()["photo"]) < 50_000
    photo.remove()
    assert form.values()["photo"] is None


def test_a_picture_is_pasted_by_keys_and_what_is_none_is_left(form, qtbot):
    photo = form.input("photo")
    photo.setFocus()
    QGuiApplication.clipboard().setImage(QImage(20, 20, QImage.Format.Format_ARGB32))
    qtbot.keyClick(photo, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert form.values()["photo"].startswith(b"\x89PNG")
    QGuiApplication.clipboard().setText("ليست صورة")
    qtbot.keyClick(photo, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert form.values()["photo"]


def test_a_form_has_sections_with_wide_fields_over_the_whole_row(direction, shown, qapp):
    sections = [FormSection("Who", ["last_ar", "last", "remarks"]), FormSection("What", ["phone"], wide=["phone"])]
    form = shown(Form(FIELDS, sections))
    qapp.processEvents()
    assert form.row("remarks").width() > 1.8 * form.row("last").width()
    assert form.row("phone").width() == form.row("remarks").width()
    leading, following = form.row("last_ar").x(), form.row("last").x()
    assert (leading > following) == (direction == "ar")
    assert not form.has("nin")


def test_a_narrow_form_has_its_fields_one_below_the_other(direction, shown, qapp):
    form = shown(Form(FIELDS, [FormSection("Who", ["last_ar", "last", "nin"], columns=3)]))
    qapp.processEvents()
    assert form.row("last_ar").y() == form.row("nin").y()
    form.setFixedWidth(300)
    qapp.processEvents()
    assert form.row("last_ar").y() < form.row("last").y() < form.row("nin").y()
    assert form.row("last").width() > 250
    form.setFixedWidth(900)
    qapp.processEvents()
    assert form.row("last_ar").y() == form.row("nin").y()


def test_the_save_bar_says_what_is_not_saved(form, qtbot):
    bar = SaveBar(form)
    qtbot.addWidget(bar)
    assert bar._note.text() == ""
    form.set_value("last", "BOUDJELLAL")
    assert bar._note.text()
    form.rest()
    assert bar._note.text() == ""
