"""Papers on the screen: their pages, small and large, and the search in their text."""
