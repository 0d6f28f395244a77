"""Tests of the replays page."""
