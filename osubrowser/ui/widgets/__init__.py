"""Reusable widgets that know Qt and entities, never services."""
