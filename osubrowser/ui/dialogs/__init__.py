"""Dialogs: shortcuts, about, crash report."""
