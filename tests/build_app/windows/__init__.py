"""Tests of build_app/windows."""
