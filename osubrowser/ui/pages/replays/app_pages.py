"""Addresses and titles of the two halves of the replays page."""

from __future__ import annotations

from typing import Final

from osubrowser.services.text.translation import tr
from osubrowser.ui.shell.page_kind import AppPage

QUEUE: Final = AppPage("replays", tr("Replays"))
LIBRARY: Final = AppPage("replay-library", tr("Replay library"))
APP_PAGES: Final = (QUEUE, LIBRARY)
