"""Check for a newer version of the program."""
