"""Sanitised rich text from the server for QTextDocument."""
