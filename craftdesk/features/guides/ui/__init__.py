"""The screens of the guides."""
