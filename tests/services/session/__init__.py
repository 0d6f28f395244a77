"""Tests of osubrowser/services/session."""
