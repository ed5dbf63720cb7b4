import json
from pathlib import Path

import pytest

from installer import benchmarks


def test_results_stand_side_by_side_and_in_the_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    one = benchmarks.result("start", 1000, ours=1.5, peer=0.5, peer_name="bare PySide6 window")
    benchmarks.show([one], tmp_path / "out.json")
    assert "1,000" in capsys.readouterr().out
    (read,) = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert read == {
        "name": "start",
        "size": 1000,
        "ours": 1.5,
        "peer": 0.5,
        "peer_name": "bare PySide6 window",
        "unit": "s",
        "ratio": 3.0,
    }


def test_an_unknown_benchmark_is_refused(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit) as stopped:
        benchmarks.main(["nothing"])
    assert stopped.value.code == 2
    assert "there is no benchmark nothing" in capsys.readouterr().err
