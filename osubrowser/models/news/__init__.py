"""News: columns and loads of the list, and single posts."""
