"""The papers by LibreOffice Writer without a window, from the same web pages."""

import os
import subprocess
from pathlib import Path

from installer.bench import _matter as matter
from installer.bench._makers import _html

# It finds fonts by fontconfig alone, and keeps its settings in a folder of its own.
FONTS = f"""<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>{matter.FONTS}</dir><cachedir>%s</cachedir></fontconfig>"""


def certificates(folder: Path, out: Path) -> None:
    _convert(_html.certificates(folder), folder, out)


def register(folder: Path, out: Path) -> None:
    _convert(_html.register(folder), folder, out)


def guide(folder: Path, out: Path) -> None:
    _convert(_html.guide(folder), folder, out)


def _convert(page: str, folder: Path, out: Path) -> None:
    source, fonts = out.with_suffix(".html"), folder / "fonts.conf"
    source.write_text(page, encoding="utf-8")
    fonts.write_text(FONTS % (folder / "fonts"), encoding="utf-8")
    command = ["soffice", f"-env:UserInstallation={(folder / 'office').as_uri()}", "--headless"]
    command += ["--infilter=HTML (StarWriter)", "--convert-to", "pdf:writer_pdf_Export", "--outdir", str(out.parent)]
    environment = {**os.environ, "FONTCONFIG_FILE": str(fonts)}
    subprocess.run([*command, str(source)], check=True, capture_output=True, env=environment)
