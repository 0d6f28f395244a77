"""Address, preload and self-test of the guide, for its row in the table of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from osubrowser.services.places.places import AppPlace
from osubrowser.services.text.translation import tr
from osubrowser.ui.keys.key import Key
from osubrowser.ui.keys.shortcuts import THE_WINDOW
from osubrowser.ui.shell.page_kind import AppPage, Preload, Visit

if TYPE_CHECKING:
    from collections.abc import Iterator

GUIDE: Final = AppPage(
    "guide", tr("Guide"), Key("guide", ("F1",), tr("Guide"), THE_WINDOW), menu="program"
)
SELF_TEST: Final = (Visit(AppPlace(GUIDE.name)),)


def _models() -> Iterator[object]:
    """Import the load of the text."""
    from osubrowser.models.guide.guide import load_guide

    yield load_guide
    from osubrowser.services.richtext.markdown import to_html

    yield to_html


def _widgets() -> Iterator[object]:
    """Import the page."""
    from osubrowser.ui.richtext.article_view import ArticleView

    yield ArticleView
    from osubrowser.ui.pages.guide.page import GuidePage

    yield GuidePage


PRELOAD: Final = Preload(_models, _widgets)
