"""Tests of osubrowser/services/text."""
