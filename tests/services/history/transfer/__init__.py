"""Tests of osubrowser/services/history/transfer."""
