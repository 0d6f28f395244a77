"""Shortcuts of the page of a build."""

from __future__ import annotations

from typing import Final

from osubrowser.services.text.translation import tr
from osubrowser.ui.keys.key import Key, PageGroup

GROUP: Final = PageGroup(tr("On the page of a build"))
NEWER: Final = Key("build_newer", ("Alt+Up",), tr("Next build"), GROUP)
OLDER: Final = Key("build_older", ("Alt+Down",), tr("Previous build"), GROUP)
KEYS: Final = (NEWER, OLDER)
