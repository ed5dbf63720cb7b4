"""Changing many artisans at once: what it will do to each, and doing it."""
