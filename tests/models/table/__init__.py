"""Tests of osubrowser/models/table."""
