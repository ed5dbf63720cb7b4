"""The screens of equipment requests."""
