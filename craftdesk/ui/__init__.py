"""The kit of widgets, which knows nothing of the office."""
