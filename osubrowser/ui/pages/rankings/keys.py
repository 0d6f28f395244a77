"""Shortcuts of the rankings page."""

from __future__ import annotations

from typing import Final

from osubrowser.ui.keys.key import Key
from osubrowser.ui.keys.shortcuts import IN_A_PAGE

RANK_KEY: Final = Key("rank", ("Ctrl+G",), "Go to a rank", IN_A_PAGE)
KEYS: Final = (RANK_KEY,)
