"""Courses and their sessions: who teaches, who takes part, who was there."""
