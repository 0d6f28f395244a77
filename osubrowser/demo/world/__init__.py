"""Synthetic world: all data computed from a seed, nothing stored."""
