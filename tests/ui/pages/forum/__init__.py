"""Tests of osubrowser/ui/pages/forum."""
