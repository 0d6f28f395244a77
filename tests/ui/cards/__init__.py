"""Cards: geometry, view, and the views of one list."""
