"""Tests of the check for updates."""
