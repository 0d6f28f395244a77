"""Tests of osubrowser/services/runtime."""
