"""Crash reports, the record of a run, and what is shown when a start fails."""
