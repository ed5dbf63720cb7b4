"""Letters on the letterhead of the office, with free text, numbered by year."""
