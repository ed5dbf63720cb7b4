"""The settings: kept whole, read with forbearance."""

import json
import logging
import subprocess
import sys
import threading
from contextlib import ExitStack
from dataclasses import asdict

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as runs
from hypothesis import strategies as st

from craftdesk.base import paths, settings
from craftdesk.base.settings import Layouts, Settings, change, declared, load, save


def keep(text: str) -> None:
    (paths.home() / "settings.json").write_text(text, encoding="utf-8")


def test_a_first_start_has_the_defaults() -> None:
    assert load() == Settings()
    assert (load().language, load().theme, load().compact) == ("ar", "system", False)


def test_what_was_changed_is_there_at_the_next_start() -> None:
    change(language="fr", user="سعاد", compact=True)
    assert change(theme="dark").language == "fr"
    assert load() == Settings(language="fr", user="سعاد", compact=True, theme="dark")


def test_every_setting_says_what_it_does() -> None:
    for declaration in declared().values():
        assert declaration.metadata["sentence"].endswith(".")


@pytest.mark.parametrize("text", ["", "{", "[1]", "null", '"ar"', "\x00\x01"])
def test_a_broken_file_gives_the_defaults(text: str) -> None:
    keep(text)
    assert load() == Settings()


def test_a_file_that_is_no_text_gives_the_defaults(caplog: pytest.LogCaptureFixture) -> None:
    (paths.home() / "settings.json").write_bytes(b"\xff\xfe\xff")
    assert load() == Settings()
    assert "cannot be read" in caplog.text


def test_a_value_that_cannot_be_is_told_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    values = {"language": "tlh", "theme": 3, "compact": "yes", "user": "علي", "layouts": {"a": 1}, "colour": "blue"}
    keep(json.dumps(values))
    with caplog.at_level(logging.WARNING):
        assert load() == Settings(user="علي")
    for name in ("language", "theme", "compact", "layouts", "colour"):
        assert f"'{name}'" in caplog.text
    assert "علي" not in caplog.text


@runs(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.dictionaries(
        st.one_of(st.sampled_from(sorted(declared())), st.text()),
        st.recursive(
            st.one_of(st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), st.text()),
            lambda inner: st.one_of(st.lists(inner), st.dictionaries(st.text(), inner)),
        ),
    )
)
def test_whatever_the_file_holds_the_program_starts(kept: dict[str, object]) -> None:
    keep(json.dumps(kept))
    loaded = load()
    for name, value in asdict(loaded).items():
        assert value == kept.get(name) or value == asdict(Settings())[name]


@runs(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.builds(
        Settings,
        language=st.sampled_from(["ar", "fr", "en"]),
        theme=st.sampled_from(["system", "light", "dark"]),
        compact=st.booleans(),
        user=st.text(),
        last_office=st.text(),
        recent_folder=st.text(),
        layouts=st.dictionaries(st.text(), st.text()),
    )
)
def test_any_settings_are_read_as_they_were_kept(chosen: Settings) -> None:
    save(chosen)
    assert load() == chosen


def test_a_save_that_fails_leaves_the_old_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    change(user="مريم")
    with pytest.raises(TypeError):
        change(user=object())
    assert load().user == "مريم"
    assert not list(paths.home().glob("*.new"))


def test_layouts_are_kept_as_soon_as_they_are_put() -> None:
    layouts = Layouts()
    layouts["people.rtl"] = "abc="
    layouts["people.ltr"] = "def="
    assert dict(Layouts()) == {"people.rtl": "abc=", "people.ltr": "def="}
    del layouts["people.ltr"]
    assert dict(Layouts()) == {"people.rtl": "abc="}
    assert len(layouts) == 1


def test_threads_that_change_settings_do_not_lose_each_others() -> None:
    threads = [
        threading.Thread(target=lambda name=name: change(**{name: "x"}))
        for name in ("user", "last_office", "recent_folder")
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (load().user, load().last_office, load().recent_folder) == ("x", "x", "x")
    assert not list(paths.home().glob("*.new"))


CHANGE_MANY = """
import sys
from craftdesk.base import settings
layouts = settings.Layouts()
print("ready", flush=True)
sys.stdin.readline()
for number in range(20):
    layouts[f"{sys.argv[1]} {number}"] = "x"
    settings.change(**{sys.argv[2]: str(number)})
"""


def test_two_programs_that_change_settings_do_not_lose_each_others() -> None:
    names = (("people", "user"), ("journal", "recent_folder"))
    command = [sys.executable, "-c", CHANGE_MANY]
    pipe = subprocess.PIPE
    with ExitStack() as ended:
        begun = (subprocess.Popen([*command, *each], stdin=pipe, stdout=pipe, text=True) for each in names)
        programs = [ended.enter_context(program) for program in begun]
        for program in programs:
            assert program.stdout.readline() == "ready\n"
        for program in programs:
            program.stdin.write("go\n")
            program.stdin.flush()
    assert [program.returncode for program in programs] == [0, 0]
    assert set(load().layouts) == {f"{name} {number}" for name, _setting in names for number in range(20)}
    assert (load().user, load().recent_folder) == ("19", "19")


def test_a_program_that_has_run_for_long_takes_nothing_back_that_another_changed() -> None:
    mine, others = Layouts(), Layouts()
    others["people.rtl"] = "theirs"
    change(language="fr")
    mine["window.rtl"] = "mine"
    assert load().layouts == {"people.rtl": "theirs", "window.rtl": "mine"}
    assert load().language == "fr"


def test_what_a_newer_program_keeps_stays_when_this_one_changes_a_setting() -> None:
    keep(json.dumps({"spectacles": "strong", "user": "علي"}))
    change(theme="dark")
    assert json.loads((paths.home() / "settings.json").read_text("utf-8"))["spectacles"] == "strong"
    assert load().user == "علي"


def test_a_broken_file_is_told_once_however_often_it_is_read(caplog: pytest.LogCaptureFixture) -> None:
    keep("{")
    for _time in range(3):
        load()
    assert len(caplog.records) == 1
    keep(json.dumps({"theme": "pink", "colour": "blue"}))
    for _time in range(3):
        load()
    assert len(caplog.records) == 3


def test_settings_lie_in_the_users_folder() -> None:
    save(settings.Settings())
    assert (paths.home() / "settings.json").exists()
