"""The screens of certificates."""
