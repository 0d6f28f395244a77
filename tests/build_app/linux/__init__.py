"""Tests of build_app/linux."""
