"""What the user changes about courses and sessions."""
