"""Tests of osubrowser/models/players."""
