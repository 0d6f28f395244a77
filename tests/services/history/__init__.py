"""Tests of osubrowser/services/history."""
