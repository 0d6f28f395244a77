"""Tests of the replay library."""
