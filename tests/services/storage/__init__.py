"""Tests of osubrowser/services/storage."""
