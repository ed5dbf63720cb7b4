"""The program as a whole: start, window, home, command line."""
