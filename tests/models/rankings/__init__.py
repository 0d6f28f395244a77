"""Tests of osubrowser/models/rankings."""
