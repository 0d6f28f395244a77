"""Keys of the beatmap listing, which its views handle themselves."""

from __future__ import annotations

from typing import Final

from osubrowser.services.text.translation import tr
from osubrowser.ui.keys.key import Key
from osubrowser.ui.keys.shortcuts import LOAD_ALL_KEY

GROUP: Final = tr("In the beatmap listing")
SEEN_KEY: Final = Key("", ("S",), "Mark as seen, or not", GROUP)
LIKE_KEY: Final = Key("", ("L",), "Mark as liked, or not", GROUP)
HIDE_KEY: Final = Key("", ("H",), "Hide, or show again", GROUP)
PLAY_KEY: Final = Key("", ("O",), "Open in osu!", GROUP)
KEYS: Final = (
    Key("", ("/",), "Type a search", GROUP),
    Key("", ("F",), "Show every filter, and go there", GROUP),
    Key("", ("J",), "Next; K is the previous one", GROUP),
    Key("", ("Space",), "Play the preview, or stop it", GROUP),
    SEEN_KEY,
    LIKE_KEY,
    HIDE_KEY,
    PLAY_KEY,
    Key("", ("V",), "Next view: cards, table, difficulties", GROUP),
    LOAD_ALL_KEY,
)
