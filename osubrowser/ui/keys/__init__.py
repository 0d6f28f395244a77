"""Keyboard shortcuts and the keymap."""
