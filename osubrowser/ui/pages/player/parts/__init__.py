"""Widgets of the player page."""
