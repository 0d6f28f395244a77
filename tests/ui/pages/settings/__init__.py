"""Tests of osubrowser/ui/pages/settings."""
