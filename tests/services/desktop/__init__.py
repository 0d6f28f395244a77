"""Tests of osubrowser/services/desktop."""
