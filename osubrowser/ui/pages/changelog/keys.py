"""Shortcuts of the page of a build."""

from __future__ import annotations

from typing import Final

from osubrowser.services.text.translation import tr
from osubrowser.ui.keys.key import Key

GROUP: Final = tr("On the page of a build")
NEWER: Final = Key("build_newer", ("Alt+Up",), "Next build", GROUP)
OLDER: Final = Key("build_older", ("Alt+Down",), "Previous build", GROUP)
KEYS: Final = (NEWER, OLDER)
