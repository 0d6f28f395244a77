"""Tests of build_app."""
