"""Tests of osubrowser/ui/pages/beatmapset."""
