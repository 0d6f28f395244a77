"""Tests of osubrowser/ui/shell/omnibox."""
