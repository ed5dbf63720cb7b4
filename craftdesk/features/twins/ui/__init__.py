"""The screens of twins."""
