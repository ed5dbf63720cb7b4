"""The papers of equipment requests."""
