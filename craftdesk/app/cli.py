"""The command line: which words it takes, and what a fault looks like there.

Nothing here imports Qt: each command brings in what it needs when it runs.
"""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path

from craftdesk.app.version import VERSION
from craftdesk.base import settings
from craftdesk.base.errors import UserError
from craftdesk.base.i18n import _, use_language
from craftdesk.base.paths import default_office
from craftdesk.base.reasons import reason

OK, REFUSED = 0, 1
Command = Callable[[argparse.Namespace], int]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; a refusal is one line on stderr and exit code 1, a wrong call is exit code 2."""
    use_language(settings.load().language)
    given = _parser().parse_args(arguments)
    try:
        given.office = given.office or _usual_office()
        code = _run(given)
        sys.stdout.flush()
        return code
    except UserError as error:
        sys.stderr.write(f"craftdesk: {error}\n")
    except KeyboardInterrupt:
        sys.stderr.write("\n")
    except BrokenPipeError:
        sys.stderr.close()
    except OSError as error:
        words = _("{file} cannot be used: {reason}") if error.filename else _("The answer cannot be written: {reason}")
        sys.stderr.write("craftdesk: " + words.format(file=error.filename, reason=reason(error)) + "\n")
        # What is still waiting to be written would be tried, and told, once more at the very end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    return REFUSED


def _run(given: argparse.Namespace) -> int:
    run: Command = import_module(f"craftdesk.app.{given.module}").run
    return run(given)


def _usual_office() -> Path:
    """The office that was open last, or the one in the user's folder."""
    last = settings.load().last_office
    return Path(last) if last and Path(last).exists() else default_office()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="craftdesk", description=_("The desk of a chamber of crafts and trades."))
    parser.add_argument("--version", action="version", version=f"CraftDesk {VERSION}")
    parser.add_argument("--office", type=Path, metavar="FILE", help=_("the office file to work on"))
    parser.add_argument("--once", action="store_true", help=_("let the next start open the usual office again"))
    parser.set_defaults(module="start")
    commands = parser.add_subparsers(metavar="COMMAND", title=_("commands (without one: the window)"))
    for name, does, add in (
        ("new", _("make an empty office"), _add_new),
        ("demo", _("make the demo office with all its papers and screens"), _add_demo),
        ("import", _("take over a roster file"), _add_import),
        ("find", _("find people, whichever way their names are written"), _add_find),
        ("print", _("print a paper into a PDF file"), _add_print),
        ("read-sheet", _("read a signed attendance sheet that was scanned or photographed"), _add_read_sheet),
        ("verify", _("check a certificate without a network: its code, its file, its number"), _add_verify),
        ("export", _("write a list into a spreadsheet, a text file or a PDF"), _add_export),
        ("check", _("check the office file, its journal and its references"), _add_check),
    ):
        add(commands.add_parser(name, help=does, description=does))
    return parser


def _add_new(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(module="commands.new")
    parser.add_argument("file", type=Path, metavar="FILE", help=_("the office file to make; none may be there"))
    parser.add_argument("--wilaya", required=True, metavar="05", help=_("two digits of the wilaya"))
    parser.add_argument("--activities", type=Path, metavar="CSV", help=_("list of activities: code, name_ar, name_fr"))


def _add_demo(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(module="commands.demo")
    parser.add_argument("folder", type=Path, metavar="DIR", help=_("folder for the office, its papers and its screens"))


def _add_import(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(module="commands.importing")
    parser.add_argument("file", type=Path, metavar="FILE", help=_("xlsx, xls, ods or csv"))
    parser.add_argument("--dry-run", action="store_true", help=_("only say what would happen"))
    parser.add_argument("--sheet", metavar="NAME", help=_("this sheet, instead of the likeliest"))
    parser.add_argument("--all-sheets", action="store_true", help=_("every sheet that looks like it too"))
    _add_json(parser)


def _add_find(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(module="commands.finding")
    parser.add_argument("text", metavar="TEXT", help=_("name, number, place or trade; - reads a question a line"))
    parser.add_argument("--limit", type=_positive, default=10, metavar="10", help=_("so many people at most"))
    _add_json(parser)


def _add_print(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(module="commands.printing")
    parser.add_argument("paper", metavar="PAPER", help=_("name of the paper; a wrong name lists them all"))
    parser.add_argument("ids", nargs="*", metavar="ID", help=_("keys of the records; none: all that there is"))
    parser.add_argument("--language", choices=("ar", "fr", "both"), default="ar", help=_("language of the paper"))
    parser.add_argument(
        "--with", action="append", default=[], dest="options", metavar="NAME=VALUE", help=_("what the paper asks for")
    )
    parser.add_argument("-o", "--output", type=Path, required=True, metavar="OUT.pdf", help=_("the PDF file to write"))


def _add_export(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(module="commands.exporting")
    parser.add_argument("list", metavar="LIST", help=_("name of the list; a wrong name lists them all"))
    parser.add_argument("ids", nargs="*", metavar="ID", help=_("keys of rows; none: all that there is"))
    out = _("the file to write: .xlsx, .csv or .pdf; - writes CSV to the standard output")
    parser.add_argument("-o", "--output", required=True, metavar="OUT", help=out)
    parser.add_argument("--columns", metavar="A,B", help=_("columns in their order; a wrong name lists them all"))
    parser.add_argument("--find", default="", metavar="TEXT", help=_("only what the search box would find"))
    narrow = _("only the rows of a filter; values are separated by commas")
    parser.add_argument("--filter", action="append", default=[], dest="filters", metavar="NAME=VALUE", help=narrow)
    parser.add_argument("--purpose", default="", metavar="TEXT", help=_("what the data are given out for"))
    parser.add_argument("--to", default="", metavar="TEXT", help=_("who receives them"))
    parser.add_argument("--in-full", action="store_true", help=_("national id numbers in full"))
    parser.add_argument("--language", choices=("ar", "fr", "en"), default="ar", help=_("language of the file"))
    _add_json(parser)


def _add_read_sheet(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(module="commands.reading_sheets")
    parser.add_argument("file", type=Path, metavar="FILE", help=_("a scan or a photo: pdf, jpg, png, tif"))
    _add_json(parser)


def _add_verify(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(module="commands.verifying")
    words = _("the text of its code, a PDF, a scan or photo of it, or its number (2026/0045)")
    parser.add_argument("what", metavar="CODE", help=words)
    keys = _("check by the keys of this file, without an office")
    parser.add_argument("--keys", type=Path, metavar="FILE", help=keys)
    withdrawn = _("a signed list of withdrawn certificates")
    parser.add_argument("--withdrawn", type=Path, action="append", default=[], metavar="FILE", help=withdrawn)
    _add_json(parser)


def _add_check(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(module="commands.checking")
    _add_json(parser)


def _positive(text: str) -> int:
    if (number := int(text)) < 1:
        raise ValueError
    return number


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help=_("print the result as JSON"))
