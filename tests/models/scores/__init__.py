"""Tests of osubrowser/models/scores."""
