"""Bookmarks and recently seen places."""
