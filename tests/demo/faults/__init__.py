"""Tests of osubrowser.demo.faults."""
