"""Tests of osubrowser/models/following."""
