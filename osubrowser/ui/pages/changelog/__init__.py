"""Changelog: streams, builds, changes, and two builds side by side."""
