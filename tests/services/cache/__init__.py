"""Tests of osubrowser/services/cache."""
