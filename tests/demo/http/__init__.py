"""Tests of osubrowser.demo.http."""
