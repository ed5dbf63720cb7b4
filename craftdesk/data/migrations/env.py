"""Alembic asks for this file; the upgrade drives it with a connection of its own (data/upgrade.py)."""

from alembic import context

context.run_migrations()
