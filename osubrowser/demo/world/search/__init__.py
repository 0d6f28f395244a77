"""The beatmapset search: query language, column tables, matching, sorting."""
