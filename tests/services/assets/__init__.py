"""Tests of osubrowser/services/assets."""
