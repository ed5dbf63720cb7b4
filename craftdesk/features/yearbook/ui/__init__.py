"""The screen of the year."""
