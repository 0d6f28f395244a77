"""Tests of osubrowser/ui/pages."""
