"""Tests of the page of replay files."""
