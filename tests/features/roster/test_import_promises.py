"""What an import promises: what the preview says happens, a stop leaves nothing behind, and one undo takes it back."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from craftdesk.base.dates import on_day
from craftdesk.base.errors import Cancelled
from craftdesk.base.i18n import speaking
from craftdesk.data import journal
from craftdesk.data.database import Database
from craftdesk.desk import history
from craftdesk.desk.desk import Desk
from craftdesk.features.roster import importing, writes
from craftdesk.features.roster.importing import Preview, preview
from craftdesk.features.roster.models import Artisan, Outcome
from craftdesk.features.roster.rows import Choice
from craftdesk.features.roster.taking_over import take_over
from craftdesk.features.training.writes import people, planning
from craftdesk.features.training.writes.planning import Plan

HEADINGS = "اللقب;الاسم;تاريخ الميلاد;رقم التعريف الوطني;البلدية;الهاتف;رقم السجل"
FAMILIES = ("بوجلال", "بن علي", "قاسي", "زروقي", "مرزوق", "حداد", "عمراني", "شريف", "سعدي", "خليفي")
COMPARED = ("family_ar", "given_ar", "birth_date", "birth_year", "nin", "home_commune_id", "phone", "register_no")


def line(number: int, **differing: str) -> str:
    """Somebody who is nobody else."""
    values = {
        "family": f"{FAMILIES[number % 10]} {'ابتثجحخدذر'[number // 10 % 10]}{'سشصضطظعغفق'[number // 100 % 10]}",
        "given": "سمير",
        "born": (date(1950, 1, 1) + timedelta(number * 7)).strftime("%d/%m/%Y"),
        "nin": f"10980{number:013}",
        "commune": "تيمقاد",
        "phone": f"0773{number:06}",
        "register": f"05/2024/{number:05}",
        **differing,
    }
    return ";".join(values.values())


MIXED = (
    *(line(number) for number in range(20)),
    line(20, born="31/02/1990"),
    line(21, commune="مدينة الخيال"),
    line(22, nin="1,09E+17"),
    line(23, family="", given=""),
    line(24, nin=f"10980{3:013}"),
    line(25, nin=f"10980{4:013}"),
    line(26, born="1973"),
    line(27, phone="٠٧٧٣٠٠٠٠٢٧"),
    line(100, phone="0550112233"),
    line(101),
)


@pytest.fixture
def listed(tmp_path: Path) -> Callable[..., Path]:
    def written(lines: Sequence[str], name: str = "list.csv") -> Path:
        (tmp_path / name).write_text("\n".join((HEADINGS, *lines)), "utf-8")
        return tmp_path / name

    return written


@pytest.fixture
def settled(office: Database, listed: Callable[..., Path]) -> Database:
    """An office in which two people of the list are already."""
    take(office, look(office, listed([line(100), line(101)], "before.csv")))
    return office


def look(office: Database, path: Path, **given: Any) -> Preview:
    with office.reading() as session:
        return preview(session, path, **given)


def take(office: Database, looked: Preview, progress: importing.Progress = importing.no_progress) -> str:
    with office.writing() as session:
        take_over(session, looked, progress)
        session.flush()
        return session.change_set.id if session.change_set else ""


def roster(office: Database) -> dict[str, dict[str, Any]]:
    with office.reading() as session:
        return {
            each.id: {name: getattr(each, name) for name in COMPARED} for each in session.scalars(select(Artisan)).all()
        }


def everything(office: Database) -> dict[str, list[str]]:
    """All that the file holds, the journal and the search too."""
    with office.reading() as session:
        run = session.connection().exec_driver_sql
        names = [name for (name,) in run("SELECT name FROM sqlite_master WHERE type = 'table'").all()]
        return {name: sorted(map(repr, run(f"SELECT * FROM {name}").all())) for name in names if name != "search_text"}


def test_what_the_preview_says_of_each_row_is_what_happens_to_it(settled, listed):
    looked = look(settled, listed(MIXED))
    with settled.reading() as session:
        importing.mend(session, looked, looked.rows[21], "home_commune_id", "باتنة")
        importing.decide(session, looked, [looked.rows[24]], Choice.JOIN)
        importing.decide(session, looked, [looked.rows[25]], Choice.APART)
        importing.decide(session, looked, [looked.rows[0]], Choice.LEAVE)
    said = [(row.outcome, dict(row.values), dict(row.changes), row.beside) for row in looked.rows]
    counts = looked.counts()
    before = roster(settled)
    take(settled, looked)
    after = roster(settled)
    new = {key: values for key, values in after.items() if key not in before}
    changed = {key for key in before if after[key] != before[key]}
    assert (len(new), len(changed)) == (counts.new, counts.changed)
    for row, (outcome, values, changes, beside) in zip(looked.rows, said, strict=True):
        assert row.outcome is outcome
        if outcome is Outcome.NEW:
            assert {name: new[row.beside][name] for name in COMPARED} == {name: values.get(name) for name in COMPARED}
        elif outcome is Outcome.CHANGED:
            assert beside in changed
            assert {name: after[beside][name] for name in changes} == {
                name: new for name, (_old, new) in changes.items()
            }
    assert {row.number for row in looked.rows if row.outcome is Outcome.NEW}.isdisjoint({2})


def test_the_same_list_looked_at_again_says_what_was_done(settled, listed):
    path = listed(MIXED)
    first = look(settled, path)
    take(settled, first)
    again = look(settled, path)
    done = {Outcome.NEW: Outcome.SAME, Outcome.CHANGED: Outcome.SAME}
    assert [row.outcome for row in again.rows] == [done.get(row.outcome, row.outcome) for row in first.rows]


class Stop:
    """Tells how far it is until the clerk has had enough."""

    def __init__(self, after: int | None = None) -> None:
        self.after, self.steps = after, 0

    def __call__(self, done: int, total: int) -> None:
        assert done <= total
        if self.steps == self.after:
            raise Cancelled
        self.steps += 1


def test_a_stop_at_any_step_of_reading_leaves_everything_as_it_was(settled, listed):
    path = listed([line(number) for number in range(3000)])
    before, whole = everything(settled), Stop()
    look(settled, path, progress=whole)
    assert whole.steps > 8
    for after in range(whole.steps):
        with pytest.raises(Cancelled):
            look(settled, path, progress=Stop(after))
    assert everything(settled) == before


def test_a_stop_at_any_step_of_taking_over_leaves_everything_as_it_was(settled, listed):
    looked = look(settled, listed(MIXED))
    before = everything(settled)
    steps = 0
    while True:
        try:
            take(settled, look(settled, listed(MIXED)), Stop(steps))
        except Cancelled:
            assert everything(settled) == before
            steps += 1
        else:
            break
    assert steps >= 4
    assert len(roster(settled)) == 2 + looked.counts().new


def test_a_stop_on_the_screen_leaves_nothing_behind_and_the_rows_in_sight(desk, listed, qtbot):
    from craftdesk.features.roster.ui.import_page import ImportPage  # noqa: PLC0415 - tests below run without Qt

    page = ImportPage(desk, lambda: None)
    qtbot.addWidget(page)
    page.show()
    page.open_file(listed(MIXED))
    qtbot.waitUntil(lambda: page.looked is not None and page.isEnabled())
    before = everything(desk.database)
    desk.worker.stepped.connect(desk.worker.cancel)
    page.take_over()
    desk.worker.cancel()
    qtbot.waitUntil(page.isEnabled)
    looked = page.looked
    if looked is not None:
        assert everything(desk.database) == before
        assert len(looked.rows) == len(MIXED)
    desk.close()


def train(office: Database, key: str) -> None:
    plan = Plan(
        first_day=date(2026, 11, 29),
        days=1,
        subject_ar="التصميم",
        subject_fr="Design",
        hours=6,
        place_ar="باتنة",
        place_fr="Batna",
        skip_weekend=False,
    )
    with office.writing() as session:
        session.entitle("Course")
        course = planning.plan_session(session, plan)
    with office.writing() as session:
        people.enrol(session, course, [key])


def test_an_undo_next_week_keeps_and_names_those_who_were_edited_or_trained_since(office, listed):
    taken = take(office, look(office, listed([line(number) for number in range(30)])))
    with office.reading() as session:
        numbered = {artisan.register_no: artisan for artisan in session.scalars(select(Artisan)).all()}
    edited = [numbered["05/2024/00003"], numbered["05/2024/00007"]]
    trained = numbered["05/2024/00011"]
    with on_day(date.today() + timedelta(7)):
        for artisan in edited:
            with office.writing() as session:
                writes.save_artisan(session, artisan.id, {"phone": "0550112233"})
        train(office, trained.id)
        with office.writing() as session:
            undone = journal.undo(session, taken)
    stay = {artisan.id: artisan.label() for artisan in (*edited, trained)}
    assert {conflict.record_id: conflict.label for conflict in undone.conflicts} == stay
    assert set(roster(office)) == set(stay)
    with office.reading() as session:
        for asked in (taken, undone.set_id or ""):
            assert {each.key: each.label for each in history.kept(session, asked)} == stay


def test_the_message_names_those_who_stay_and_says_how_many_more(desk, office, listed, qtbot):
    taken = take(office, look(office, listed([line(number) for number in range(8)])))
    for key in list(roster(office))[:5]:
        desk.write(writes.save_artisan, key, {"phone": "0550112233"})
    with qtbot.waitSignal(desk.told) as told, speaking("en"):
        undone = desk.undo(taken)
    assert undone is not None
    text = told.args[0].text
    assert [conflict.label in text for conflict in undone.conflicts] == [True, True, True, False, False]
    assert "2 more" in text
    desk.close()


def test_the_journal_page_lists_those_who_stay(desk, office, listed, qtbot):
    from craftdesk.app.journal_page import JournalPage  # noqa: PLC0415 - tests below the screens run without Qt
    from craftdesk.ui.figures import EventRow  # noqa: PLC0415

    assert isinstance(desk, Desk)
    taken = take(office, look(office, listed([line(number) for number in range(4)])))
    stay = next(iter(roster(office)))
    desk.write(writes.save_artisan, stay, {"phone": "0550112233"})
    desk.undo(taken)
    page = JournalPage(desk)
    qtbot.addWidget(page)
    page.show()
    page.table.select(taken)
    rows = [each.accessibleName() for each in page.side.findChildren(EventRow) if not each.isHidden()]
    with office.reading() as session:
        label = session.get_one(Artisan, stay).label()
    assert label in rows[0]
    desk.close()
