"""Lists kept under a name: the words, the filters and the order."""
