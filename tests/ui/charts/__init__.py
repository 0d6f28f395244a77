"""Tests of osubrowser/ui/charts."""
