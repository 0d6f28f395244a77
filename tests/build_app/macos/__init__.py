"""Tests of build_app/macos."""
