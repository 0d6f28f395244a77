"""Tests of scenes of a playback."""
