"""Tests of osubrowser/services/downloads."""
