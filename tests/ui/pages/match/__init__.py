"""Tests of osubrowser/ui/pages/match."""
