"""Tests of models of posts."""
