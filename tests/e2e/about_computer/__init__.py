"""A page "About this computer", to be added to the table of pages by one row."""
