"""Tests of osubrowser/ui/pages/following."""
