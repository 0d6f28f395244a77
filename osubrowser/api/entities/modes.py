"""Rulesets and their variants."""

from __future__ import annotations

from osubrowser.api.entities.base import OpenEnum


class GameMode(OpenEnum):
    """A ruleset, by its name in the API."""

    OSU = "osu"
    TAIKO = "taiko"
    CATCH = "fruits"
    MANIA = "mania"


class Variant(OpenEnum):
    """A part of a ruleset with a ranking of its own (mania by number of keys)."""

    KEY_4 = "4k"
    KEY_7 = "7k"
