"""Tests of models of comments."""
