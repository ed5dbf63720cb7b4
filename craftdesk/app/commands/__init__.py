"""One module for each command of the command line; its `run` takes the arguments and gives the exit code."""
