"""Tests of osubrowser/models/feeds."""
