"""Tests of osubrowser/ui/pages/player."""
