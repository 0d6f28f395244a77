"""Widgets: window shell, pages, tables, charts, controls and dialogs."""
