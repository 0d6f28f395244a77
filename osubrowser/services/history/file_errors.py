"""Errors of the file of a history."""

from __future__ import annotations


class DamagedHistory(OSError):
    """The file is no database, or a damaged one."""


class NewerHistory(OSError):
    """The file was written by a newer version of the program."""
