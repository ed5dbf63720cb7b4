"""The program as a whole."""

VERSION = "0.1.0"
