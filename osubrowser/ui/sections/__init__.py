"""Sections of a page, and the loader of their subject, for any type of subject."""
