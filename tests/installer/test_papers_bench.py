from pathlib import Path

import pypdfium2
import pytest

from installer.bench import _matter as matter
from installer.bench import certificates, papers
from installer.bench._makers import ours, ours_certificates


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("matter")
    matter.prepare(made, certificates=7, rows=40)
    return made


@pytest.mark.parametrize(("paper", "pages"), [("certificates", 7), ("register", 2), ("guide", 9)])
def test_ours_prints_each_paper_of_the_benchmark(folder: Path, tmp_path: Path, paper: str, pages: int):
    maker = ours_certificates if paper == "certificates" else ours
    getattr(maker, paper)(folder, tmp_path / "out.pdf")
    made = len(pypdfium2.PdfDocument(tmp_path / "out.pdf"))
    assert pages <= made <= pages + 2


def test_every_certificate_names_another_person():
    assert len({content.name_ar for content in certificates.contents(7)}) > 1


def test_a_maker_that_cannot_work_here_is_named_and_left_out(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    monkeypatch.setitem(papers.PEERS, "nobody", "Nobody")
    assert list(papers.against("guide", 1, folder, ["nobody"])) == []
    assert "Nobody is left out: ModuleNotFoundError" in capsys.readouterr().err


@pytest.mark.parametrize(("paper", "pages"), [("certificates", 7), ("register", 2), ("click", 7)])
def test_a_process_of_its_own_tells_time_memory_bytes_and_pages(folder: Path, paper: str, pages: int):
    made = papers._made("ours", paper, folder)
    assert made is not None
    assert made.pages == pages
    assert all(each > 0 for each in made)
    assert set(made.figures()) == {"time", "whole", "memory", "bytes"}
