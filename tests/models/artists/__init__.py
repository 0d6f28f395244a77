"""Tests of models of featured artists."""
