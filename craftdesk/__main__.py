"""python -m craftdesk."""

import sys

from craftdesk.app.cli import main

if __name__ == "__main__":
    sys.exit(main())
