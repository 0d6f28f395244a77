"""Tests of osubrowser/models/changelog."""
