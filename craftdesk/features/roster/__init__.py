"""The artisans of the chamber."""
