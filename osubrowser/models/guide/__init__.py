"""Guide to the program: its text in the language of the program."""
