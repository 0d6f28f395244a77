"""Tests of osubrowser/models/teams."""
