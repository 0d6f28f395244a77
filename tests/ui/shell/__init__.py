"""Tests of osubrowser/ui/shell."""
