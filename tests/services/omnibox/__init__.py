"""Tests of osubrowser/services/omnibox."""
