"""CraftDesk: the desk of a chamber of crafts and trades."""
