"""Tests of osubrowser/models/rooms."""
