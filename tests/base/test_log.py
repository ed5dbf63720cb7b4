"""The log: it tells where, and never who."""

import gc
import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from craftdesk.base import log, paths

SECRET = "بن حسن 109860530119198043"


@pytest.fixture
def written() -> Iterator[object]:
    """What stands in the log, with the hooks of Python put back afterwards."""
    hooks = sys.excepthook, threading.excepthook, sys.unraisablehook
    log.start()
    yield lambda: (paths.home() / "craftdesk.log").read_text(encoding="utf-8")
    log.stop()
    sys.excepthook, threading.excepthook, sys.unraisablehook = hooks


def failing() -> None:
    try:
        int(SECRET)
    except ValueError as error:
        raise RuntimeError(SECRET) from error


def caught() -> BaseException:
    with pytest.raises(RuntimeError) as raised:
        failing()
    return raised.value


def test_lines_reach_the_file(written) -> None:
    logging.getLogger("craftdesk.desk").info("opened")
    assert "INFO craftdesk.desk: opened" in written()


def test_an_error_is_written_with_its_places_and_without_its_text(written) -> None:
    logging.getLogger("craftdesk.desk").error("saving failed", exc_info=caught())
    text = written()
    assert "builtins.RuntimeError" in text
    assert "builtins.ValueError" in text
    assert "tests/base/test_log.py:" in text
    assert "in failing" in text
    assert "109860530119198043" not in text
    assert "بن حسن" not in text


def test_an_error_that_nobody_caught_is_recorded_and_told(written) -> None:
    told: list[BaseException] = []
    log.record_uncaught(told.append)
    error = caught()
    sys.excepthook(type(error), error, error.__traceback__)
    assert told == [error]
    assert "uncaught" in written()
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert told == [error]


def test_an_error_in_a_thread_is_recorded(written) -> None:
    log.record_uncaught()
    thread = threading.Thread(target=failing)
    thread.start()
    thread.join()
    assert "in failing" in written()


def test_an_error_while_something_is_thrown_away_is_recorded(written) -> None:
    log.record_uncaught()

    class Fragile:
        def __del__(self) -> None:
            raise RuntimeError(SECRET)

    Fragile()
    gc.collect()
    assert "Fragile.__del__" in written()


def test_the_systems_reason_is_told_but_not_the_file() -> None:
    with pytest.raises(FileNotFoundError) as raised:
        Path("/nowhere/بن حسن").read_text(encoding="utf-8")
    assert "No such file or directory" in log.describe(raised.value)
    assert "nowhere" not in log.describe(raised.value)


def test_the_log_goes_on_in_a_new_file(written, monkeypatch: pytest.MonkeyPatch) -> None:
    log.stop()
    monkeypatch.setattr(log, "_SIZE", 2_000)
    log.start()
    for number in range(100):
        logging.getLogger("craftdesk").info("line %d of one hundred", number)
    files = sorted(file.name for file in paths.home().iterdir())
    assert files == ["craftdesk.log", "craftdesk.log.1", "craftdesk.log.2", "craftdesk.log.3"]
    assert "line 99" in written()


def test_where_no_log_can_be_the_program_runs(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("CRAFTDESK_HOME", str(tmp_path / "file"))
    log.start()
    logging.getLogger("craftdesk").info("nothing happens")
