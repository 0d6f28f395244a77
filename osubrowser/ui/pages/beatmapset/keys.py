"""Shortcuts of the page of a beatmapset."""

from __future__ import annotations

from typing import Final

from osubrowser.services.text.translation import tr
from osubrowser.ui.keys.key import Key, PageGroup

GROUP: Final = PageGroup(tr("On the page of a beatmapset"))
KEYS: Final = (
    Key("set_preview", ("Alt+P",), tr("Play the preview, or stop it"), GROUP),
    Key("set_game", ("Alt+O",), tr("Open in osu!"), GROUP),
    Key("set_liked", ("Alt+L",), tr("Mark as liked, or not"), GROUP),
    Key("set_seen", ("Alt+S",), tr("Mark as seen, or not"), GROUP),
    Key("set_hidden", ("Alt+H",), tr("Hide in the listing, or show again"), GROUP),
    Key("set_easier", ("Alt+Up",), tr("Easier difficulty"), GROUP),
    Key("set_harder", ("Alt+Down",), tr("Harder difficulty"), GROUP),
)
