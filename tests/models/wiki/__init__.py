"""Tests of osubrowser/models/wiki."""
