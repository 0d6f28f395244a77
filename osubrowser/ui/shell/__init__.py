"""Main window, navigation, tabs and history."""
