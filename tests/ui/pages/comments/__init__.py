"""Tests of osubrowser/ui/pages/comments."""
