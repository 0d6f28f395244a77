"""Native desktop browser for the rhythm game osu!; this file holds its version."""

__version__ = "0.1.0"
