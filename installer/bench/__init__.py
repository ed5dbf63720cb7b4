"""One module a benchmark: `run(sizes) -> list[Result]`, ours against a peer on the same work."""
