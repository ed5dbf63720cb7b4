"""The day's main job from the file to the guide, through the window, by keyboard and mouse."""

from datetime import date

import pytest
import xlsxwriter
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from craftdesk.app.paper_window import PaperWindow
from craftdesk.base.dates import on_day
from craftdesk.base.numbers import without_marks
from craftdesk.data import check, journal
from craftdesk.features.certificates.models import Certificate
from craftdesk.features.guides import reads as guides
from craftdesk.features.roster.models import Artisan, ImportedRow
from craftdesk.features.training import reads as training
from craftdesk.features.training.models import Mark
from tests.features.training.test_grid import press

CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
MONDAY, AFTER_THE_COURSE = date(2026, 11, 23), date(2026, 12, 2)
HEADINGS = ("اللقب", "الاسم", "Nom", "Prénom", "الجنس", "تاريخ الميلاد", "البلدية", "رمز النشاط", "رقم السجل")
GIVEN = ("سمير", "كمال", "ليلى", "مراد", "نادية", "حسين", "فاطمة", "رشيد", "سعاد", "يوسف")


def roster_file(path):
    """A list as an office keeps it: a title, headings, twenty sound rows, an impossible date, a row without a name."""
    rows = [
        (f"بن {name}", name, f"BEN{number}", f"Prenom{number}", "ذكر", f"1{number % 10}/05/19{60 + number}")
        for number, name in enumerate(GIVEN * 2)
    ]
    rows += [("قاسمي", "الطاهر", "GASMI", "Tahar", "ذكر", "31/02/1985"), ("", "", "", "", "أنثى", "01/01/1990")]
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("السجل")
        sheet.write(0, 0, "قائمة الحرفيين المسجلين")
        sheet.write_row(2, 0, HEADINGS)
        for number, row in enumerate(rows):
            sheet.write_row(3 + number, 0, (*row, "باتنة", "0301001", f"05/2020/{number:05d}"))
    return path


def focused():
    return QApplication.focusWidget()


@pytest.fixture
def walk(opened, office, qtbot, tmp_path):
    with on_day(MONDAY):
        yield Walk(opened(office), qtbot, tmp_path)


class Walk:
    """The clerk at the window."""

    def __init__(self, window, qtbot, folder):
        self.window, self.qtbot, self.folder = window, qtbot, folder
        self.desk = window.desk
        self.told = []
        self.desk.told.connect(self.told.append)

    def settle(self):
        self.qtbot.waitUntil(lambda: not self.desk.is_busy(), timeout=20_000)
        self.qtbot.wait(30)

    def key(self, which, held=Qt.KeyboardModifier.NoModifier):
        self.settle()
        self.qtbot.keyClick(focused(), which, held)

    def write(self, text):
        for letter in text:
            press(focused(), text=letter)

    def page(self, name):
        self.window.open_page(name)
        self.settle()
        return self.window.opened(name)

    def paper(self):
        """The paper that came up, once it is drawn; it is closed again. Gives its number of pages."""
        self.qtbot.waitUntil(lambda: any(each.preview.pages for each in self.papers()), timeout=20_000)
        (shown,) = self.papers()
        pages = shown.preview.pages
        shown.close()
        self.qtbot.waitUntil(lambda: not self.papers())
        return pages

    def papers(self):
        return [each for each in QApplication.topLevelWidgets() if isinstance(each, PaperWindow) and each.isVisible()]

    def read(self, question, *args):
        return self.desk.read(question, *args)


def test_a_file_goes_in_a_course_is_held_certificates_and_a_guide_come_out(walk, qtbot):
    bring_in(walk)
    session = hold_the_course(walk)
    with on_day(AFTER_THE_COURSE):
        enter_the_sheet(walk, session)
        issue_certificates(walk, session)
        give_the_guide(walk)
    assert list(walk.read(check.check).faults) == []


def bring_in(walk):
    roster = walk.page("roster")
    walk.key(Qt.Key.Key_I, CONTROL)
    page = roster.currentWidget()
    page.open_file(roster_file(walk.folder / "roster.xlsx"))
    walk.settle()
    counts = page.looked.counts()
    assert (counts.new, counts.waiting, counts.refused) == (20, 1, 1)
    page.take_over()
    walk.settle()
    assert walk.read(lambda found: found.query(Artisan).count()) == 20
    assert walk.read(lambda found: found.query(ImportedRow).filter_by(outcome="waiting").count()) == 1
    assert walk.told[-1].undo is not None


def hold_the_course(walk):
    page = walk.page("training")
    walk.key(Qt.Key.Key_N, CONTROL)
    walk.qtbot.waitUntil(lambda: focused() is page._plan.form.input("subject_ar").focusProxy())
    walk.write("التصميم والرسم في الحلي التقليدي")
    walk.key(Qt.Key.Key_S, CONTROL)
    walk.settle()
    picker = page.session.tabs.page("people").picker
    walk.qtbot.waitUntil(picker.box.hasFocus)
    walk.key(Qt.Key.Key_Return, CONTROL | SHIFT)
    session = page.opened_record()
    sheet = walk.read(training.sheet, session)
    assert (len(sheet.participants), len(sheet.half_days)) == (20, 6)
    walk.key(Qt.Key.Key_P, CONTROL)
    assert walk.paper() == 2
    return session


def enter_the_sheet(walk, session):
    page = walk.page("training")
    page.open_record(session)
    page.session.tabs.open("attendance")
    walk.settle()
    grid = page.session.tabs.page("attendance").grid
    for line in (0, 7, 12):
        for column in (0, 3):
            grid.go_to(line, column)
            press(grid, text="غ")
    for column in range(6):
        grid.go_to(0, column)
        press(grid, Qt.Key.Key_P, "؛", SHIFT)
    marks = walk.read(training.sheet, session).marks
    assert len(marks) == 120
    assert sum(mark is Mark.ABSENT for mark in marks.values()) == 6


def issue_certificates(walk, session):
    page = walk.page("training")
    page.open_record(session)
    page.session.tabs.open("panel Certificates")
    walk.settle()
    panel = page.session.tabs.page("panel Certificates")
    walk.qtbot.mouseClick(button(panel, "إصدار 17 شهادة"), Qt.MouseButton.LeftButton)
    walk.qtbot.mouseClick(button(panel, "طباعة 17 شهادة"), Qt.MouseButton.LeftButton)
    assert walk.paper() == 17
    numbers = walk.read(lambda found: [number for (number,) in found.query(Certificate.number)])
    assert sorted(numbers) == list(range(1, 18))


def give_the_guide(walk):
    person = walk.read(lambda found: found.query(Artisan).filter_by(given_ar="كمال").first())
    walk.window.open_record(Artisan, person.id)
    walk.settle()
    card = walk.window.opened("roster").card
    walk.qtbot.mouseClick(button(card, "دليل الضرائب"), Qt.MouseButton.LeftButton)
    assert walk.paper() >= 4
    assert [each.artisan_id for each in walk.read(guides.given)] == [person.id]
    titles = [event.title for event in walk.read(journal.history, person.id)]
    assert titles


def button(widget, words):
    found = [each for each in widget.findChildren(QPushButton) if without_marks(each.text()).strip() == words]
    assert found, [without_marks(each.text()) for each in widget.findChildren(QPushButton)]
    return found[0]
