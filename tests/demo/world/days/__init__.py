"""Tests of the demo world's earlier days."""
