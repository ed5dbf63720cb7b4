"""The screens of the office itself."""
