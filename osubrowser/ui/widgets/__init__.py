"""Reusable controls, independent of pages and services."""
