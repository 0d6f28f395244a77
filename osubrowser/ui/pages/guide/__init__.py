"""Guide to the program."""
