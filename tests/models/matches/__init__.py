"""Tests of osubrowser/models/matches."""
