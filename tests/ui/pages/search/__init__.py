"""Tests of osubrowser/ui/pages/search."""
