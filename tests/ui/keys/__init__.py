"""Tests of osubrowser/ui/keys."""
