"""Atomic file writes, JSON files, stored collections and folders."""
