"""python3 installer run|test|bench|places|migration|lock."""

import argparse
import sys
from pathlib import Path

sys.path[0] = str(Path(__file__).resolve().parents[1])

from installer import commands  # noqa: E402 - only now is the folder above found
from installer.system import SetupError  # noqa: E402

HELP = {
    "run": "set everything up and open the program (--demo: the demo office); what follows goes to the program",
    "test": "set everything up and run all checks; what follows goes to pytest",
    "bench": "measure against the peers: bench [NAME …] [--sizes N,N] [--json FILE]",
    "places": "make resources/places anew from the packages and the corrections",
    "migration": "draft the next migration from what the tables have become: migration TITLE",
    "lock": "write the lock files anew from pyproject.toml (needs uv)",
}


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python3 installer", description="CraftDesk's installer.")
    choice = parser.add_subparsers(dest="command", required=True, metavar="|".join(HELP))
    for name, says in HELP.items():
        choice.add_parser(name, help=says, add_help=False)
    command = parser.parse_args(arguments[:1]).command
    try:
        return int(getattr(commands, command)(arguments[1:]))
    except SetupError as reason:
        print(reason, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    if sys.version_info < (3, 11):  # noqa: UP036 - this very line tells an older Python what is asked
        sys.exit("CraftDesk needs Python 3.11 or newer.")
    sys.exit(main(sys.argv[1:]))
