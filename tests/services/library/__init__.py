"""Tests of osubrowser/services/library."""
