"""Tests of models of discussions."""
