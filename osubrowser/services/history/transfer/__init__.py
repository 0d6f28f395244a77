"""Export and import of a history as files: JSON, CSV, and the figures of osu!track."""
