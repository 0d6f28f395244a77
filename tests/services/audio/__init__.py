"""Tests of osubrowser/services/audio."""
