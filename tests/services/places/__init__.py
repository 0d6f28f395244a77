"""Tests of osubrowser/services/places."""
