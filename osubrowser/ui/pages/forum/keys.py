"""Shortcuts of the page of a topic."""

from __future__ import annotations

from typing import Final

from osubrowser.services.text.translation import tr
from osubrowser.ui.keys.key import Key
from osubrowser.ui.keys.shortcuts import IN_A_PAGE

POST_KEY: Final = Key("forum_post", ("Ctrl+Shift+G",), tr("Go to a post by its number"), IN_A_PAGE)
