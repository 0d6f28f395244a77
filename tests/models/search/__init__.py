"""Tests of osubrowser/models/search."""
