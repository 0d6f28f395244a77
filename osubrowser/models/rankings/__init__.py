"""Rankings and spotlights: columns, loads and records."""
