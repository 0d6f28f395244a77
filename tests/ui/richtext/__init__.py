"""Tests of osubrowser/ui/richtext."""
