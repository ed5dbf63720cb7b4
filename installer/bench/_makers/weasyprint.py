"""The papers by WeasyPrint, from web pages."""

from pathlib import Path

from weasyprint import HTML

from installer.bench._makers import _html


def certificates(folder: Path, out: Path) -> None:
    HTML(string=_html.certificates(folder)).write_pdf(out)


def register(folder: Path, out: Path) -> None:
    HTML(string=_html.register(folder)).write_pdf(out)


def guide(folder: Path, out: Path) -> None:
    HTML(string=_html.guide(folder)).write_pdf(out)
