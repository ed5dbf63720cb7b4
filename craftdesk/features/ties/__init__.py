"""Who belongs to whom: families, masters and apprentices, cooperatives and enterprises, the other names of a person."""
