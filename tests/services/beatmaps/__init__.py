"""Tests of beatmap files."""
