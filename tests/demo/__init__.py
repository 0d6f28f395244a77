"""Tests of osubrowser.demo."""
