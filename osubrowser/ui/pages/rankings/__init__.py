"""Rankings and spotlights."""
