"""Writes the next migration from what the tables have become: python3 installer migration "what changes".

What it writes is a draft: read it, and mend what it cannot know (a renamed column, values to be carried over).
"""

import re
import sys
from pathlib import Path
from typing import Any

from alembic.autogenerate import produce_migrations, render_python_code
from alembic.migration import MigrationContext
from sqlalchemy import create_engine

from craftdesk.app import features
from craftdesk.data import search
from craftdesk.data.model import Model
from craftdesk.data.types import Moment
from craftdesk.data.upgrade import MIGRATIONS, migrate, scripts

TEMPLATE = '''"""{title}."""

import sqlalchemy as sa
from alembic import op

revision = "{revision}"
down_revision = {before!r}


def upgrade() -> None:
    {steps}
'''
SEARCH = "".join(f'\n    op.execute(\n        """{" ".join(statement.split())}"""\n    )' for statement in search.TABLES)


def write(title: str) -> Path:
    """The draft of the migration from the newest one to the tables of now."""
    assert features.FEATURES  # importing the cards has declared every table
    before = scripts(MIGRATIONS).get_current_head()
    revision = f"{int(before or 0) + 1:04d}"
    with create_engine("sqlite://").connect() as connection:
        if before:
            migrate(connection, 0)
        context = MigrationContext.configure(connection, opts={"include_name": _is_ours, "render_as_batch": True})
        steps = produce_migrations(context, Model.metadata).upgrade_ops
        assert steps is not None
        code = render_python_code(steps, render_as_batch=True, render_item=_render)
    code += "" if before else SEARCH
    path = MIGRATIONS / "versions" / f"{revision}_{re.sub(r'[^a-z0-9]+', '_', title.lower()).strip('_')}.py"
    path.write_text(TEMPLATE.format(title=title, revision=revision, before=before, steps=code), encoding="utf-8")
    return path


def _is_ours(name: str | None, kind: str, _parents: Any) -> bool:
    return not (kind == "table" and name is not None and name.startswith("search_"))


def _render(kind: str, item: Any, _context: Any) -> str | bool:
    return "sa.String(length=32)" if kind == "type" and isinstance(item, Moment) else False


if __name__ == "__main__":
    sys.stdout.write(f"{write(' '.join(sys.argv[1:]) or 'Changes')}\n")
