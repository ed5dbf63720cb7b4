"""Papers whose wording and design are written in a file: texts with named fields, styles by name, pictures."""
