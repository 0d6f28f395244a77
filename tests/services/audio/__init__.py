"""Tests of preview sounds."""
