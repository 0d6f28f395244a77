"""Tests of osubrowser/ui/pages/artist, and of the lists of artists and tracks."""
