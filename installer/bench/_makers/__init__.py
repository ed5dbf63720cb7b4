"""Who makes the papers of the benchmark: `certificates`, `register` and `guide`, each from the matter to a file."""
