"""Pixels: the window, its pages, widgets and dialogs."""
