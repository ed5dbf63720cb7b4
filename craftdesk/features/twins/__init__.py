"""People who are on the roster twice: found, compared, joined into one or kept apart."""
