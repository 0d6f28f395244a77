"""Tests of osubrowser/models/library."""
