"""Tests of histories of figures by day."""
