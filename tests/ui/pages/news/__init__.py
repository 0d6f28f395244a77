"""Tests of osubrowser/ui/pages/news."""
