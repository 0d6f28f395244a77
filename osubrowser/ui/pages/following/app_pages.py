"""Address, title and key of the page of what is followed."""

from __future__ import annotations

from typing import Final

from osubrowser.services.text.translation import tr
from osubrowser.ui.keys.key import Key
from osubrowser.ui.keys.shortcuts import GOING_PLACES
from osubrowser.ui.shell.page_kind import AppPage

FOLLOWING: Final = AppPage(
    "following",
    tr("Following"),
    Key("following", ("Ctrl+Shift+B",), tr("Following"), GOING_PLACES),
    menu="library",
)
