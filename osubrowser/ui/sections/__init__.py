"""Sections of a page, and the loader of what they show: the same for every kind of subject."""
