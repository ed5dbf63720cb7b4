import gettext
import os
import sys
from pathlib import Path

import pytest

from installer.translations import compile_stale, stale

HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'


@pytest.fixture
def source(tmp_path: Path) -> Path:
    source = tmp_path / "ar/LC_MESSAGES/craftdesk.po"
    source.parent.mkdir(parents=True)
    source.write_text(HEAD + 'msgid "Save"\nmsgstr "حفظ"\n', encoding="utf-8")
    return source


def test_a_catalogue_is_compiled_once_and_again_when_it_changed(tmp_path: Path, source: Path):
    assert stale(tmp_path) == [source]
    compile_stale(Path(sys.executable), tmp_path)
    assert stale(tmp_path) == []
    assert gettext.translation("craftdesk", tmp_path, ["ar"]).gettext("Save") == "حفظ"
    later = source.stat().st_mtime + 10
    os.utime(source, (later, later))
    assert stale(tmp_path) == [source]
