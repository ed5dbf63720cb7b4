"""The screens of ties."""
