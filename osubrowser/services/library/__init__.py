"""Bookmarks and recently seen places, stored by account."""
