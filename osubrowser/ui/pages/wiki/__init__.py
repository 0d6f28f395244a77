"""Wiki pages."""
