"""Tests of osubrowser.demo.routes."""
