"""The papers of a session."""
