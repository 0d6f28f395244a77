"""Bookmarks, saved searches and recently seen places, stored by account, and their export."""
