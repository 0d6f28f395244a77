"""Comparison of two players."""
