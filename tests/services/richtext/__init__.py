"""Tests of osubrowser/services/richtext."""
