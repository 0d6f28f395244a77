"""Tests of osubrowser/ui/pages/team."""
