"""Loads what pages are made of before somebody opens them."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from osubrowser.services.calls import Calls

_PAUSE: Final = 0.03
"""Seconds between two modules: the window is drawn in between, whatever else goes on."""

_MODELS: Final = (
    "osubrowser.models.players",
    "osubrowser.models.player_records",
    "osubrowser.models.user_beatmaps",
    "osubrowser.models.medals",
    "osubrowser.models.kudosu",
    "osubrowser.models.comparison",
    "osubrowser.models.shared_scores",
    "osubrowser.services.rich_text",
    "osubrowser.services.place_words",
    "osubrowser.models.kept",
    "osubrowser.services.ranking_words",
    "osubrowser.services.address_kinds",
    "osubrowser.services.suggestions",
)
"""These know no widgets, so that a worker can load them."""

_PARTS: Final = (
    "osubrowser.ui.pages.pictures",
    "osubrowser.ui.pages.player_dressing",
    "osubrowser.ui.pages.player_failure",
    "osubrowser.ui.pages.player_host",
    "osubrowser.ui.pages.player_loading",
    "osubrowser.ui.pages.player_opening",
    "osubrowser.ui.pages.player_place",
    "osubrowser.ui.pages.player_sections",
    "osubrowser.ui.pages.player_start",
    "osubrowser.ui.pages.player_waiting",
    "osubrowser.ui.widgets.player_header_painter",
    "osubrowser.ui.widgets.player_header",
    "osubrowser.ui.widgets.player_skeleton",
    "osubrowser.ui.pages.player_body",
    "osubrowser.ui.pages.player",
    "osubrowser.ui.widgets.chart",
    "osubrowser.ui.widgets.line_chart",
    "osubrowser.ui.widgets.bar_chart",
    "osubrowser.ui.widgets.fact_grid",
    "osubrowser.ui.widgets.figure_grid",
    "osubrowser.ui.pages.player_overview",
    "osubrowser.ui.pages.player_list_targets",
    "osubrowser.ui.pages.player_list_kinds",
    "osubrowser.ui.pages.player_list_bar",
    "osubrowser.ui.pages.player_list_words",
    "osubrowser.ui.pages.player_lists",
    "osubrowser.ui.pages.player_compare_bar",
    "osubrowser.ui.pages.player_compare_figures",
    "osubrowser.ui.pages.player_compare_opening",
    "osubrowser.ui.pages.player_compare_scores",
    "osubrowser.ui.widgets.player_card",
    "osubrowser.ui.pages.player_compare_view",
    "osubrowser.ui.pages.player_compare",
    "osubrowser.ui.widgets.rich_pictures",
    "osubrowser.ui.widgets.rich_view",
    "osubrowser.ui.pages.player_me",
    "osubrowser.ui.pages.rankings_menu",
    "osubrowser.ui.pages.own_pages",
    "osubrowser.ui.pages.player_list_menu",
    "osubrowser.ui.pages.player_compare_menu",
    "osubrowser.ui.pages.table_export",
    "osubrowser.ui.pages.player_compare_export",
    "osubrowser.ui.widgets.suggestion_rows",
    "osubrowser.ui.widgets.suggestion_list",
    "osubrowser.ui.suggesting",
    "osubrowser.ui.pages.bookmarks_words",
    "osubrowser.ui.widgets.bookmark_form",
    "osubrowser.ui.widgets.bookmark_popover",
    "osubrowser.ui.pages.bookmark_panel",
    "osubrowser.ui.pages.bookmarks_menu",
    "osubrowser.ui.pages.bookmarks_acting",
    "osubrowser.ui.pages.bookmarks_bar",
    "osubrowser.ui.pages.bookmarks_carrying",
    "osubrowser.ui.delegates.kept_rows",
    "osubrowser.ui.widgets.kept_list",
    "osubrowser.ui.pages.bookmarks",
    "osubrowser.ui.widgets.setting_rows",
    "osubrowser.ui.pages.settings_section",
    "osubrowser.ui.pages.settings_account",
    "osubrowser.ui.pages.settings",
)
"""These are loaded where widgets live, one at a time; what one needs stands before it."""


async def load_ahead(calls: Calls) -> None:
    """Load all of it, and leave the window free to be used meanwhile."""
    import asyncio

    for name in _MODELS:
        await calls.run_at_once(import_module, name)
    for name in _PARTS:
        await asyncio.sleep(_PAUSE)
        import_module(name)
