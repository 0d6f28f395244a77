"""Embedded osu! server: a synthetic world behind the real API, for the demo and for tests."""
