"""Tests of the page of replays: queue and library."""
