from pathlib import Path

import pypdfium2

from installer.bench import certificates


def test_ours_prints_a_page_for_each_of_the_invented_people(tmp_path: Path):
    found = certificates.contents(7)
    assert len({content.name_ar for content in found}) > 1
    certificates.maker_of("ours")(found, tmp_path / "out.pdf")
    assert len(pypdfium2.PdfDocument(tmp_path / "out.pdf")) == 7
