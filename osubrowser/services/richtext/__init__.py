"""Sanitised rich text of the server for QTextDocument."""
