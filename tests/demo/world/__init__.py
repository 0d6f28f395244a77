"""Tests of osubrowser.demo.world."""
