"""Tests of osubrowser/services/images."""
