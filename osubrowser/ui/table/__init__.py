"""Table view and cell painting."""
