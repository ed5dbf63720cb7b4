"""What the office did in a year, in figures."""
