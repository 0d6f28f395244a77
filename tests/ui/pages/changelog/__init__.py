"""Tests of osubrowser/ui/pages/changelog."""
