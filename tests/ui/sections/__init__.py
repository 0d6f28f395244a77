"""Tests of osubrowser/ui/sections."""
