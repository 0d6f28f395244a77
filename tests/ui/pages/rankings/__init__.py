"""Tests of osubrowser/ui/pages/rankings."""
