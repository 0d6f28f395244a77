"""Grid of cards, a second view of the rows of a table; strip of cards."""
