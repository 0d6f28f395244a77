"""Tests of osubrowser/ui/pages/welcome."""
