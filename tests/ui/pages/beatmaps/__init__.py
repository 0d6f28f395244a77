"""Tests of the beatmap listing."""
