"""Charts from one description, for papers and for screens."""
