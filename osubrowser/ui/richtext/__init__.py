"""Rich text view."""
