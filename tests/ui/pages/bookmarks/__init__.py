"""Tests of osubrowser/ui/pages/bookmarks."""
