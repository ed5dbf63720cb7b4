"""The papers of the roster."""
