"""Tests of osubrowser/ui/style."""
