"""Keys of the beatmap listing, which its views handle themselves."""

from __future__ import annotations

from typing import Final

from osubrowser.services.text.translation import tr
from osubrowser.ui.keys.key import Key
from osubrowser.ui.keys.shortcuts import LOAD_ALL_KEY

GROUP: Final = tr("In the beatmap listing")
SEEN_KEY: Final = Key("", ("S",), tr("Mark as seen, or not"), GROUP)
LIKE_KEY: Final = Key("", ("L",), tr("Mark as liked, or not"), GROUP)
HIDE_KEY: Final = Key("", ("H",), tr("Hide, or show again"), GROUP)
PLAY_KEY: Final = Key("", ("O",), tr("Open in osu!"), GROUP)
KEYS: Final = (
    Key("", ("/",), tr("Type a search"), GROUP),
    Key("", ("F",), tr("Show every filter, and go there"), GROUP),
    Key("", ("J",), tr("Next; K is the previous one"), GROUP),
    Key("", ("Space",), tr("Play the preview, or stop it"), GROUP),
    SEEN_KEY,
    LIKE_KEY,
    HIDE_KEY,
    PLAY_KEY,
    Key("", ("V",), tr("Next view: cards, table, difficulties"), GROUP),
    LOAD_ALL_KEY,
)
