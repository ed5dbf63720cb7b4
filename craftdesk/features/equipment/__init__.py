"""Requests for equipment or its repair."""
