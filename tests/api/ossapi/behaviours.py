"""Deliberate differences from ossapi that only a run shows, each with a check."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

BEHAVIOURS: dict[str, Callable[[Any], None]] = {}
"""Checks by the name that the table in the docstring of `osubrowser.api.ossapi` gives."""
