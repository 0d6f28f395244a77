"""Tests of controls that know Qt only."""
