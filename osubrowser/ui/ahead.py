"""Preload of page modules: they are imported one at a time, before a page is first opened."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from osubrowser.services.calls import Calls

_PAUSE: Final = 0.03
"""Seconds between two modules: the window is drawn in between, whatever else goes on."""


async def load_ahead(calls: Calls) -> None:
    """Import all page modules, and leave the window free to be used meanwhile.

    Args:
        calls: imports what knows no widgets on a worker.
    """
    import asyncio

    models = _models()
    while await calls.run_at_once(next, models, None) is not None:
        pass
    for parts in (_player(), _menus(), _suggestions(), _bookmarks(), _settings()):
        for _ in parts:
            await asyncio.sleep(_PAUSE)


# Each generator imports one module a step. Import statements, because PyInstaller follows nothing
# else; a name of each module is yielded because an import has to be used. What a module needs
# stands before it, so that each step is short.


def _models() -> Iterator[object]:
    """Import what knows no widgets: columns, loads and text."""
    from osubrowser.models.players import load_profile

    yield load_profile
    from osubrowser.models.player_records import score_record

    yield score_record
    from osubrowser.models.user_beatmaps import load_beatmapsets

    yield load_beatmapsets
    from osubrowser.models.medals import load_medals

    yield load_medals
    from osubrowser.models.kudosu import load_kudosu

    yield load_kudosu
    from osubrowser.models.comparison import load_comparison

    yield load_comparison
    from osubrowser.models.shared_scores import load_shared

    yield load_shared
    from osubrowser.services.rich_text import RichText

    yield RichText
    from osubrowser.services.place_words import kind_of

    yield kind_of
    from osubrowser.models.kept import KeptModel

    yield KeptModel
    from osubrowser.services.ranking_words import ranking_title

    yield ranking_title
    from osubrowser.services.address_kinds import game_link

    yield game_link
    from osubrowser.services.suggestions import local_suggestions

    yield local_suggestions


def _player() -> Iterator[object]:
    """Import the player page and its sections."""
    from osubrowser.ui.pages.pictures import give_pictures

    yield give_pictures
    from osubrowser.ui.pages.player_dressing import PlayerDressing

    yield PlayerDressing
    from osubrowser.ui.pages.player_failure import FailurePanel

    yield FailurePanel
    from osubrowser.ui.pages.player_host import SectionHost

    yield SectionHost
    from osubrowser.ui.pages.player_loading import PlayerLoading

    yield PlayerLoading
    from osubrowser.ui.pages.player_opening import PlayerOpening

    yield PlayerOpening
    from osubrowser.ui.pages.player_place import is_of

    yield is_of
    from osubrowser.ui.pages.player_sections import SectionParts

    yield SectionParts
    from osubrowser.ui.pages.player_start import PlayerStart

    yield PlayerStart
    from osubrowser.ui.pages.player_waiting import PlayerWaiting

    yield PlayerWaiting
    from osubrowser.ui.widgets.player_header_painter import HeaderPainter

    yield HeaderPainter
    from osubrowser.ui.widgets.player_header import PlayerHeader

    yield PlayerHeader
    from osubrowser.ui.widgets.player_skeleton import PlayerSkeleton

    yield PlayerSkeleton
    from osubrowser.ui.pages.player_body import PlayerBody

    yield PlayerBody
    from osubrowser.ui.pages.player import PlayerPage

    yield PlayerPage
    from osubrowser.ui.widgets.chart import Chart

    yield Chart
    from osubrowser.ui.widgets.line_chart import LineChart

    yield LineChart
    from osubrowser.ui.widgets.bar_chart import BarChart

    yield BarChart
    from osubrowser.ui.widgets.fact_grid import FactGrid

    yield FactGrid
    from osubrowser.ui.widgets.figure_grid import FigureGrid

    yield FigureGrid
    from osubrowser.ui.pages.player_overview import OverviewSection

    yield OverviewSection
    from osubrowser.ui.pages.player_list_targets import of_score

    yield of_score
    from osubrowser.ui.pages.player_list_kinds import score_lists

    yield score_lists
    from osubrowser.ui.pages.player_list_bar import PlayerListBar

    yield PlayerListBar
    from osubrowser.ui.pages.player_list_words import nothing_in

    yield nothing_in
    from osubrowser.ui.pages.player_lists import ListSection

    yield ListSection
    from osubrowser.ui.pages.player_compare_bar import CompareBar

    yield CompareBar
    from osubrowser.ui.pages.player_compare_figures import ComparedFigures

    yield ComparedFigures
    from osubrowser.ui.pages.player_compare_opening import CompareOpening

    yield CompareOpening
    from osubrowser.ui.pages.player_compare_scores import SharedScores

    yield SharedScores
    from osubrowser.ui.widgets.player_card import PlayerCard

    yield PlayerCard
    from osubrowser.ui.pages.player_compare_view import CompareView

    yield CompareView
    from osubrowser.ui.pages.player_compare import CompareSection

    yield CompareSection
    from osubrowser.ui.widgets.rich_pictures import InlinePictures

    yield InlinePictures
    from osubrowser.ui.widgets.rich_view import RichView

    yield RichView
    from osubrowser.ui.pages.player_me import MeSection

    yield MeSection


def _menus() -> Iterator[object]:
    """Import context menus and exports."""
    from osubrowser.ui.pages.rankings_menu import row_menu

    yield row_menu
    from osubrowser.ui.pages.own_pages import has_own_page

    yield has_own_page
    from osubrowser.ui.pages.player_list_menu import list_menu

    yield list_menu
    from osubrowser.ui.pages.player_compare_menu import shared_menu

    yield shared_menu
    from osubrowser.ui.pages.table_export import TableExport

    yield TableExport
    from osubrowser.ui.pages.player_compare_export import export

    yield export


def _suggestions() -> Iterator[object]:
    """Import the suggestion list of the address bar."""
    from osubrowser.ui.widgets.suggestion_rows import RowModel

    yield RowModel
    from osubrowser.ui.widgets.suggestion_list import SuggestionList

    yield SuggestionList
    from osubrowser.ui.suggesting import Suggesting

    yield Suggesting


def _bookmarks() -> Iterator[object]:
    """Import the bookmarks page and the bookmark editor."""
    from osubrowser.ui.pages.bookmarks_words import question

    yield question
    from osubrowser.ui.widgets.bookmark_form import BookmarkForm

    yield BookmarkForm
    from osubrowser.ui.widgets.bookmark_popover import BookmarkPopover

    yield BookmarkPopover
    from osubrowser.ui.pages.bookmark_panel import BookmarkPanel

    yield BookmarkPanel
    from osubrowser.ui.pages.bookmarks_menu import kept_menu

    yield kept_menu
    from osubrowser.ui.pages.bookmarks_acting import BookmarksActing

    yield BookmarksActing
    from osubrowser.ui.pages.bookmarks_bar import BookmarksBar

    yield BookmarksBar
    from osubrowser.ui.pages.bookmarks_carrying import BookmarksCarrying

    yield BookmarksCarrying
    from osubrowser.ui.delegates.kept_rows import KeptRows

    yield KeptRows
    from osubrowser.ui.widgets.kept_list import KeptList

    yield KeptList
    from osubrowser.ui.pages.bookmarks import BookmarksPage

    yield BookmarksPage


def _settings() -> Iterator[object]:
    """Import the settings page."""
    from osubrowser.ui.widgets.setting_rows import add_all

    yield add_all
    from osubrowser.ui.pages.settings_section import SettingsSection

    yield SettingsSection
    from osubrowser.ui.pages.settings_account import AccountSection

    yield AccountSection
    from osubrowser.ui.pages.settings import SettingsPage

    yield SettingsPage
