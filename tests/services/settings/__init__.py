"""Tests of osubrowser/services/settings."""
