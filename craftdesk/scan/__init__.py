"""The kit that reads paper: pictures of printed pages, their codes, what was written into their cells."""
