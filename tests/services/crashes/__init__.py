"""Tests of crash reports and the record of a run."""
