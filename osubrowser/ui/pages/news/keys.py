"""Shortcuts of the page of a news post."""

from __future__ import annotations

from typing import Final

from osubrowser.services.text.translation import tr
from osubrowser.ui.keys.key import Key, PageGroup

GROUP: Final = PageGroup(tr("On the page of a news post"))
NEWER: Final = Key("news_newer", ("Alt+Up",), tr("Newer post"), GROUP)
OLDER: Final = Key("news_older", ("Alt+Down",), tr("Older post"), GROUP)
KEYS: Final = (NEWER, OLDER)
