"""One folder a feature; each may import only those below it."""
