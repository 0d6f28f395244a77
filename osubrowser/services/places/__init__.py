"""Places of the program, and conversion between them and osu! URLs."""
