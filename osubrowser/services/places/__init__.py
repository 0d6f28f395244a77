"""Places of the program, and osu! addresses for them."""
