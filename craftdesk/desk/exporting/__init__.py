"""Lists that leave the office as files: what of them, in which form, and written down to whom and what for."""
