"""Rows of bookmarks and recently seen places."""
