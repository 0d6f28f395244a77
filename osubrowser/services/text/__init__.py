"""Clean-up of plain text, and text matching."""
