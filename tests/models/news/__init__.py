"""Tests of osubrowser/models/news."""
