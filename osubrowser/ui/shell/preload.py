"""Loads what pages are made of before somebody opens them."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from osubrowser.services.runtime.calls import Calls

_PAUSE: Final = 0.03
"""Seconds between two modules: the window is drawn in between, whatever else goes on."""

_MODELS: Final = (
    "osubrowser.models.players.profile",
    "osubrowser.models.players.records",
    "osubrowser.models.beatmaps.user_beatmaps",
    "osubrowser.models.players.medals",
    "osubrowser.models.players.kudosu",
    "osubrowser.models.players.comparison",
    "osubrowser.models.players.shared_scores",
    "osubrowser.services.richtext.sanitize",
    "osubrowser.services.places.names",
    "osubrowser.models.library.rows",
    "osubrowser.services.places.ranking_query",
    "osubrowser.services.places.url_routes",
    "osubrowser.services.omnibox.suggestions",
)
"""These know no widgets, so that a worker can load them."""

_PARTS: Final = (
    "osubrowser.ui.lists.pictures",
    "osubrowser.ui.pages.player.dressing",
    "osubrowser.ui.pages.player.failure",
    "osubrowser.ui.pages.player.section_host",
    "osubrowser.ui.pages.player.loading",
    "osubrowser.ui.pages.player.links",
    "osubrowser.ui.pages.player.place",
    "osubrowser.ui.pages.player.sections",
    "osubrowser.ui.pages.player.start",
    "osubrowser.ui.pages.player.waiting",
    "osubrowser.ui.pages.player.parts.header_painter",
    "osubrowser.ui.pages.player.parts.header",
    "osubrowser.ui.pages.player.parts.skeleton",
    "osubrowser.ui.pages.player.body",
    "osubrowser.ui.pages.player.page",
    "osubrowser.ui.charts.chart",
    "osubrowser.ui.charts.line_chart",
    "osubrowser.ui.charts.bar_chart",
    "osubrowser.ui.pages.player.parts.fact_grid",
    "osubrowser.ui.pages.player.parts.figure_grid",
    "osubrowser.ui.pages.player.overview",
    "osubrowser.ui.pages.player.lists.targets",
    "osubrowser.ui.pages.player.lists.kinds",
    "osubrowser.ui.pages.player.lists.bar",
    "osubrowser.ui.pages.player.lists.words",
    "osubrowser.ui.pages.player.lists.section",
    "osubrowser.ui.pages.player.compare.bar",
    "osubrowser.ui.pages.player.compare.figures",
    "osubrowser.ui.pages.player.compare.links",
    "osubrowser.ui.pages.player.compare.scores",
    "osubrowser.ui.pages.player.parts.card",
    "osubrowser.ui.pages.player.compare.view",
    "osubrowser.ui.pages.player.compare.section",
    "osubrowser.ui.richtext.rich_pictures",
    "osubrowser.ui.richtext.rich_view",
    "osubrowser.ui.pages.player.me",
    "osubrowser.ui.pages.rankings.menu",
    "osubrowser.ui.lists.links",
    "osubrowser.ui.pages.player.lists.menu",
    "osubrowser.ui.pages.player.compare.menu",
    "osubrowser.ui.lists.export",
    "osubrowser.ui.pages.player.compare.export",
    "osubrowser.ui.shell.omnibox.suggestion_rows",
    "osubrowser.ui.shell.omnibox.suggestion_list",
    "osubrowser.ui.shell.omnibox.suggestion_controller",
    "osubrowser.ui.pages.bookmarks.messages",
    "osubrowser.ui.widgets.bookmark_form",
    "osubrowser.ui.shell.bookmark_popover",
    "osubrowser.ui.pages.bookmarks.panel",
    "osubrowser.ui.pages.bookmarks.menu",
    "osubrowser.ui.pages.bookmarks.actions",
    "osubrowser.ui.pages.bookmarks.bar",
    "osubrowser.ui.pages.bookmarks.transfer",
    "osubrowser.ui.pages.bookmarks.row_delegate",
    "osubrowser.ui.pages.bookmarks.list_view",
    "osubrowser.ui.pages.bookmarks.page",
    "osubrowser.ui.pages.settings.rows",
    "osubrowser.ui.pages.settings.section",
    "osubrowser.ui.pages.settings.account",
    "osubrowser.ui.pages.settings.page",
)
"""These are loaded where widgets live, one at a time; what one needs stands before it."""


async def preload(calls: Calls) -> None:
    """Load all of it, and leave the window free to be used meanwhile."""
    import asyncio

    for name in _MODELS:
        await calls.run_at_once(import_module, name)
    for name in _PARTS:
        await asyncio.sleep(_PAUSE)
        import_module(name)
