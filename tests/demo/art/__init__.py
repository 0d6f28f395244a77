"""Tests of osubrowser.demo.art."""
