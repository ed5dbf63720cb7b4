"""The screens of the templates."""
