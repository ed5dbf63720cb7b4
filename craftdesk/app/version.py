"""The number of this version; the same stands in pyproject.toml."""

VERSION = "0.1.0"
