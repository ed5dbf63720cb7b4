"""Sets the program up on a bare machine, runs it, tests it and measures it; the standard library alone."""
