"""Shortcuts of the rankings page."""

from __future__ import annotations

from typing import Final

from osubrowser.services.text.translation import tr
from osubrowser.ui.keys.key import Key
from osubrowser.ui.keys.shortcuts import IN_A_PAGE, LOAD_ALL_KEY

RANK_KEY: Final = Key("rank", ("Ctrl+G",), tr("Go to a rank"), IN_A_PAGE)
FIND_ME_KEY: Final = Key("find_me", ("Ctrl+Shift+F",), tr("Find me in the ranking"), IN_A_PAGE)
KEYS: Final = (RANK_KEY, FIND_ME_KEY, LOAD_ALL_KEY)
