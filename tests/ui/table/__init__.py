"""Tests of osubrowser/ui/table."""
