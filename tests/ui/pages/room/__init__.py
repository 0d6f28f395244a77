"""Tests of osubrowser/ui/pages/room."""
