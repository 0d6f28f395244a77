"""Tests of osubrowser/ui/lists."""
