"""Tests of models of the forum."""
