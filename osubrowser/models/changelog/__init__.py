"""Changelog: builds and their changes: columns, posts, loads, and the comparison of two builds."""
