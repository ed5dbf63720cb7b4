"""Where the screens meet the records."""
