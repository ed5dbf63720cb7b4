"""What is issued at the end of a course, and its register."""
