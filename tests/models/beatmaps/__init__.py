"""Tests of osubrowser/models/beatmaps."""
