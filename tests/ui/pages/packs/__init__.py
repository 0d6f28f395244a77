"""Tests of osubrowser/ui/pages/packs."""
