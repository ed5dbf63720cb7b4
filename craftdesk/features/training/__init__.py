"""Courses, sessions and who came."""
