"""Tests of osubrowser/models/text."""
