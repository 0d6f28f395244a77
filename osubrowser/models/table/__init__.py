"""Lazy table models: pages, sources, columns, sorting and filtering."""
