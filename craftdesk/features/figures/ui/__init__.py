"""The screen of the figures."""
